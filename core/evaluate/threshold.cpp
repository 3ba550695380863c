#include "core/evaluate/threshold.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/evaluate/metrics.h"

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
    return decision;
}

} // namespace spacrd
