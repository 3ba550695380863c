#include "core/evaluate/threshold.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/evaluate/metrics.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace spacrd {

namespace {

constexpr std::string_view percentilePrefix = "percentile:";

void decideByMixture(Decision& decision, const std::vector<double>& score)
{
    const GaussianMixture mixture = fitGaussianMixture(score);
    decision.method = "gmm";
    decision.onProbability = false;
    decision.threshold = mixture.threshold;
    if (!mixture.bracketed) {
        decision.notes.push_back(
            Text(SPACRD_TR("core", "The scores do not fall into two groups: the two Gaussian components do not "
                                   "cross between their means, so the threshold is the midpoint %1."),
                 {toWord(mixture.threshold)}));
    } else if (!mixture.twoGroups) {
        decision.notes.push_back(
            Text(SPACRD_TR("core", "The scores do not fall into two groups: there is no clear valley between the two Gaussian "
                                   "components, so the threshold %1 cuts through one group of spots."),
                 {toWord(mixture.threshold)}));
    }
}

void decideByPercentile(Decision& decision, const std::string& rule, const std::vector<double>& score)
{
    const auto q = toDouble(std::string_view(rule).substr(percentilePrefix.size()));
    if (!q || *q < 0.0 || *q > 100.0) {
        throw Error(Text(SPACRD_TR("core", "The threshold rule \"%1\" does not name a percentile."), {rule}), {},
                    SPACRD_TR("core", "write percentile:Q with Q between 0 and 100"));
    }
    decision.method = rule;
    decision.onProbability = false;
    decision.threshold = percentile(score, *q);
}

void decideByProbability(Decision& decision, const std::string& rule)
{
    decision.method = "probability";
    decision.onProbability = true;
    if (rule == "auto") {
        decision.threshold = 0.5;
        return;
    }
    const auto threshold = toDouble(rule);
    if (!threshold || *threshold < 0.0 || *threshold > 1.0) {
        throw Error(Text(SPACRD_TR("core", "The threshold rule \"%1\" is not known."), {rule}), {},
                    SPACRD_TR("core", "use auto, gmm, percentile:Q or a probability between 0 and 1"));
    }
    decision.threshold = *threshold;
}

void checkValues(const std::vector<double>& score, const std::vector<double>& probability)
{
    if (score.empty())
        throw Error(SPACRD_TR("core", "There are no spots to decide on."));
    if (score.size() != probability.size()) {
        throw Error(Text(SPACRD_TR("core", "There are %1 scores but %2 probabilities."),
                         {toWord(score.size()), toWord(probability.size())}));
    }
    for (size_t i = 0; i < score.size(); ++i) {
        if (!std::isfinite(score[i]) || !std::isfinite(probability[i]))
            throw Error(Text(SPACRD_TR("core", "The score of spot number %1 is not a finite number."), {toWord(i + 1)}));
    }
}

/// Says what the classes alone do not show.
void noteWhatWasFound(Decision& decision, const std::vector<double>& probability)
{
    long long positives = 0;
    double highest = 0.0;
    for (size_t i = 0; i < probability.size(); ++i) {
        positives += decision.classes[i];
        if (decision.classes[i] == 1)
            highest = std::max(highest, probability[i]);
    }
    const std::vector<std::string> threshold{toWord(decision.threshold)};
    if (positives == 0) {
        decision.notes.emplace_back(
            SPACRD_TR("core", "No spot reaches the threshold %1: nothing is marked as cancer in this section."), threshold);
    } else if (positives == static_cast<long long>(probability.size())) {
        decision.notes.emplace_back(
            SPACRD_TR("core", "Every spot reaches the threshold %1: the whole section is marked as cancer."), threshold);
    }
    if (positives > 0 && !decision.onProbability && highest < 0.5) {
        decision.notes.emplace_back(
            SPACRD_TR("core",
                      "None of the %1 marked spots reaches a probability of 0.5: the threshold divides the section by its "
                      "own scores, whether there is cancer in it or not."),
            std::vector<std::string>{toWord(positives)});
    }
}

} // namespace

Decision decide(const std::string& rule, const std::vector<double>& score, const std::vector<double>& probability)
{
    checkValues(score, probability);
    Decision decision;
    if (rule == "gmm")
        decideByMixture(decision, score);
    else if (std::string_view(rule).starts_with(percentilePrefix))
        decideByPercentile(decision, rule, score);
    else
        decideByProbability(decision, rule);

    const std::vector<double>& values = decision.onProbability ? probability : score;
    decision.classes.reserve(values.size());
    for (const double value : values)
        decision.classes.push_back(value >= decision.threshold ? 1 : 0);
    noteWhatWasFound(decision, probability);
    return decision;
}

} // namespace spacrd
