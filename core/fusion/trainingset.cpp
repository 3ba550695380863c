#include "core/fusion/trainingset.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/preprocess/variablegenes.h"

#include <algorithm>
#include <numeric>

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

/// Indices of the shared genes, those to be read first.
std::vector<int> rankGenes(const std::vector<const ExpressionMatrix*>& matrices, const std::vector<Gene>& universe,
                           const TrainOptions& options)
{
    std::vector<CountMatrix> values;
    for (const ExpressionMatrix* matrix : matrices) {
        CountMatrix counts = selectGenes(matrix->counts, matchGenes(universe, matrix->genes));
        values.push_back(options.rawCountHvg ? std::move(counts) : libraryLog1p(counts));
        if (options.panel == PanelChoice::firstSection)
            return seuratV3(values.front()).order;
    }
    return byPooledVariance(values);
}

PanelGenes choosePanel(const std::vector<const ExpressionMatrix*>& matrices, const TrainOptions& options)
{
    PanelGenes panel;
    panel.universe = commonGenes(matrices);
    const std::vector<int> order = rankGenes(matrices, panel.universe, options);
    const size_t size = std::min(panel.universe.size(), static_cast<size_t>(std::max(1, options.genes)));
    for (size_t i = 0; i < size; ++i)
        panel.genes.push_back(panel.universe[static_cast<size_t>(order[i])]);
    return panel;
}

/// Expression for the panel; a section that has too little of a continued model's genes is refused.
SparseFeatures panelFeatures(const Sample& sample, const PanelGenes& panel)
{
    GeneReport report;
    SparseFeatures features = expressionFeatures(sample.expression(), panel, &report);
    requireEnoughGenes(report, panel, sample.expression().genes, sample.path);
    return features;
}

/// Adds the rows of one section.
void addSection(TrainingSet& set, const TrainingSection& section, std::vector<SparseFeatures>& expression, Encoder* encoder,
                Task& task)
{
    const Sample& sample = *section.sample;
    const auto offset = static_cast<std::int32_t>(set.rows());
    const auto spots = static_cast<Eigen::Index>(sample.spots().size());
    expression.push_back(panelFeatures(sample, set.panel));

    const NeighbourTable table = spotNeighbours(sample.spots());
    for (const std::int32_t spot : table.indices)
        set.neighbours.indices.push_back(offset + spot);

    const bool image = encoder && sample.slide;
    if (image) {
        FeatureMatrix features = imageFeatures(sample, *encoder, task);
        set.rawImage.middleRows(offset, spots) = features;
        minMaxColumns(features);
        set.image.middleRows(offset, spots) = features;
    }
    set.hasImage.insert(set.hasImage.end(), static_cast<size_t>(spots), image ? 1 : 0);
    set.labels.insert(set.labels.end(), section.labels.begin(), section.labels.end());
    for (std::int32_t spot = 0; spot < spots; ++spot) {
        if (section.labels[static_cast<size_t>(spot)] >= 0)
            (section.replay ? set.replayed : set.labelled).push_back(offset + spot);
        if (image)
            set.bothHalves.push_back(offset + spot);
    }
}

/// The matrices one below the other.
SparseFeatures stacked(const std::vector<SparseFeatures>& parts, Eigen::Index columns)
{
    Eigen::Index rows = 0;
    Eigen::Index entries = 0;
    for (const SparseFeatures& part : parts) {
        rows += part.rows();
        entries += part.nonZeros();
    }
    SparseFeatures all(rows, columns);
    all.reserve(entries);
    Eigen::Index row = 0;
    for (const SparseFeatures& part : parts) {
        for (Eigen::Index own = 0; own < part.rows(); ++own, ++row) {
            all.startVec(row);
            for (SparseFeatures::InnerIterator it(part, own); it; ++it)
                all.insertBack(row, it.col()) = it.value();
        }
    }
    all.finalize();
    return all;
}

} // namespace

long long TrainingSet::positives() const
{
    return std::count_if(labelled.begin(), labelled.end(),
                         [this](std::int32_t row) { return labels[static_cast<size_t>(row)] == 1; });
}

TrainingSet makeTrainingSet(const std::vector<TrainingSection>& sections, const TrainOptions& options, Encoder* encoder,
                            Task& task)
{
    checkLabels(sections);
    task.stage(SPACRD_TR("core", "Preparing expression"));
    TrainingSet set;
    std::vector<const ExpressionMatrix*> matrices;
    size_t rows = 0;
    for (const TrainingSection& section : sections) {
        matrices.push_back(&section.sample->expression());
        rows += section.sample->spots().size();
    }
    set.panel = options.start ? panelOf(options.start->card()) : choosePanel(matrices, options);
    if (encoder) {
        set.image = FeatureMatrix::Zero(static_cast<Eigen::Index>(rows), encoder->identity().dimension);
        set.rawImage = set.image;
    }
    std::vector<SparseFeatures> expression;
    for (const TrainingSection& section : sections)
        addSection(set, section, expression, encoder, task);
    set.expression = stacked(expression, static_cast<Eigen::Index>(set.panel.genes.size()));
    return set;
}

} // namespace spacrd
