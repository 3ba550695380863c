#include "core/fusion/trainingset.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/fusion/encode.h"
#include "core/preprocess/variablegenes.h"

#include <algorithm>

namespace spacrd {

namespace {

void checkLabels(const std::vector<TrainingSection>& sections)
{
    long long counted[2] = {0, 0};
    for (const TrainingSection& section : sections) {
        if (section.labels.size() != section.sample->spots().size())
            throw Error(SPACRD_TR("core", "There is not one label for every spot."), section.sample->path);
        for (const int label : section.labels) {
            if (label == 0 || label == 1)
                ++counted[label];
        }
    }
    if (counted[0] == 0 || counted[1] == 0) {
        throw Error(Text(SPACRD_TR("core", "Training needs spots of both classes; the labels give %1 cancer and %2 other spots."),
                         {toWord(counted[1]), toWord(counted[0])}),
                    {}, SPACRD_TR("core", "check the labels and the names of the positive classes"));
    }
}

/// The most variable genes of the first section among the shared ones (spec §2.3).
std::vector<std::string> choosePanel(const ExpressionMatrix& first, const std::vector<std::string>& universe,
                                     const TrainOptions& options)
{
    const CountMatrix counts = selectGenes(first, universe, nullptr);
    const GeneVariability ranked = seuratV3(options.rawCountHvg ? counts : libraryLog1p(counts));
    std::vector<std::string> panel;
    const size_t size = std::min(universe.size(), static_cast<size_t>(std::max(1, options.genes)));
    for (size_t i = 0; i < size; ++i)
        panel.push_back(universe[static_cast<size_t>(ranked.order[i])]);
    return panel;
}

/// Fills the rows of one section, which begin at `offset`.
void addSection(TrainingSet& set, const TrainingSection& section, std::int64_t offset, Encoder* encoder, Task& task)
{
    const Sample& sample = *section.sample;
    const auto spots = static_cast<std::int64_t>(sample.spots().size());
    const FeatureMatrix expression = expressionFeatures(sample.expression(), set.universe, set.panel, nullptr);
    set.expression.narrow(0, offset, spots).copy_(tensorOver(expression));

    const NeighbourTable table = spotNeighbours(sample.spots());
    auto* neighbours = set.neighbours.data_ptr<std::int64_t>() + offset * neighbourhoodSize;
    std::transform(table.indices.begin(), table.indices.end(), neighbours, [&](std::int32_t spot) { return offset + spot; });

    if (encoder && sample.slide) {
        FeatureMatrix image = imageFeatures(sample, *encoder, task);
        minMaxColumns(image);
        set.image.narrow(0, offset, spots).copy_(tensorOver(image));
        set.hasImage.narrow(0, offset, spots).fill_(true);
    }
    for (std::int64_t spot = 0; spot < spots; ++spot) {
        const int label = section.labels[static_cast<size_t>(spot)];
        if (label >= 0) {
            set.labels[offset + spot] = label;
            set.labelled.push_back(offset + spot);
            set.positives += label;
        }
        if (encoder && sample.slide)
            set.bothHalves.push_back(offset + spot);
    }
}

} // namespace

TrainingSet makeTrainingSet(const std::vector<TrainingSection>& sections, const TrainOptions& options, Encoder* encoder,
                            Task& task)
{
    checkLabels(sections);
    task.stage(SPACRD_TR("core", "Preparing expression"));
    TrainingSet set;
    std::vector<const ExpressionMatrix*> matrices;
    std::int64_t rows = 0;
    for (const TrainingSection& section : sections) {
        matrices.push_back(&section.sample->expression());
        rows += static_cast<std::int64_t>(section.sample->spots().size());
    }
    set.universe = commonGenes(matrices);
    set.panel = choosePanel(*matrices.front(), set.universe, options);
    set.expression = torch::zeros({rows, static_cast<std::int64_t>(set.panel.size())});
    set.neighbours = torch::zeros({rows, neighbourhoodSize}, torch::kLong);
    set.labels = torch::zeros({rows});
    set.hasImage = torch::zeros({rows}, torch::kBool);
    if (encoder)
        set.image = torch::zeros({rows, encoder->identity().dimension});
    std::int64_t offset = 0;
    for (const TrainingSection& section : sections) {
        addSection(set, section, offset, encoder, task);
        offset += static_cast<std::int64_t>(section.sample->spots().size());
    }
    set.allHaveImages = static_cast<std::int64_t>(set.bothHalves.size()) == rows;
    return set;
}

} // namespace spacrd
