#include "core/evaluate/threshold.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace spacrd {

namespace {

constexpr double varianceFloor = 1e-6;     // added to every variance, as the reference's library does
constexpr double smallestDeviation = 0.01; // of a component that counts, in units of the spread of the values
constexpr size_t screeningValues = 10000;
constexpr int screeningSteps = 60;
constexpr int maximumSteps = 20000;
constexpr double clearValley = 0.85; // a sample of one Gaussian or a skewed group has a shallower one
constexpr int valleySteps = 400;
constexpr double converged = 1e-10; // largest move of a parameter in one EM step, in units of the spread of the values

/// The mixture as EM moves it: unconstrained numbers, so that extrapolation cannot leave the valid range.
/// 0, 1: means; 2, 3: log variances; 4: logit of the weight of component 1.
using Parameters = std::array<double, 5>;

struct Components
{
    double mean[2];
    double variance[2];
    double weight[2];
};

Components componentsOf(const Parameters& p)
{
    const double w1 = 1.0 / (1.0 + std::exp(-p[4]));
    return {{p[0], p[1]}, {std::exp(p[2]), std::exp(p[3])}, {1.0 / (1.0 + std::exp(p[4])), w1}};
}

Parameters parametersOf(const Components& c)
{
    return {c.mean[0], c.mean[1], std::log(c.variance[0]), std::log(c.variance[1]), std::log(c.weight[1] / c.weight[0])};
}

/// log(weight · density) of a component as a parabola of x, so that no logarithm is taken per value.
struct LogDensity
{
    LogDensity(const Components& c, int k)
        : mean(c.mean[k])
        , factor(-0.5 / c.variance[k])
        , constant(std::log(c.weight[k]) - 0.5 * std::log(2.0 * std::numbers::pi * c.variance[k]))
    {}
    double operator()(double x) const { return constant + factor * (x - mean) * (x - mean); }

    double mean;
    double factor;
    double constant;
};

/// Weighted sums of one component, taken about `centre` so that the variance does not cancel.
struct Sums
{
    double weight = 0.0;
    double first = 0.0;
    double second = 0.0;
};

class Fit
{
public:
    explicit Fit(const std::vector<double>& values)
        : m_values(values)
    {
        double sum = 0.0;
        for (const double x : values)
            sum += x;
        m_centre = sum / static_cast<double>(values.size());
        double squares = 0.0;
        for (const double x : values)
            squares += (x - m_centre) * (x - m_centre);
        m_spread = std::sqrt(squares / static_cast<double>(values.size()) + varianceFloor);
    }

    double spread() const { return m_spread; }

    /// One EM step; `logLikelihood` becomes the mean log-likelihood of `before`.
    Parameters step(const Parameters& before, double& logLikelihood) const
    {
        const Components c = componentsOf(before);
        const LogDensity low(c, 0);
        const LogDensity high(c, 1);
        Sums sums[2];
        double total = 0.0;
        for (const double x : m_values) {
            const double a = low(x);
            const double b = high(x);
            const double smallOverLarge = std::exp(-std::abs(a - b));
            const double largeShare = 1.0 / (1.0 + smallOverLarge);
            total += std::max(a, b) + std::log1p(smallOverLarge);
            add(sums[a > b ? 0 : 1], largeShare, x);
            add(sums[a > b ? 1 : 0], smallOverLarge * largeShare, x);
        }
        logLikelihood = total / static_cast<double>(m_values.size());
        return parametersOf(maximised(sums));
    }

    /// Where EM begins when the values below `cut` are component 0 and the others component 1.
    Parameters startAt(double cut) const
    {
        Sums sums[2];
        for (const double x : m_values)
            add(sums[x < cut ? 0 : 1], 1.0, x);
        return parametersOf(maximised(sums));
    }

private:
    void add(Sums& sums, double share, double x) const
    {
        sums.weight += share;
        sums.first += share * (x - m_centre);
        sums.second += share * (x - m_centre) * (x - m_centre);
    }

