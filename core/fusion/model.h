#pragma once

#include "core/evaluate/calibration.h"
#include "core/fusion/familiarity.h"
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

/// Where the paper's text and the published code differ, the code is what we run by default; each of these takes the paper's
/// way instead (spec §11). They make another model: the card records them and detection follows the card.
struct PaperWays
{
    bool unitEmbeddings = false;        ///< normalise encodings along the features in stage 2 too, not along the neighbours
    bool deviationToClassifier = false; ///< the classifier sees [μ ‖ σ] instead of [μ ‖ log σ²]
    bool summedReconstruction = false;  ///< ‖ĥ − h‖² summed over the 512 entries instead of averaged (training only)
    bool noSeparation = false;          ///< no −0.1 ‖μ₀ − μ₁‖ in the loss (training only)

    bool operator==(const PaperWays&) const = default;
};

/// One line of the ablation table of a training recipe: what was changed, and the mean AUC on sections left out.
struct AblationLine
{
    std::string change;
    double auc = 0.0;
};

/// What a model file says of itself; JSON in the safetensors metadata, key "spacrd". Version 1 cards lack what is marked (2).
struct ModelCard
{
    int formatVersion = 2;
    std::string name;
    std::vector<std::string> panel;       ///< gene symbols in input order
    std::vector<std::string> panelIds;    ///< (2) Ensembl ids of the panel, "" where unknown; empty: none is known
    std::vector<std::string> universe;    ///< genes over which the library size is taken
    std::vector<std::string> universeIds; ///< (2) their Ensembl ids, as panelIds
    std::string normalisation = "library-size 1e4, log1p, per-section min-max";
    std::optional<EncoderIdentity> encoder; ///< nothing: trained on expression alone
    int projection = 512;
    int neighbours = neighbourhoodSize;
    PaperWays paperWays;                  ///< (2)
    std::vector<std::string> trainedOn;   ///< sample names
    std::vector<std::string> validatedOn; ///< (2) sections that chose the epoch or the calibration, never trained on
    long long trainingSpots = 0;
    long long trainingPositives = 0;
    std::int64_t seed = 0;
    std::string schedule;                                 ///< epochs, batch, learning rate in one line
    std::vector<std::string> methods;                     ///< (2) each departure from the published training, one line each
    std::vector<AblationLine> ablation;                   ///< (2) what each method is worth; empty when not measured
    std::string startedFrom;                              ///< (2) name of the model a fine-tuning continued; empty otherwise
    std::vector<std::string> startedFromTrainedOn;        ///< (2) what that one was trained on, and those before it
    std::vector<std::string> heldOutOn;                   ///< (2) sections behind the figures below
    std::vector<std::pair<std::string, double>> heldOut;  ///< "auc", "ap", "f1"; empty when none was held out
    std::vector<std::pair<std::string, double>> baseline; ///< (2) the same of the logistic regression on the same split
    std::optional<Calibration> calibration;               ///< (2) nothing: σ(logit) is the probability
    std::optional<Familiarity> familiarity;               ///< (2) nothing: no out-of-distribution warning can be given
    std::string licence;
    std::string intendedUse;
};

/// The genes of a card, to be found in a section. Of the universe only the panel's ids are known where an older card has no more.
PanelGenes panelOf(const ModelCard& card);

/// The other way: writes a panel into a card.
void setPanel(ModelCard& card, const PanelGenes& panel);

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
