#pragma once

#include "core/histology/encoder.h"
#include "core/preprocess/expression.h"
#include "core/preprocess/neighbours.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// What a model file says of itself; JSON in the safetensors metadata, key "spacrd".
struct ModelCard
{
    int formatVersion = 1;
    std::string name;
    std::vector<std::string> panel;    ///< gene symbols in input order
    std::vector<std::string> universe; ///< genes over which the library size is taken
    std::string normalisation = "library-size 1e4, log1p, per-section min-max";
    std::optional<EncoderIdentity> encoder; ///< nothing: trained on expression alone
    int projection = 512;
    int neighbours = neighbourhoodSize;
    std::vector<std::string> trainedOn; ///< sample names
    long long trainingSpots = 0;
    long long trainingPositives = 0;
    std::int64_t seed = 0;
    std::string schedule;                                ///< epochs, batch, learning rate in one line
    std::vector<std::pair<std::string, double>> heldOut; ///< "auc", "ap", "f1"; empty when none was held out
    std::string licence;
    std::string intendedUse;
};

/// A trained SpaCRD network and its card. Immutable; shared between threads.
class Model
{
public:
    struct Weights; ///< tensors, defined where LibTorch is

    Model(ModelCard card, std::shared_ptr<const Weights> weights);

    const ModelCard& card() const { return m_card; }
    const Weights& weights() const { return *m_weights; }

private:
    ModelCard m_card;
    std::shared_ptr<const Weights> m_weights;
};

/// Reads a `.spacrd` file (safetensors, F32 or F16). Checks sizes, names, shapes, dtypes and finiteness before use and
/// runs no code. Throws Error naming file and tensor.
std::shared_ptr<const Model> loadModel(const std::filesystem::path& file);

/// The card alone, without allocating a tensor. Throws Error.
ModelCard readModelCard(const std::filesystem::path& file);

/// Writes the model; half precision halves the file at a loss of about 1e-3 of each weight. Same model, same bytes.
void saveModel(const Model& model, const std::filesystem::path& file, bool halfPrecision);

/// The card as pretty JSON, for people and scripts.
std::string modelCardJson(const ModelCard& card);

} // namespace spacrd
