#include "core/transcriptome/countrows.h"

#include "core/base/error.h"
#include "core/base/printable.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_set>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t mostEntries = static_cast<size_t>(std::numeric_limits<int>::max());

} // namespace

CountRows::CountRows(fs::path file, size_t genes)
    : m_file(std::move(file))
    , m_genes(genes)
{
    if (genes >= mostEntries)
        throw Error(SPACRD_TR("core", "The matrix has more genes than this program can hold."), m_file);
}

void CountRows::add(size_t gene, double count)
{
    if (!(count >= 0.0) || count > static_cast<double>(std::numeric_limits<float>::max())) {
        throw Error(Text(SPACRD_TR("core", "A count is %1; counts must be zero or more."),
                         {std::isnan(count) ? std::string("NaN") : toWord(count)}),
                    m_file);
    }
    if (count == 0.0)
        return;
    if (m_columns.size() >= mostEntries)
        throw Error(SPACRD_TR("core", "The matrix has more counts than this program can hold."), m_file);
    const int column = static_cast<int>(gene);
    if (m_columns.size() > static_cast<size_t>(m_starts.back()) && column <= m_columns.back())
        m_sorted = false;
    m_columns.push_back(column);
    m_values.push_back(static_cast<float>(count));
}

void CountRows::endRow()
{
    if (!m_sorted)
        sortRow(static_cast<size_t>(m_starts.back()));
    m_sorted = true;
    m_starts.push_back(static_cast<int>(m_columns.size()));
}

void CountRows::sortRow(size_t begin)
{
    std::vector<std::pair<int, float>> entries;
    entries.reserve(m_columns.size() - begin);
    for (size_t i = begin; i < m_columns.size(); ++i)
        entries.emplace_back(m_columns[i], m_values[i]);
    std::sort(entries.begin(), entries.end());
    for (size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].first == entries[i - 1].first) {
            throw Error(Text(SPACRD_TR("core", "Spot %1 has two counts for gene %2."),
                             {toWord(m_starts.size()), toWord(entries[i].first + 1)}),
                        m_file);
        }
        m_columns[begin + i] = entries[i].first;
        m_values[begin + i] = entries[i].second;
    }
}

CountMatrix CountRows::take()
{
    const size_t rows = m_starts.size() - 1;
    if (rows >= mostEntries)
        throw Error(SPACRD_TR("core", "The matrix has more spots than this program can hold."), m_file);
    CountMatrix counts(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(m_genes));
    counts.resizeNonZeros(static_cast<Eigen::Index>(m_columns.size()));
    std::copy(m_starts.begin(), m_starts.end(), counts.outerIndexPtr());
    std::copy(m_columns.begin(), m_columns.end(), counts.innerIndexPtr());
    std::copy(m_values.begin(), m_values.end(), counts.valuePtr());
    m_starts.assign(1, 0);
    m_columns.clear();
    m_values.clear();
    return counts;
}

GeneColumns geneColumns(const std::vector<Feature>& features, const fs::path& file)
{
    GeneColumns columns;
    columns.columnOf.reserve(features.size());
    for (const Feature& feature : features) {
        const bool kept = feature.type.empty() || feature.type == "Gene Expression";
        columns.columnOf.push_back(kept ? static_cast<int>(columns.genes.size()) : -1);
        if (kept)
            columns.genes.push_back({feature.name.empty() ? feature.id : feature.name, feature.id});
    }
    if (columns.genes.empty())
        throw Error(SPACRD_TR("core", "The matrix holds no feature of the type \"Gene Expression\"."), file);
    makeSymbolsUnique(columns.genes);
    return columns;
}

void checkBarcodes(const std::vector<std::string>& barcodes, const fs::path& file)
{
    std::unordered_set<std::string_view> seen;
    seen.reserve(barcodes.size());
    for (const std::string& barcode : barcodes) {
        if (barcode.empty())
            throw Error(SPACRD_TR("core", "A barcode is empty."), file);
        if (!seen.insert(barcode).second)
            throw Error(Text(SPACRD_TR("core", "The barcode \"%1\" appears twice."), {printable(barcode)}), file);
    }
}

ExpressionMatrix withRows(ExpressionMatrix matrix, const std::vector<size_t>& rows)
{
    std::vector<size_t> all(matrix.spots());
    std::iota(all.begin(), all.end(), size_t(0));
    if (rows == all)
        return matrix;
    ExpressionMatrix kept;
    kept.genes = std::move(matrix.genes);
    kept.barcodes.reserve(rows.size());
    std::vector<Eigen::Index> sizes;
    sizes.reserve(rows.size());
    for (const size_t row : rows) {
        kept.barcodes.push_back(std::move(matrix.barcodes[row]));
        sizes.push_back(matrix.counts.row(static_cast<Eigen::Index>(row)).nonZeros());
    }
    const auto entries = std::accumulate(sizes.begin(), sizes.end(), Eigen::Index(0));
    kept.counts = CountMatrix(static_cast<Eigen::Index>(rows.size()), matrix.counts.cols());
    kept.counts.resizeNonZeros(entries);
    int filled = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const int from = matrix.counts.outerIndexPtr()[rows[i]];
        const auto count = static_cast<size_t>(sizes[i]);
        kept.counts.outerIndexPtr()[i] = filled;
        std::copy_n(matrix.counts.innerIndexPtr() + from, count, kept.counts.innerIndexPtr() + filled);
        std::copy_n(matrix.counts.valuePtr() + from, count, kept.counts.valuePtr() + filled);
        filled += static_cast<int>(count);
    }
    kept.counts.outerIndexPtr()[rows.size()] = filled;
    return kept;
}

} // namespace spacrd