    Components maximised(const Sums (&sums)[2]) const
    {
        Components c{};
        const double n = static_cast<double>(m_values.size());
        for (int k = 0; k < 2; ++k) {
            // A component that lost all its values keeps a trace, so that no division by zero follows.
            const double weight = std::max(sums[k].weight, 1e-10);
            const double shift = sums[k].first / weight;
            c.mean[k] = m_centre + shift;
            c.variance[k] = std::max(sums[k].second / weight - shift * shift, 0.0) + varianceFloor;
            c.weight[k] = weight / (n + 2e-10);
        }
        return c;
    }

    const std::vector<double>& m_values;
    double m_centre = 0.0;
    double m_spread = 1.0;
};

struct State
{
    Parameters at{};
    double logLikelihood = 0.0;
    int steps = 0;
    bool done = false;
};

double largestMove(const Parameters& a, const Parameters& b, double spread)
{
    double most = 0.0;
    for (size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(a[i] - b[i]) / (i < 2 ? spread : 1.0));
    return most;
}

/// Plain EM crawls where the components overlap. Two steps give the direction and the rate of the crawl; a jump along it
/// (SQUAREM, Varadhan & Roland 2008) is kept only when it makes the likelihood no smaller, so the limit stays that of EM.
void run(const Fit& fit, State& state, int limit)
{
    double atOne = 0.0;
    double jumped = 0.0;
    while (!state.done && state.steps < limit) {
        const Parameters one = fit.step(state.at, state.logLikelihood);
        const Parameters two = fit.step(one, atOne);
        state.steps += 2;
        state.done = largestMove(one, two, fit.spread()) < converged;
        double r2 = 0.0;
        double v2 = 0.0;
        for (size_t i = 0; i < one.size(); ++i) {
            const double r = one[i] - state.at[i];
            const double v = two[i] - one[i] - r;
            r2 += r * r;
            v2 += v * v;
        }
        const double length = v2 > 0.0 ? std::clamp(std::sqrt(r2 / v2), 1.0, 1e4) : 1.0;
        Parameters jump = two;
        for (size_t i = 0; i < one.size(); ++i) {
            const double r = one[i] - state.at[i];
            const double v = two[i] - one[i] - r;
            jump[i] = state.at[i] + 2.0 * length * r + length * length * v;
        }
        const Parameters after = fit.step(jump, jumped);
        ++state.steps;
        state.at = std::isfinite(jumped) && jumped >= atOne ? after : two;
    }
    (void)fit.step(state.at, state.logLikelihood);
}

/// The cut between the two means of one-dimensional k-means (k = 2), started at the mean of the values.
double kMeansCut(const std::vector<double>& sorted)
{
    std::vector<double> sums(sorted.size() + 1, 0.0);
    for (size_t i = 0; i < sorted.size(); ++i)
        sums[i + 1] = sums[i] + sorted[i];
    const double n = static_cast<double>(sorted.size());
    double cut = sums.back() / n;
    for (int i = 0; i < 100; ++i) {
        const size_t below = static_cast<size_t>(std::lower_bound(sorted.begin(), sorted.end(), cut) - sorted.begin());
        if (below == 0 || below == sorted.size())
            break;
        const double low = sums[below] / static_cast<double>(below);
        const double high = (sums.back() - sums[below]) / (n - static_cast<double>(below));
        const double next = 0.5 * (low + high);
        if (next == cut)
            break;
        cut = next;
    }
    return cut;
}

/// `sorted` values at which EM starts: the cut of k-means first, then quantiles, where other optima are found from.
std::vector<double> startingCuts(const std::vector<double>& sorted)
{
    std::vector<double> cuts{kMeansCut(sorted)};
    for (const double share : {0.1, 0.3, 0.5, 0.7, 0.9})
        cuts.push_back(sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))]);
    return cuts;
}

/// A component on (nearly) one value, an outlier or a heap of equal scores, has an arbitrarily high likelihood and says
/// nothing about two groups of spots.
bool isSpike(const Parameters& p, double spread)
{
    const double deviation = std::exp(0.5 * std::min(p[2], p[3]));
    return deviation < std::max(smallestDeviation * spread, 2.0 * std::sqrt(varianceFloor));
}

