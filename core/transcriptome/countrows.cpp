#include "core/transcriptome/countrows.h"

#include "core/base/error.h"
#include "core/base/printable.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
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

void requireCount(double count, const fs::path& file)
{
    if (!(count >= 0.0) || count > static_cast<double>(std::numeric_limits<float>::max())) {
        throw Error(Text(SPACRD_TR("core", "A count is %1; counts must be zero or more."),
                         {std::isnan(count) ? std::string("NaN") : toWord(count)}),
                    file);
    }
}

void throwTwice(size_t spot, int gene, const fs::path& file)
{
    throw Error(Text(SPACRD_TR("core", "Spot %1 has two counts for gene %2."), {toWord(spot + 1), toWord(gene + 1)}), file);
}

void CountRows::add(size_t gene, double count)
{
    requireCount(count, m_file);
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
        if (i > 0 && entries[i].first == entries[i - 1].first)
            throwTwice(m_starts.size() - 1, entries[i].first, m_file);
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
        if (kept) {
            columns.genes.push_back({feature.name.empty() ? feature.id : feature.name, feature.id});
            continue;
        }
        const auto known = std::find_if(columns.setApart.begin(), columns.setApart.end(),
                                        [&](const SetApart& part) { return part.type == feature.type; });
        if (known == columns.setApart.end())
            columns.setApart.push_back({feature.type, 1});
        else
            ++known->features;
    }
    if (columns.genes.empty())
        throw Error(SPACRD_TR("core", "The matrix holds no feature of the type \"Gene Expression\"."), file);
    makeSymbolsUnique(columns.genes);
    return columns;
}

void checkBarcodes(const std::vector<std::string>& barcodes, const fs::path& file)
{
    const bool ascending = std::adjacent_find(barcodes.begin(), barcodes.end(), std::greater_equal<>()) == barcodes.end();
    if (ascending && !barcodes.empty() && !barcodes.front().empty())
        return; // as Space Ranger writes them: no two alike
    std::unordered_set<std::string_view> seen;
    seen.reserve(barcodes.size());
    for (const std::string& barcode : barcodes) {
        if (barcode.empty())
            throw Error(SPACRD_TR("core", "A barcode is empty."), file);
        if (!seen.insert(barcode).second)
            throw Error(Text(SPACRD_TR("core", "The barcode \"%1\" appears twice."), {printable(barcode)}), file);
    }
}

void keepRows(ExpressionMatrix& matrix, const std::vector<size_t>& rows)
{
    if (rows.size() == matrix.spots())
        return;
    CountMatrix& counts = matrix.counts;
    int* starts = counts.outerIndexPtr();
    int filled = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        assert(rows[i] >= i && (i == 0 || rows[i] > rows[i - 1]));
        const int from = starts[rows[i]];
        const int size = starts[rows[i] + 1] - from;
        std::copy_n(counts.innerIndexPtr() + from, size, counts.innerIndexPtr() + filled);
        std::copy_n(counts.valuePtr() + from, size, counts.valuePtr() + filled);
        starts[i] = filled; // never one that is still to be read: rows ascend
        filled += size;
        if (rows[i] != i)
            matrix.barcodes[i] = std::move(matrix.barcodes[rows[i]]);
    }
    starts[rows.size()] = filled;
    counts.conservativeResize(static_cast<Eigen::Index>(rows.size()), counts.cols());
    counts.resizeNonZeros(filled);
    matrix.barcodes.resize(rows.size());
    matrix.barcodes.shrink_to_fit();
}

} // namespace spacrd
