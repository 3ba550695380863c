#include "core/sample/expressionaxes.h"

#include "core/base/task.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spacrd {

namespace {

constexpr Eigen::Index components = 5;
constexpr size_t variableGenes = 200;
constexpr double countsPerSpot = 10'000.0;
constexpr size_t rowsBetweenChecks = 256;

/// log1p of the normalised count, as the model's preprocessing does.
double logOf(float count, double librarySize)
{
    return std::log1p(count * countsPerSpot / librarySize);
}

std::vector<double> librarySizes(const CountMatrix& counts, const std::vector<size_t>& rows)
{
    std::vector<double> sizes;
    sizes.reserve(rows.size());
    for (const size_t row : rows) {
        double size = 0.0;
        for (CountMatrix::InnerIterator it(counts, static_cast<Eigen::Index>(row)); it; ++it)
            size += it.value();
        sizes.push_back(size);
    }
    return sizes;
}

/// The genes whose logarithms vary most over the rows, in the matrix's order.
std::vector<Eigen::Index> genesThatVary(const CountMatrix& counts, const std::vector<size_t>& rows,
                                        const std::vector<double>& sizes, const Task& task)
{
    const auto genes = static_cast<size_t>(counts.cols());
    std::vector<double> sum(genes);
    std::vector<double> squares(genes);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % rowsBetweenChecks == 0)
            task.check();
        for (CountMatrix::InnerIterator it(counts, static_cast<Eigen::Index>(rows[i])); it && sizes[i] > 0.0; ++it) {
            const double value = logOf(it.value(), sizes[i]);
            sum[static_cast<size_t>(it.col())] += value;
            squares[static_cast<size_t>(it.col())] += value * value;
        }
    }
    const auto n = static_cast<double>(rows.size());
    const auto variance = [&](size_t gene) { return squares[gene] / n - sum[gene] / n * (sum[gene] / n); };
    std::vector<Eigen::Index> order(genes);
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    const size_t kept = std::min(variableGenes, genes);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](Eigen::Index a, Eigen::Index b) {
                          const double va = variance(static_cast<size_t>(a));
                          const double vb = variance(static_cast<size_t>(b));
                          return va != vb ? va > vb : a < b;
                      });
    order.resize(kept);
    std::sort(order.begin(), order.end());
    return order;
}

Eigen::MatrixXd denseLogs(const CountMatrix& counts, const std::vector<size_t>& rows, const std::vector<double>& sizes,
                          const std::vector<Eigen::Index>& genes)
{
    std::vector<Eigen::Index> columnOf(static_cast<size_t>(counts.cols()), -1);
    for (size_t k = 0; k < genes.size(); ++k)
        columnOf[static_cast<size_t>(genes[k])] = static_cast<Eigen::Index>(k);
    Eigen::MatrixXd logs = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(genes.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        for (CountMatrix::InnerIterator it(counts, static_cast<Eigen::Index>(rows[i])); it && sizes[i] > 0.0; ++it) {
            const Eigen::Index column = columnOf[static_cast<size_t>(it.col())];
            if (column >= 0)
                logs(static_cast<Eigen::Index>(i), column) = logOf(it.value(), sizes[i]);
        }
    }
    return logs;
}

} // namespace

Eigen::MatrixXd expressionAxes(const ExpressionMatrix& matrix, const std::vector<size_t>& rows, Task& task)
{
    const auto n = static_cast<Eigen::Index>(rows.size());
    const std::vector<double> sizes = librarySizes(matrix.counts, rows);
    Eigen::MatrixXd axes(n, 1 + components);
    for (Eigen::Index i = 0; i < n; ++i)
        axes(i, 0) = std::log1p(sizes[static_cast<size_t>(i)]);
    Eigen::MatrixXd logs = denseLogs(matrix.counts, rows, sizes, genesThatVary(matrix.counts, rows, sizes, task));
    task.check();
    Eigen::Index used = 1;
    if (n > 1 && logs.cols() > 1) {
        logs.rowwise() -= logs.colwise().mean();
        const Eigen::MatrixXd covariance = logs.transpose() * logs;
        task.check();
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
        const Eigen::Index count = std::min(components, logs.cols());
        axes.middleCols(1, count) = logs * solver.eigenvectors().rightCols(count).rowwise().reverse();
        used += count;
    }
    Eigen::Index kept = 0;
    for (Eigen::Index c = 0; c < used; ++c) {
        const Eigen::VectorXd centred = axes.col(c).array() - axes.col(c).mean();
        const double deviation = std::sqrt(centred.squaredNorm() / static_cast<double>(std::max<Eigen::Index>(n, 1)));
        if (std::isfinite(deviation) && deviation > 1e-9)
            axes.col(kept++) = centred / deviation;
    }
    axes.conservativeResize(n, kept);
    return axes;
}

} // namespace spacrd
