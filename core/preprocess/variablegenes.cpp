#include "core/preprocess/variablegenes.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spacrd {

namespace {

constexpr double loessSpan = 0.3;

/// Calls `work(gene, value)` for every entry that is stored.
template <class Work>
void forEachEntry(std::span<const CountMatrix> sections, Work&& work)
{
    for (const CountMatrix& values : sections) {
        for (Eigen::Index spot = 0; spot < values.outerSize(); ++spot) {
            for (CountMatrix::InnerIterator it(values, spot); it; ++it)
                work(static_cast<size_t>(it.col()), static_cast<double>(it.value()));
        }
    }
}

/// Mean and variance (n − 1) of each column over the rows of all sections.
void meanAndVariance(std::span<const CountMatrix> sections, std::vector<double>& mean, std::vector<double>& variance)
{
    double n = 0.0;
    for (const CountMatrix& values : sections)
        n += static_cast<double>(values.rows());
    std::vector<double> nonZero(mean.size(), 0.0);
    forEachEntry(sections, [&](size_t gene, double value) {
        mean[gene] += value;
        nonZero[gene] += 1.0;
    });
    for (double& sum : mean)
        sum /= n;
    // Second pass around the mean: the one-pass formula cancels for genes with a large mean.
    forEachEntry(sections, [&](size_t gene, double value) {
        const double d = value - mean[gene];
        variance[gene] += d * d;
    });
    for (size_t gene = 0; gene < mean.size(); ++gene)
        variance[gene] = (variance[gene] + (n - nonZero[gene]) * mean[gene] * mean[gene]) / std::max(n - 1.0, 1.0);
}

/// Indices of `values`, largest first, equal ones in index order.
std::vector<int> largestFirst(const std::vector<double>& values)
{
    std::vector<int> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return values[static_cast<size_t>(a)] > values[static_cast<size_t>(b)]; });
    return order;
}

/// The local quadratic fit at sorted x[at], over the `window` points nearest to it, tricube weights (Cleveland & Devlin
/// 1988). Where many points share one x the three coefficients are not determined; the smallest ones are taken.
double localQuadratic(const std::vector<double>& x, const std::vector<double>& y, size_t at, size_t first, size_t window)
{
    const double centre = x[at];
    const double reach = std::max(centre - x[first], x[first + window - 1] - centre);
    Eigen::Matrix3d normal = Eigen::Matrix3d::Zero();
    Eigen::Vector3d right = Eigen::Vector3d::Zero();
    for (size_t i = first; i < first + window; ++i) {
        const double d = reach > 0 ? (x[i] - centre) / reach : 0.0;
        const double a = std::abs(d);
        const double cube = 1.0 - a * a * a;
        const double weight = reach > 0 ? cube * cube * cube : 1.0;
        const Eigen::Vector3d terms(1.0, d, d * d);
        normal.noalias() += weight * terms * terms.transpose();
        right.noalias() += weight * y[i] * terms;
    }
    return normal.completeOrthogonalDecomposition().solve(right)(0);
}

/// Loess of y on x (both in gene order), at every x.
std::vector<double> loess(const std::vector<double>& x, const std::vector<double>& y)
{
    const size_t n = x.size();
    std::vector<size_t> order(n);
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return x[a] != x[b] ? x[a] < x[b] : a < b; });
    std::vector<double> sortedX(n);
    std::vector<double> sortedY(n);
    for (size_t i = 0; i < n; ++i) {
        sortedX[i] = x[order[i]];
        sortedY[i] = y[order[i]];
    }
    const size_t window = std::clamp<size_t>(static_cast<size_t>(std::floor(loessSpan * static_cast<double>(n) + 1e-5)), 1, n);
    std::vector<double> fitted(n);
    size_t first = 0;
    for (size_t i = 0; i < n; ++i) {
        if (i > 0 && sortedX[i] == sortedX[i - 1]) {
            fitted[order[i]] = fitted[order[i - 1]];
            continue;
        }
        while (first + window < n && sortedX[first + window] - sortedX[i] < sortedX[i] - sortedX[first])
            ++first;
        fitted[order[i]] = localQuadratic(sortedX, sortedY, i, first, window);
    }
    return fitted;
}

void fitVariance(GeneVariability& out)
{
    std::vector<size_t> varying;
    std::vector<double> logMean;
    std::vector<double> logVariance;
    for (size_t gene = 0; gene < out.mean.size(); ++gene) {
        if (out.variance[gene] > 0.0) {
            varying.push_back(gene);
            logMean.push_back(std::log10(out.mean[gene]));
            logVariance.push_back(std::log10(out.variance[gene]));
        }
    }
    if (varying.empty())
        return;
    const std::vector<double> fitted = loess(logMean, logVariance);
    for (size_t i = 0; i < varying.size(); ++i)
        out.loessLog10Variance[varying[i]] = fitted[i];
}

} // namespace

GeneVariability seuratV3(const CountMatrix& values)
{
    const auto genes = static_cast<size_t>(values.cols());
    const auto n = static_cast<double>(values.rows());
    GeneVariability out;
    out.mean.assign(genes, 0.0);
    out.variance.assign(genes, 0.0);
    out.loessLog10Variance.assign(genes, 0.0);
    out.normalisedVariance.assign(genes, 0.0);
    meanAndVariance({&values, 1}, out.mean, out.variance);
    fitVariance(out);

    std::vector<double> deviation(genes);
    std::vector<double> sum(genes, 0.0);
    std::vector<double> sumOfSquares(genes, 0.0);
    for (size_t gene = 0; gene < genes; ++gene)
        deviation[gene] = std::sqrt(std::pow(10.0, out.loessLog10Variance[gene]));
    forEachEntry({&values, 1}, [&](size_t gene, double value) {
        const double clipped = std::min(value, out.mean[gene] + deviation[gene] * std::sqrt(n));
        sum[gene] += clipped;
        sumOfSquares[gene] += clipped * clipped;
    });
    for (size_t gene = 0; gene < genes; ++gene) {
        const double scatter = n * out.mean[gene] * out.mean[gene] + sumOfSquares[gene] - 2.0 * out.mean[gene] * sum[gene];
        out.normalisedVariance[gene] = scatter / (std::max(n - 1.0, 1.0) * deviation[gene] * deviation[gene]);
    }
    out.order = largestFirst(out.normalisedVariance);
    return out;
}

std::vector<int> byPooledVariance(std::span<const CountMatrix> sections)
{
    const size_t genes = sections.empty() ? 0 : static_cast<size_t>(sections.front().cols());
    std::vector<double> mean(genes, 0.0);
    std::vector<double> variance(genes, 0.0);
    meanAndVariance(sections, mean, variance);
    return largestFirst(variance);
}

} // namespace spacrd
