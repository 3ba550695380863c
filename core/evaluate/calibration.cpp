#include "core/evaluate/calibration.h"

#include "core/base/error.h"
#include "core/evaluate/sigmoid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spacrd {

namespace {

constexpr int newtonSteps = 100;
constexpr double shortestStep = 1e-10; // of backtracking
constexpr double rounding = 1e-15;     // of a mean loss, which is of the order of 1
constexpr double converged = 1e-26;    // Newton's estimate of twice the loss that can still be gained

/// Throws unless there is a finite logit for each label and both labels occur.
void checkLabelled(const std::vector<double>& logits, const std::vector<int>& labels)
{
    if (logits.size() != labels.size()) {
        throw Error(Text(SPACRD_TR("core", "There are %1 logits but %2 labels."), {toWord(logits.size()), toWord(labels.size())}),
                    {}, SPACRD_TR("core", "give one label for each logit"));
    }
    if (!std::all_of(logits.begin(), logits.end(), [](double x) { return std::isfinite(x); }))
        throw Error(SPACRD_TR("core", "A logit is not a finite number."));
    for (const int label : labels) {
        if (label != 0 && label != 1)
            throw Error(Text(SPACRD_TR("core", "The label %1 is neither 0 nor 1."), {toWord(label)}));
    }
    if (std::count(labels.begin(), labels.end(), 1) == 0 || std::count(labels.begin(), labels.end(), 0) == 0) {
        throw Error(SPACRD_TR("core", "Probabilities cannot be calibrated on spots of one class only."), {},
                    SPACRD_TR("core", "hold out a section with both cancer and other tissue"));
    }
}

struct Line
{
    double slope = 0.0;
    double offset = 0.0;
};

/// Mean cross-entropy of σ(slope · logit + offset) against soft targets, as a function of the line.
class LineFit
{
public:
    LineFit(const std::vector<double>& logits, const std::vector<int>& labels, bool slopeIsFree, bool offsetIsFree)
        : m_logits(logits)
        , m_labels(labels)
        , m_slopeIsFree(slopeIsFree)
        , m_offsetIsFree(offsetIsFree)
    {
        const auto positives = static_cast<double>(std::count(labels.begin(), labels.end(), 1));
        m_target[0] = 1.0 / (static_cast<double>(labels.size()) - positives + 2.0);
        m_target[1] = (positives + 1.0) / (positives + 2.0);
    }

    Line minimum() const
    {
        Line at;
        double loss = lossAt(at);
        for (int i = 0; i < newtonSteps; ++i) {
            const Step step = newtonStep(at);
            double length = step.gain > converged ? 1.0 : 0.0;
            const auto along = [&] { return Line{at.slope + length * step.by.slope, at.offset + length * step.by.offset}; };
            while (length > shortestStep && !(lossAt(along()) <= loss + rounding))
                length *= 0.5;
            if (length <= shortestStep)
                break;
            at = along();
            loss = lossAt(at);
        }
        return at;
    }

private:
    struct Step
    {
        Line by;
        double gain = 0.0; ///< −gradient · by
    };

    double lossAt(const Line& line) const
    {
        double sum = 0.0;
        for (size_t i = 0; i < m_logits.size(); ++i) {
            const double x = line.slope * m_logits[i] + line.offset;
            sum += softplus(x) - m_target[m_labels[i]] * x;
        }
        return sum / static_cast<double>(m_logits.size());
    }

