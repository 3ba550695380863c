#include "core/fusion/model.h"

#include "core/base/error.h"
#include "core/fusion/modelcard.h"
#include "core/fusion/safetensors.h"
#include "core/fusion/states.h"
#include "core/fusion/weights.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr const char* cardKey = "spacrd";

ModelCard cardOf(const SafetensorsHeader& header, const fs::path& file)
{
    const auto found = header.metadata.find(cardKey);
    if (found == header.metadata.end()) {
        throw Error(SPACRD_TR("core", "The file holds tensors but no SpaCRD model card."), file,
                    SPACRD_TR("core", "use a model file written by this program"));
    }
    return parseModelCard(found->second, file);
}

/// Every tensor of the network is in the header with its shape, and nothing else is.
void checkNames(const SafetensorsHeader& header, const std::map<std::string, torch::Tensor>& states, const fs::path& file)
{
    for (const auto& [name, tensor] : states) {
        const auto found = header.tensors.find(name);
        if (found == header.tensors.end())
            throw Error(Text(SPACRD_TR("core", "The model lacks the tensor \"%1\"."), {name}), file);
        if (found->second.shape != tensor.sizes().vec()) {
            throw Error(Text(SPACRD_TR("core", "Tensor \"%1\" does not have the shape that the model card asks for."), {name}),
                        file);
        }
    }
    for (const auto& [name, entry] : header.tensors) {
        if (states.count(name) == 0)
            throw Error(Text(SPACRD_TR("core", "The model holds an unknown tensor \"%1\"."), {name}), file);
    }
}

/// The header's own count of first-layer weights bounds what the card may ask for, before anything is allocated.
void checkSize(const SafetensorsHeader& header, const NetworkShape& shape, const fs::path& file)
{
    const auto matches = [&](const char* name, std::int64_t rows, std::int64_t columns) {
        const auto found = header.tensors.find(name);
        return found != header.tensors.end() && found->second.shape == std::vector<std::int64_t>{rows, columns};
    };
    if (!matches("CL.gene_encoder.fc.0.weight", encoderWidth, shape.genes)
        || !matches("CL.img_encoder.fc.0.weight", encoderWidth, shape.image)
        || !matches("CL.gene_encoder.fc.8.weight", shape.projection, encoderNarrow)) {
        throw Error(SPACRD_TR("core", "The tensors do not have the sizes that the model card names."), file,
                    SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
    }
}

} // namespace

Model::Model(ModelCard card, std::shared_ptr<const Weights> weights)
    : m_card(std::move(card))
    , m_weights(std::move(weights))
{}

NetworkShape networkShape(const ModelCard& card)
{
    return {card.encoder ? card.encoder->dimension : 1, static_cast<int>(card.panel.size()), card.projection};
}

Network copyNetwork(const NetworkImpl& network, const torch::Device& device)
{
    Network copy(network.shape, DropoutRates{}, network.ways);
    copy->to(device);
    const torch::NoGradGuard noGradient;
    const std::map<std::string, torch::Tensor> from = statesOf(network);
    for (auto& [name, tensor] : statesOf(*copy))
        tensor.copy_(from.at(name));
    copy->eval();
    return copy;
}

ModelCard readModelCard(const fs::path& file)
{
    return cardOf(readSafetensorsHeader(file), file);
}

std::shared_ptr<const Model> loadModel(const fs::path& file)
{
    const SafetensorsHeader header = readSafetensorsHeader(file);
    ModelCard card = cardOf(header, file);
    const NetworkShape shape = networkShape(card);
    checkSize(header, shape, file);
    auto weights = std::make_shared<Model::Weights>();
    weights->network = Network(shape, DropoutRates{}, card.paperWays);
    const std::map<std::string, torch::Tensor> states = statesOf(*weights->network);
    checkNames(header, states, file);
    const torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : states) {
        std::vector<float> values = readTensor(file, name, header.tensors.at(name));
        tensor.copy_(torch::from_blob(values.data(), tensor.sizes(), torch::kFloat));
    }
    weights->network->eval();
    return std::make_shared<const Model>(std::move(card), std::move(weights));
}

void saveModel(const Model& model, const fs::path& file, bool halfPrecision)
{
    std::map<std::string, TensorData> tensors;
    for (const auto& [name, tensor] : statesOf(*model.weights().network)) {
        const torch::Tensor flat = tensor.detach().to(torch::kCPU).contiguous();
        tensors[name] = {tensor.sizes().vec(), {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()}};
    }
    writeSafetensors(file, tensors, {{cardKey, modelCardJson(model.card())}}, halfPrecision ? TensorType::f16 : TensorType::f32);
}

} // namespace spacrd
