#include "core/fusion/checkpoint.h"

#include "core/base/error.h"
#include "core/fusion/safetensors.h"

#include <nlohmann/json.hpp>

namespace spacrd {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* key = "spacrd_training";

/// Tensors to be written, and what keeps their values in memory until they are.
struct Written
{
    std::map<std::string, TensorView> views;
    std::vector<torch::Tensor> flat;

    void add(const std::string& name, const torch::Tensor& tensor)
    {
        flat.push_back(tensor.detach().to(torch::kCPU).contiguous());
        views[name] = {tensor.sizes().vec(), {flat.back().data_ptr<float>(), static_cast<size_t>(tensor.numel())}};
    }
    void add(const std::string& prefix, const TensorMap& tensors)
    {
        for (const auto& [name, tensor] : tensors)
            add(prefix + name, tensor);
    }
};

/// The tensors whose names begin with the prefix.
TensorMap read(const fs::path& file, const SafetensorsHeader& header, const std::string& prefix)
{
    TensorMap tensors;
    for (const auto& [name, entry] : header.tensors) {
        if (!name.starts_with(prefix))
            continue;
        const std::vector<float> values = readTensor(file, name, entry);
        tensors[name.substr(prefix.size())] = torch::tensor(values).view(entry.shape);
    }
    return tensors;
}

} // namespace

void writeCheckpoint(const fs::path& file, const TrainingState& state)
{
    Written tensors;
    tensors.add("network/", state.network);
    tensors.add("average/", state.average);
    tensors.add("best/", state.best);
    Json steps = Json::object();
    for (const Adam::Slot& slot : state.adam) {
        if (!slot.first.defined())
            continue;
        tensors.add("first/" + slot.name, slot.first);
        tensors.add("second/" + slot.name, slot.second);
        steps[slot.name] = slot.steps;
    }
    const Json json{{"fingerprint", state.fingerprint},
                    {"stage", state.stage},
                    {"next_epoch", state.nextEpoch},
                    {"best_auc", state.bestAuc},
                    {"best_epoch", state.bestEpoch},
                    {"averaged_steps", state.averagedSteps},
                    {"steps", steps}};
    writeSafetensors(file, tensors.views, {{key, json.dump()}}, TensorType::f32);
}

std::optional<TrainingState> readCheckpoint(const fs::path& file, const std::string& fingerprint)
{
    std::error_code code;
    if (!fs::exists(file, code))
        return std::nullopt;
    const SafetensorsHeader header = readSafetensorsHeader(file);
    TrainingState state;
    try {
        const Json json = Json::parse(header.metadata.at(key));
        state.fingerprint = json.at("fingerprint").get<std::string>();
        state.stage = json.at("stage").get<int>();
        state.nextEpoch = json.at("next_epoch").get<int>();
        state.bestAuc = json.at("best_auc").get<double>();
        state.bestEpoch = json.at("best_epoch").get<int>();
        state.averagedSteps = json.at("averaged_steps").get<std::int64_t>();
        const TensorMap first = read(file, header, "first/");
        const TensorMap second = read(file, header, "second/");
        for (const auto& [name, steps] : json.at("steps").items())
            state.adam.push_back({name, {}, first.at(name), second.at(name), steps.get<std::int64_t>()});
    } catch (const std::exception&) {
        throw Error(SPACRD_TR("core", "The file is no checkpoint of a training, or is damaged."), file,
                    SPACRD_TR("core", "delete it and start the training again"));
    }
    if (state.fingerprint != fingerprint) {
        throw Error(SPACRD_TR("core", "The checkpoint belongs to a training with other sections, labels or options."), file,
                    SPACRD_TR("core", "give the options it was started with, or delete it and start again"));
    }
    state.network = read(file, header, "network/");
    state.average = read(file, header, "average/");
    state.best = read(file, header, "best/");
    return state;
}

} // namespace spacrd
