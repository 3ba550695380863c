#include "core/fusion/heldout.h"

#include "core/base/task.h"
#include "core/evaluate/logistic.h"
#include "core/evaluate/sigmoid.h"

#include <algorithm>

namespace spacrd {

namespace {

constexpr size_t mostBaselineSpots = 20000; // 3,000 genes of so many spots are 240 MB
constexpr double inverseRegularisation = 1.0;

SparseFeatures featuresOf(const Sample& sample, const ModelCard& card)
{
    return expressionFeatures(sample.expression(), panelOf(card), nullptr);
}

/// Rows of every n-th labelled spot of the training sections, and their labels.
LogisticRegression trainBaseline(const std::vector<TrainingSection>& training, const ModelCard& card, Task& task)
{
    task.stage(SPACRD_TR("core", "Fitting the logistic regression beside it"));
    size_t labelled = 0;
    for (const TrainingSection& section : training)
        labelled +=
            static_cast<size_t>(std::count_if(section.labels.begin(), section.labels.end(), [](int l) { return l >= 0; }));
    const size_t step = std::max<size_t>(1, (labelled + mostBaselineSpots - 1) / mostBaselineSpots);
    FeatureMatrix rows(static_cast<Eigen::Index>((labelled + step - 1) / step), static_cast<Eigen::Index>(card.panel.size()));
    std::vector<int> labels;
    size_t seen = 0;
    for (const TrainingSection& section : training) {
        task.check();
        const FeatureMatrix mean = neighbourMean(featuresOf(*section.sample, card), spotNeighbours(section.sample->spots()));
        for (size_t spot = 0; spot < section.labels.size(); ++spot) {
            if (section.labels[spot] < 0 || seen++ % step != 0)
                continue;
            rows.row(static_cast<Eigen::Index>(labels.size())) = mean.row(static_cast<Eigen::Index>(spot));
            labels.push_back(section.labels[spot]);
        }
    }
    return fitLogistic(rows, labels, inverseRegularisation, task);
}

Metrics baselineOn(const TrainingSection& section, const LogisticRegression& regression, const ModelCard& card)
{
    const std::vector<double> logits =
        neighbourLogits(regression, featuresOf(*section.sample, card), spotNeighbours(section.sample->spots()));
    std::vector<double> probabilities;
    for (const double logit : logits)
        probabilities.push_back(sigmoid(logit));
    return evaluateLabelled(logits, probabilities, section.labels);
}

NamedFigures meanOf(const std::vector<HeldOutSection>& sections, const Metrics* (*pick)(const HeldOutSection&))
{
    NamedFigures mean{{"auc", 0.0}, {"ap", 0.0}, {"f1", 0.0}};
    double counted = 0.0;
    for (const HeldOutSection& section : sections) {
        if (const Metrics* const metrics = pick(section)) {
            mean[0].second += metrics->auc;
            mean[1].second += metrics->ap;
            mean[2].second += metrics->f1;
            ++counted;
        }
    }
    if (counted == 0.0)
        return {};
    for (auto& [name, value] : mean)
        value /= counted;
    return mean;
}

} // namespace

std::vector<HeldOutSection> measureHeldOut(const Model& model, const std::vector<TrainingSection>& training,
                                           const std::vector<TrainingSection>& heldOut, const DetectOptions& options, Task& task)
{
    std::vector<HeldOutSection> measured;
    if (heldOut.empty())
        return measured;
    const LogisticRegression baseline = trainBaseline(training, model.card(), task);
    for (const TrainingSection& section : heldOut) {
        const Detection detection = detectSample(*section.sample, model, options, task);
        HeldOutSection figures;
        figures.name = section.sample->name;
        figures.network = evaluateLabelled(detection.score, detection.probability, section.labels);
        if (detection.usedExpression)
            figures.baseline = baselineOn(section, baseline, model.card());
        measured.push_back(std::move(figures));
    }
    return measured;
}

NamedFigures meanOfNetwork(const std::vector<HeldOutSection>& sections)
{
    return meanOf(sections, [](const HeldOutSection& section) { return &section.network; });
}

NamedFigures meanOfBaseline(const std::vector<HeldOutSection>& sections)
{
    return meanOf(sections, [](const HeldOutSection& section) { return section.baseline ? &*section.baseline : nullptr; });
}

} // namespace spacrd
