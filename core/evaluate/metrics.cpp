#include "core/evaluate/metrics.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace spacrd {

namespace {

constexpr int calibrationBins = 10;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

void checkLengths(size_t scores, size_t labels)
{
    if (scores == 0)
        throw Error(SPACRD_TR("core", "There is no labelled spot to evaluate."), {},
                    SPACRD_TR("core", "check that the labels belong to this sample"));
    if (scores != labels) {
        throw Error(Text(SPACRD_TR("core", "There are %1 scores but %2 labels."), {toWord(scores), toWord(labels)}), {},
                    SPACRD_TR("core", "give one label for each score"));
    }
}

/// A NaN would be ordered anywhere by the sort and a label other than 0/1 would count as neither: both are refused.
void checkInput(const std::vector<double>& scores, const std::vector<int>& labels)
{
    checkLengths(scores.size(), labels.size());
    for (const double score : scores) {
        if (!std::isfinite(score))
            throw Error(SPACRD_TR("core", "A score is not a finite number."));
    }
    for (const int label : labels) {
        if (label != 0 && label != 1)
            throw Error(Text(SPACRD_TR("core", "The label %1 is neither 0 nor 1."), {toWord(label)}));
    }
}

std::vector<size_t> byFallingScore(const std::vector<double>& scores)
{
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] > scores[b]; });
    return order;
}

/// Calls `visit(positives, negatives)` for each group of equal scores, highest score first.
template <typename Visit>
void forEachTie(const std::vector<double>& scores, const std::vector<int>& labels, Visit visit)
{
    const std::vector<size_t> order = byFallingScore(scores);
    for (size_t start = 0; start < order.size();) {
        size_t end = start;
        long long positives = 0;
        while (end < order.size() && scores[order[end]] == scores[order[start]])
            positives += labels[order[end++]];
        visit(positives, static_cast<long long>(end - start) - positives);
        start = end;
    }
}

double calibrationError(const std::vector<double>& probabilities, const std::vector<int>& labels)
{
    double sum[calibrationBins] = {};
    double positives[calibrationBins] = {};
    for (size_t i = 0; i < labels.size(); ++i) {
        const int bin = std::min(calibrationBins - 1, static_cast<int>(probabilities[i] * calibrationBins));
        sum[bin] += probabilities[i];
        positives[bin] += labels[i];
    }
    double error = 0.0;
    for (int bin = 0; bin < calibrationBins; ++bin)
        error += std::abs(sum[bin] - positives[bin]);
    return error / static_cast<double>(labels.size());
}

double brierScore(const std::vector<double>& probabilities, const std::vector<int>& labels)
{
    double sum = 0.0;
    for (size_t i = 0; i < labels.size(); ++i)
        sum += (probabilities[i] - labels[i]) * (probabilities[i] - labels[i]);
    return sum / static_cast<double>(labels.size());
}

double ratio(long long part, long long whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0; // as scikit-learn: 0 where undefined
}

} // namespace

double areaUnderRoc(const std::vector<double>& scores, const std::vector<int>& labels)
{
    checkInput(scores, labels);
    long long positives = 0;
    long long negatives = 0;
    double orderedPairs = 0.0; // positive above negative, ties count half
    forEachTie(scores, labels, [&](long long p, long long n) {
        orderedPairs += static_cast<double>(n) * (static_cast<double>(positives) + 0.5 * static_cast<double>(p));
        positives += p;
        negatives += n;
    });
    if (positives == 0 || negatives == 0)
        return notANumber;
    return orderedPairs / (static_cast<double>(positives) * static_cast<double>(negatives));
}

double averagePrecision(const std::vector<double>& scores, const std::vector<int>& labels)
{
    checkInput(scores, labels);
    const long long all = std::accumulate(labels.begin(), labels.end(), 0LL);
    if (all == 0)
        return notANumber;
    long long positives = 0;
    long long negatives = 0;
    double sum = 0.0;
    forEachTie(scores, labels, [&](long long p, long long n) {
        positives += p;
        negatives += n;
        sum += static_cast<double>(p) * ratio(positives, positives + negatives);
    });
    return sum / static_cast<double>(all);
}

double percentile(std::vector<double> values, double q)
{
    if (values.empty())
        throw Error(SPACRD_TR("core", "A percentile of no values was asked for."));
    if (!(q >= 0.0 && q <= 100.0))
        throw Error(Text(SPACRD_TR("core", "A percentile lies between 0 and 100, not at %1."), {toWord(q)}));
    std::sort(values.begin(), values.end());
    const double position = static_cast<double>(values.size() - 1) * (q / 100.0);
    const size_t below = static_cast<size_t>(std::floor(position));
    const size_t above = std::min(below + 1, values.size() - 1);
    const double t = position - static_cast<double>(below);
    const double step = values[above] - values[below];
    // numpy interpolates from the nearer end; the last bit decides whether a spot at the threshold is counted.
    return t >= 0.5 ? values[above] - step * (1.0 - t) : values[below] + step * t;
}

Metrics evaluateScores(const std::vector<double>& scores, const std::vector<double>& probabilities,
                       const std::vector<int>& labels)
{
    checkInput(scores, labels);
    checkLengths(probabilities.size(), labels.size());
    for (const double probability : probabilities) {
        if (!(probability >= 0.0 && probability <= 1.0))
            throw Error(Text(SPACRD_TR("core", "The probability %1 does not lie between 0 and 1."), {toWord(probability)}));
    }

    Metrics metrics;
    metrics.n = static_cast<long long>(labels.size());
    metrics.positives = std::accumulate(labels.begin(), labels.end(), 0LL);
    metrics.auc = areaUnderRoc(scores, labels);
    metrics.ap = averagePrecision(scores, labels);
    metrics.threshold =
        percentile(scores, 100.0 * static_cast<double>(metrics.n - metrics.positives) / static_cast<double>(metrics.n));
    long long found = 0;
    long long right = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
        const bool predicted = scores[i] >= metrics.threshold;
        found += predicted;
        right += predicted && labels[i] == 1;
    }
    metrics.precision = ratio(right, found);
    metrics.recall = ratio(right, metrics.positives);
    metrics.f1 = ratio(2 * right, found + metrics.positives);
    metrics.brier = brierScore(probabilities, labels);
    metrics.ece = calibrationError(probabilities, labels);
    return metrics;
}

LabelledValues labelledOnly(const std::vector<double>& values, const std::vector<int>& labels)
{
    LabelledValues known;
    for (size_t spot = 0; spot < labels.size(); ++spot) {
        if (labels[spot] < 0)
            continue;
        known.values.push_back(values[spot]);
        known.labels.push_back(labels[spot]);
    }
    return known;
}

Metrics evaluateLabelled(const std::vector<double>& scores, const std::vector<double>& probabilities,
                         const std::vector<int>& labels)
{
    const LabelledValues known = labelledOnly(scores, labels);
    return evaluateScores(known.values, labelledOnly(probabilities, labels).values, known.labels);
}

} // namespace spacrd
