#include "core/fusion/model.h"

#include "core/fusion/encode.h"
#include "core/fusion/modelcard.h"
#include "core/fusion/modelfile.h"
#include "core/fusion/states.h"
#include "core/fusion/weights.h"

#include <algorithm>
#include <unordered_map>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// Empty when no gene has one.
std::vector<std::string> idsOf(const std::vector<Gene>& genes)
{
    std::vector<std::string> ids;
    if (std::all_of(genes.begin(), genes.end(), [](const Gene& gene) { return gene.id.empty(); }))
        return ids;
    for (const Gene& gene : genes)
        ids.push_back(gene.id);
    return ids;
}

std::vector<std::string> symbolsOf(const std::vector<Gene>& genes)
{
    std::vector<std::string> symbols;
    for (const Gene& gene : genes)
        symbols.push_back(gene.symbol);
    return symbols;
}

} // namespace

Model::Model(ModelCard card, std::shared_ptr<const Weights> weights)
    : m_card(std::move(card))
    , m_weights(std::move(weights))
{}

PanelGenes panelOf(const ModelCard& card)
{
    PanelGenes panel{genesOf(card.universe, card.universeIds), genesOf(card.panel, card.panelIds)};
    if (!card.universeIds.empty())
        return panel;
    std::unordered_map<std::string, std::string> ids;
    for (const Gene& gene : panel.genes)
        ids.emplace(gene.symbol, gene.id);
    for (Gene& gene : panel.universe) {
        if (const auto known = ids.find(gene.symbol); known != ids.end())
            gene.id = known->second;
    }
    return panel;
}

void setPanel(ModelCard& card, const PanelGenes& panel)
{
    card.panel = symbolsOf(panel.genes);
    card.panelIds = idsOf(panel.genes);
    card.universe = symbolsOf(panel.universe);
    card.universeIds = idsOf(panel.universe);
}

NetworkShape networkShape(const ModelCard& card)
{
    return {card.encoder ? card.encoder->dimension : 1, static_cast<int>(card.panel.size()), card.projection};
}

Network copyNetwork(const NetworkImpl& network, const torch::Device& device)
{
    Network copy(network.shape, DropoutRates{}, network.ways);
    copy->to(device);
    restore(statesOf(*copy), statesOf(network));
    copy->eval();
    return copy;
}

ModelCard readModelCard(const fs::path& file)
{
    return ModelFile(file).card();
}

std::shared_ptr<const Model> loadModel(const fs::path& path)
{
    ModelFile file(path);
    auto weights = std::make_shared<Model::Weights>();
    try {
        weights->network = Network(networkShape(file.card()), DropoutRates{}, file.card().paperWays);
        for (const auto& [name, tensor] : statesOf(*weights->network))
            file.read(name, {tensor.data_ptr<float>(), static_cast<size_t>(tensor.numel())});
        weights->network->eval();
    } catch (const c10::Error& error) {
        throwTorchError(error);
    }
    return std::make_shared<const Model>(file.card(), std::move(weights));
}

void saveModel(const Model& model, const fs::path& file, bool halfPrecision)
{
    ModelCard card = model.card();
    card.formatVersion = newestCardFormat;
    const std::string json = modelCardJson(card);
    parseModelCard(json, file); // what could not be read is not written

    std::map<std::string, TensorView> views;
    std::vector<torch::Tensor> flat; // the network's own memory where it is plain floats on the CPU
    for (const auto& [name, tensor] : statesOf(*model.weights().network)) {
        flat.push_back(tensor.detach().to(torch::kCPU, torch::kFloat).contiguous());
        views[name] = {tensor.sizes().vec(), {flat.back().data_ptr<float>(), static_cast<size_t>(tensor.numel())}};
    }
    writeSafetensors(file, views, {{cardKey, json}}, halfPrecision ? TensorType::f16 : TensorType::f32);
}

} // namespace spacrd