/// Starts are compared on an even sample of the sorted values; the best one is then run to convergence on all.
State bestFit(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::vector<double> sample;
    for (size_t i = 0, stride = values.size() / screeningValues + 1; i < values.size(); i += stride)
        sample.push_back(values[i]);
    if (sample.size() < 2)
        sample = values;
    const Fit screening(sample);
    State best;
    bool bestIsSpike = false;
    for (const double cut : startingCuts(sample)) {
        State state;
        state.at = screening.startAt(cut);
        run(screening, state, screeningSteps);
        const bool spike = isSpike(state.at, screening.spread());
        // A start must be better by more than rounding, so that the k-means start wins among equals.
        const bool better = bestIsSpike == spike ? state.logLikelihood > best.logLikelihood + 1e-9 : bestIsSpike;
        if (best.steps == 0 || better) {
            best = state;
            bestIsSpike = spike;
        }
    }
    best.done = false;
    run(Fit(values), best, maximumSteps);
    return best;
}

/// Sets threshold and bracketed: where the two weighted densities cross between the means, by bisection on their logarithms.
void findCrossing(GaussianMixture& mixture, const Components& c)
{
    const LogDensity below(c, 0);
    const LogDensity above(c, 1);
    const auto difference = [&](double x) { return below(x) - above(x); };
    double low = c.mean[0];
    double high = c.mean[1];
    mixture.bracketed = low < high && difference(low) > 0.0 && difference(high) < 0.0;
    mixture.threshold = 0.5 * (low + high);
    for (int i = 0; mixture.bracketed && i < 200; ++i) {
        mixture.threshold = 0.5 * (low + high);
        if (mixture.threshold <= low || mixture.threshold >= high)
            break;
        (difference(mixture.threshold) > 0.0 ? low : high) = mixture.threshold;
    }
}

/// Sets valley: the mixture's density between its means, where its one or two peaks lie.
void findValley(GaussianMixture& mixture, const Components& c)
{
    const LogDensity below(c, 0);
    const LogDensity above(c, 1);
    std::vector<double> density;
    for (int i = 0; i <= valleySteps; ++i) {
        const double x = c.mean[0] + (c.mean[1] - c.mean[0]) * i / valleySteps;
        density.push_back(std::exp(below(x)) + std::exp(above(x)));
    }
    const auto lowest = std::min_element(density.begin(), density.end());
    const double left = *std::max_element(density.begin(), lowest + 1);
    const double right = *std::max_element(lowest, density.end());
    mixture.valley = *lowest / std::min(left, right);
}

/// Whether two Gaussians (five parameters) explain the values better than one (two) by the Bayesian information criterion.
bool likelierThanOne(const Fit& fit, double logLikelihood, size_t values)
{
    const double variance = fit.spread() * fit.spread();
    const double one = -0.5 * (std::log(2.0 * std::numbers::pi * variance) + (variance - varianceFloor) / variance);
    const auto n = static_cast<double>(values);
    return 2.0 * n * (logLikelihood - one) > 3.0 * std::log(n);
}

} // namespace

GaussianMixture fitGaussianMixture(const std::vector<double>& values)
{
    if (values.size() < 2) {
        throw Error(SPACRD_TR("core", "A mixture of two Gaussians needs at least two values."), {},
                    SPACRD_TR("core", "use another threshold rule"));
    }
    if (!std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); }))
        throw Error(SPACRD_TR("core", "A score is not a finite number."));

    const State state = bestFit(values);
    Components c = componentsOf(state.at);
    if (c.mean[0] > c.mean[1]) {
        std::swap(c.mean[0], c.mean[1]);
        std::swap(c.variance[0], c.variance[1]);
        std::swap(c.weight[0], c.weight[1]);
    }
    GaussianMixture mixture;
    mixture.iterations = state.steps;
    for (int k = 0; k < 2; ++k) {
        mixture.mean[k] = c.mean[k];
        mixture.deviation[k] = std::sqrt(c.variance[k]);
        mixture.weight[k] = c.weight[k];
    }
    findCrossing(mixture, c);
    findValley(mixture, c);
    mixture.twoGroups =
        mixture.bracketed && mixture.valley <= clearValley && likelierThanOne(Fit(values), state.logLikelihood, values.size());
    return mixture;
}

} // namespace spacrd
