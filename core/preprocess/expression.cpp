#include "core/preprocess/expression.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace spacrd {

namespace {

constexpr double targetLibrarySize = 1e4;

using ColumnIndex = std::unordered_map<std::string, Eigen::Index>;

ColumnIndex columnsBySymbol(const ExpressionMatrix& matrix)
{
    ColumnIndex columns;
    columns.reserve(matrix.genes.size());
    for (size_t i = 0; i < matrix.genes.size(); ++i)
        columns.emplace(matrix.genes[i].symbol, static_cast<Eigen::Index>(i));
    return columns;
}

} // namespace

CountMatrix libraryLog1p(const CountMatrix& counts)
{
    CountMatrix out = counts;
    out.makeCompressed();
    for (Eigen::Index spot = 0; spot < out.outerSize(); ++spot) {
        float* const begin = out.valuePtr() + out.outerIndexPtr()[spot];
        float* const end = out.valuePtr() + out.outerIndexPtr()[spot + 1];
        const double total = std::accumulate(begin, end, 0.0);
        if (total <= 0.0)
            continue;
        const auto size = static_cast<float>(total / targetLibrarySize);
        std::transform(begin, end, begin, [size](float count) { return std::log1p(count / size); });
    }
    return out;
}

CountMatrix selectGenes(const ExpressionMatrix& matrix, const std::vector<std::string>& symbols,
                        std::vector<std::string>* missing)
{
    constexpr Eigen::Index absent = -1;
    const ColumnIndex columns = columnsBySymbol(matrix);
    std::vector<Eigen::Index> target(matrix.genes.size(), absent);
    for (size_t i = 0; i < symbols.size(); ++i) {
        const auto found = columns.find(symbols[i]);
        if (found != columns.end())
            target[static_cast<size_t>(found->second)] = static_cast<Eigen::Index>(i);
        else if (missing)
            missing->push_back(symbols[i]);
    }
    std::vector<Eigen::Triplet<float>> entries;
    entries.reserve(static_cast<size_t>(matrix.counts.nonZeros()));
    for (Eigen::Index spot = 0; spot < matrix.counts.outerSize(); ++spot) {
        for (CountMatrix::InnerIterator it(matrix.counts, spot); it; ++it) {
            const Eigen::Index column = target[static_cast<size_t>(it.col())];
            if (column != absent)
                entries.emplace_back(static_cast<int>(spot), static_cast<int>(column), it.value());
        }
    }
    CountMatrix out(matrix.counts.rows(), static_cast<Eigen::Index>(symbols.size()));
    out.setFromTriplets(entries.begin(), entries.end());
    return out;
}

void minMaxColumns(FeatureMatrix& features)
{
    if (features.rows() == 0)
        return;
    const Eigen::RowVectorXf low = features.colwise().minCoeff();
    const Eigen::RowVectorXf high = features.colwise().maxCoeff();
    for (Eigen::Index column = 0; column < features.cols(); ++column) {
        const float range = (high(column) - low(column)) + 1e-12f;
        features.col(column) = (features.col(column).array() - low(column)) / range;
    }
}

void minMaxColumns(SparseFeatures& features)
{
    const auto columns = static_cast<size_t>(features.cols());
    std::vector<Eigen::Index> stored(columns, 0);
    std::vector<float> low(columns, std::numeric_limits<float>::max());
    std::vector<float> high(columns, 0.0f);
    features.makeCompressed();
    const Eigen::Index entries = features.nonZeros();
    for (Eigen::Index i = 0; i < entries; ++i) {
        const auto column = static_cast<size_t>(features.innerIndexPtr()[i]);
        ++stored[column];
        low[column] = std::min(low[column], features.valuePtr()[i]);
        high[column] = std::max(high[column], features.valuePtr()[i]);
    }
    for (size_t column = 0; column < columns; ++column) {
        if (stored[column] < features.rows())
            low[column] = 0.0f;
    }
    for (Eigen::Index i = 0; i < entries; ++i) {
        const auto column = static_cast<size_t>(features.innerIndexPtr()[i]);
        float& value = features.valuePtr()[i];
        value = (value - low[column]) / ((high[column] - low[column]) + 1e-12f);
    }
}

std::vector<std::string> commonGenes(const std::vector<const ExpressionMatrix*>& sections)
{
    std::vector<std::string> common;
    if (sections.empty())
        return common;
    for (const Gene& gene : sections.front()->genes)
        common.push_back(gene.symbol);
    for (size_t i = 1; i < sections.size(); ++i) {
        std::unordered_set<std::string> here;
        for (const Gene& gene : sections[i]->genes)
            here.insert(gene.symbol);
        std::erase_if(common, [&](const std::string& symbol) { return here.count(symbol) == 0; });
    }
    if (common.empty()) {
        throw Error(SPACRD_TR("core", "The sections have no gene in common."), {},
                    SPACRD_TR("core", "check that all of them name their genes the same way, by symbol"));
    }
    return common;
}

SparseFeatures expressionFeatures(const ExpressionMatrix& matrix, const std::vector<std::string>& universe,
                                  const std::vector<std::string>& panel, std::vector<std::string>* missing)
{
    ExpressionMatrix normalised;
    normalised.genes.reserve(universe.size());
    for (const std::string& symbol : universe)
        normalised.genes.push_back({symbol, {}});
    normalised.counts = libraryLog1p(selectGenes(matrix, universe, nullptr));
    SparseFeatures features = selectGenes(normalised, panel, nullptr);
    minMaxColumns(features);
    if (missing) {
        const ColumnIndex present = columnsBySymbol(matrix);
        for (const std::string& symbol : panel) {
            if (present.find(symbol) == present.end())
                missing->push_back(symbol);
        }
    }
    return features;
}

} // namespace spacrd