    Step newtonStep(const Line& line) const
    {
        double g[2] = {};
        double h[3] = {}; // slope-slope, slope-offset, offset-offset
        for (size_t i = 0; i < m_logits.size(); ++i) {
            const double x = m_slopeIsFree ? m_logits[i] : 0.0;
            const double one = m_offsetIsFree ? 1.0 : 0.0;
            const double p = sigmoid(line.slope * m_logits[i] + line.offset);
            const double residual = p - m_target[m_labels[i]];
            const double weight = p * (1.0 - p);
            g[0] += residual * x;
            g[1] += residual * one;
            h[0] += weight * x * x;
            h[1] += weight * x * one;
            h[2] += weight * one * one;
        }
        // A ridge lets equal logits, or a parameter that is held, have a step (of 0) too.
        h[0] += 1e-12 * h[0] + 1e-300;
        h[2] += 1e-12 * h[2] + 1e-300;
        const double slope = -g[0] / h[0];
        const double shear = h[1] / h[0];
        const double offset = -(g[1] + h[1] * slope) / (h[2] - h[1] * shear);
        const Line by{slope - shear * offset, offset};
        const double gain = -(g[0] * by.slope + g[1] * by.offset) / static_cast<double>(m_logits.size());
        return {by, gain};
    }

    const std::vector<double>& m_logits;
    const std::vector<int>& m_labels;
    const bool m_slopeIsFree;
    const bool m_offsetIsFree;
    double m_target[2] = {};
};

/// Neighbouring logits pooled into one value.
struct Block
{
    double first; ///< lowest logit
    double last;
    double sum; ///< of labels
    double count;

    double mean() const { return sum / count; }
    void prepend(const Block& lower) { *this = {lower.first, last, lower.sum + sum, lower.count + count}; }
};

/// One block for each distinct logit, rising: one logit can have one probability only.
std::vector<Block> distinctLogits(const std::vector<double>& logits, const std::vector<int>& labels)
{
    std::vector<size_t> order(logits.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return logits[a] < logits[b]; });
    std::vector<Block> blocks;
    for (const size_t i : order) {
        Block block{logits[i], logits[i], static_cast<double>(labels[i]), 1.0};
        if (!blocks.empty() && blocks.back().last == logits[i]) {
            block.prepend(blocks.back());
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    return blocks;
}

double interpolate(const std::vector<double>& xs, const std::vector<double>& ys, double x)
{
    const auto above = std::upper_bound(xs.begin(), xs.end(), x);
    if (above == xs.begin())
        return ys.front();
    if (above == xs.end())
        return ys.back();
    const auto i = static_cast<size_t>(above - xs.begin());
    const double t = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
    return ys[i - 1] + t * (ys[i] - ys[i - 1]);
}

} // namespace

double Calibration::probability(double logit) const
{
    if (method == Method::temperature)
        return sigmoid(slope * logit + offset);
    if (knotLogits.empty() || knotLogits.size() != knotProbabilities.size())
        throw Error(SPACRD_TR("core", "The model's calibration has no usable knots."));
    return interpolate(knotLogits, knotProbabilities, logit);
}

Calibration fitTemperature(const std::vector<double>& logits, const std::vector<int>& labels, CalibrationOffset offset)
{
    checkLabelled(logits, labels);
    const bool offsetIsFree = offset == CalibrationOffset::fitted;
    Line line = LineFit(logits, labels, true, offsetIsFree).minimum();
    // The loss is convex: a minimum at a negative slope puts the one over slopes ≥ 0 at the edge.
    if (line.slope < 0.0)
        line = LineFit(logits, labels, false, offsetIsFree).minimum();
    Calibration calibration;
    calibration.slope = line.slope;
    calibration.offset = line.offset;
    calibration.spots = static_cast<long long>(labels.size());
    return calibration;
}

Calibration fitIsotonic(const std::vector<double>& logits, const std::vector<int>& labels)
{
    checkLabelled(logits, labels);
    std::vector<Block> blocks;
    for (Block block : distinctLogits(logits, labels)) {
        while (!blocks.empty() && blocks.back().mean() >= block.mean()) {
            block.prepend(blocks.back());
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    Calibration calibration;
    calibration.method = Calibration::Method::isotonic;
    calibration.spots = static_cast<long long>(labels.size());
    for (const Block& block : blocks) {
        calibration.knotLogits.push_back(block.first);
        calibration.knotProbabilities.push_back(block.mean());
        if (block.last > block.first) {
            calibration.knotLogits.push_back(block.last);
            calibration.knotProbabilities.push_back(block.mean());
        }
    }
    return calibration;
}

} // namespace spacrd
