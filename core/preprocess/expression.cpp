#include "core/preprocess/expression.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace spacrd {

namespace {

constexpr double targetLibrarySize = 1e4;

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

CountMatrix selectGenes(const CountMatrix& counts, const std::vector<GeneMatch>& matches)
{
    constexpr Eigen::Index absent = -1;
    std::vector<Eigen::Index> target(static_cast<size_t>(counts.cols()), absent);
    for (size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].by != MatchedBy::nothing)
            target[static_cast<size_t>(matches[i].column)] = static_cast<Eigen::Index>(i);
    }
    std::vector<Eigen::Triplet<float>> entries;
    entries.reserve(static_cast<size_t>(counts.nonZeros()));
    for (Eigen::Index spot = 0; spot < counts.outerSize(); ++spot) {
        for (CountMatrix::InnerIterator it(counts, spot); it; ++it) {
            const Eigen::Index column = target[static_cast<size_t>(it.col())];
            if (column != absent)
                entries.emplace_back(static_cast<int>(spot), static_cast<int>(column), it.value());
        }
    }
    CountMatrix out(counts.rows(), static_cast<Eigen::Index>(matches.size()));
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

std::vector<Gene> commonGenes(const std::vector<const ExpressionMatrix*>& sections)
{
    std::vector<Gene> common;
    if (sections.empty())
        return common;
    common = sections.front()->genes;
    for (size_t i = 1; i < sections.size(); ++i) {
        const std::vector<GeneMatch> matches = matchGenes(common, sections[i]->genes);
        std::vector<Gene> both;
        for (size_t g = 0; g < common.size(); ++g) {
            if (matches[g].by == MatchedBy::nothing)
                continue;
            both.push_back(std::move(common[g]));
            if (both.back().id.empty())
                both.back().id = sections[i]->genes[static_cast<size_t>(matches[g].column)].id;
        }
        common = std::move(both);
    }
    if (common.empty()) {
        throw Error(SPACRD_TR("core", "The sections have no gene in common."), {},
                    SPACRD_TR("core", "check that all of them name their genes the same way, by symbol or Ensembl id"));
    }
    return common;
}

SparseFeatures expressionFeatures(const ExpressionMatrix& matrix, const PanelGenes& panel, GeneReport* report)
{
    const std::vector<GeneMatch> matches = matchGenes(panel.universe, matrix.genes);
    if (report)
        *report = reportOf(panel, matches);
    const CountMatrix normalised = libraryLog1p(selectGenes(matrix.counts, matches));
    SparseFeatures features = selectGenes(normalised, placesOf(panel));
    minMaxColumns(features);
    return features;
}

} // namespace spacrd
