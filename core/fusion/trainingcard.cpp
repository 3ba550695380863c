#include "core/fusion/trainingcard.h"

#include "core/base/sha256.h"
#include "core/fusion/states.h"
#include "core/fusion/weights.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace spacrd {

namespace {

const char* wordFor(Frozen frozen)
{
    return frozen == Frozen::encoders ? "encoders" : frozen == Frozen::allButHead ? "all but the classifier" : "nothing";
}

std::vector<std::string> methodsOf(const TrainOptions& options)
{
    std::vector<std::string> methods;
    for (const Departure& departure : departuresOf(options))
        methods.push_back(departure.words);
    return methods;
}

/// The sections of a model and of those it came from, each once, the latest last.
std::vector<std::string> everTrainedOn(const ModelCard& card)
{
    std::vector<std::string> sections = card.startedFromTrainedOn;
    for (const std::string& name : card.trainedOn) {
        if (std::find(sections.begin(), sections.end(), name) == sections.end())
            sections.push_back(name);
    }
    return sections;
}

} // namespace

std::vector<Departure> departuresOf(const TrainOptions& options)
{
    const TrainOptions published;
    std::vector<Departure> departures;
    const auto add = [&](bool departs, std::string words, auto&& undo) {
        if (!departs)
            return;
        departures.push_back({std::move(words), options});
        undo(departures.back().without);
    };
    const auto paper = [&](bool PaperWays::*way, const char* words) {
        add(options.paperWays.*way, fmt::format("the paper's way: {}", words),
            [way](TrainOptions& o) { o.paperWays.*way = false; });
    };
    const auto rate = [&](double TrainOptions::*value, const std::string& words) {
        add(options.*value != published.*value, fmt::format("{} {}", words, options.*value),
            [&published, value](TrainOptions& o) { o.*value = published.*value; });
    };
    add(options.panel == PanelChoice::allSections, "genes of the largest variance over all training sections",
        [](TrainOptions& o) { o.panel = PanelChoice::firstSection; });
    add(options.rawCountHvg, "variable genes ranked on raw counts", [](TrainOptions& o) { o.rawCountHvg = false; });
    paper(&PaperWays::unitEmbeddings, "unit embeddings");
    paper(&PaperWays::deviationToClassifier, "σ to the classifier");
    paper(&PaperWays::summedReconstruction, "summed reconstruction");
    paper(&PaperWays::noSeparation, "no separation of the class centres");
    rate(&TrainOptions::encoderDropout, "encoder dropout");
    rate(&TrainOptions::attentionDropout, "attention dropout");
    rate(&TrainOptions::inputDropout, "expression dropout");
    rate(&TrainOptions::weightDecay, "weight decay");
    rate(&TrainOptions::clipNorm, "gradients clipped at norm");
    rate(&TrainOptions::averageDecay, "moving average of the weights, decay");
    add(options.patience > 0, fmt::format("early stopping on the validation AUC, patience {}", options.patience),
        [](TrainOptions& o) { o.patience = 0; });
    add(options.frozen != Frozen::nothing, fmt::format("frozen: {}", wordFor(options.frozen)),
        [](TrainOptions& o) { o.frozen = Frozen::nothing; });
    return departures;
}

ModelCard trainingCard(const std::vector<TrainingSection>& sections, const TrainingSet& set, const TrainOptions& options,
                       const Encoder* encoder)
{
    ModelCard card;
    card.name = options.name;
    setPanel(card, set.panel);
    card.paperWays = options.paperWays;
    if (encoder)
        card.encoder = encoder->identity();
    for (const TrainingSection& section : sections)
        card.trainedOn.push_back(section.sample->name);
    for (const TrainingSection& section : options.validation)
        card.validatedOn.push_back(section.sample->name);
    card.trainingSpots = static_cast<long long>(set.labelled.size());
    card.trainingPositives = set.positives();
    card.seed = options.seed;
    if (options.start) {
        card.startedFrom = options.start->card().name;
        card.startedFromTrainedOn = everTrainedOn(options.start->card());
        card.projection = options.start->card().projection;
        card.schedule =
            fmt::format("{} epochs, batch {}, Adam, learning rate {}", options.epochs, options.batch, options.learningRate);
        if (!set.replayed.empty())
            card.schedule += fmt::format(", {} replayed spots a spot", options.replayShare);
    } else {
        card.schedule = fmt::format("{} + {} epochs, classifier from epoch {}, batch {}, Adam, learning rate {}",
                                    set.bothHalves.empty() ? 0 : options.epochs, options.epochs, options.classifierFromEpoch,
                                    options.batch, options.learningRate);
    }
    card.methods = methodsOf(options);
    card.licence = "as agreed with the owner of the training data";
    card.intendedUse = "Research use only; not a medical device. Marks candidate cancer regions for review by a pathologist.";
    return card;
}

std::string trainingFingerprint(const TrainingSet& set, const TrainOptions& options)
{
    const auto bytesOf = [](const auto* from, size_t count) {
        return sha256({reinterpret_cast<const char*>(from), count * sizeof *from});
    };
    std::string all = fmt::format("{} {} {} {} {} {} {} {} {} {}", options.epochs, options.classifierFromEpoch, options.batch,
                                  options.learningRate, options.seed, options.replayShare, options.patience,
                                  static_cast<int>(options.frozen), options.mixedPrecision, fmt::join(methodsOf(options), "; "));
    for (const std::vector<Gene>* genes : {&set.panel.genes, &set.panel.universe}) {
        for (const Gene& gene : *genes)
            all += " " + gene.symbol;
    }
    all += bytesOf(set.labels.data(), set.labels.size());
    all += bytesOf(set.neighbours.indices.data(), set.neighbours.indices.size());
    all += bytesOf(set.expression.valuePtr(), static_cast<size_t>(set.expression.nonZeros()));
    all += bytesOf(set.image.data(), static_cast<size_t>(set.image.size()));
    for (const TrainingSection& section : options.validation) {
        const CountMatrix& counts = section.sample->expression().counts;
        all += bytesOf(section.labels.data(), section.labels.size());
        all += bytesOf(counts.valuePtr(), static_cast<size_t>(counts.nonZeros()));
    }
    if (options.start) {
        for (const auto& [name, tensor] : statesOf(*options.start->weights().network))
            all += name + bytesOf(tensor.data_ptr<float>(), static_cast<size_t>(tensor.numel()));
    }
    return sha256(all);
}

} // namespace spacrd
