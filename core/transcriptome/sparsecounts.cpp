#include "core/transcriptome/sparsecounts.h"

#include "core/base/error.h"
#include "core/base/largepages.h"
#include "core/base/parallel.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5dataset.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t rowsTogether = 4096; ///< rows that one thread tidies before it asks for more

std::vector<std::int64_t> readStarts(const Hdf5File& h5, const std::string& group, size_t parts, size_t entries, bool bySpot,
                                     const Task& task)
{
    std::vector<std::int64_t> starts = h5.integers<std::int64_t>(group + "indptr", task);
    if (starts.size() != parts + 1) {
        throw Error(Text(bySpot ? SPACRD_TR("core", "The row pointers (indptr) have %1 entries where %2 barcodes need %3.")
                                : SPACRD_TR("core", "The column pointers (indptr) have %1 entries where %2 features need %3."),
                         {toWord(starts.size()), toWord(parts), toWord(parts + 1)}),
                    h5.path());
    }
    bool ascending = starts.front() == 0;
    for (size_t i = 1; i < starts.size() && ascending; ++i)
        ascending = starts[i] >= starts[i - 1];
    if (!ascending || static_cast<size_t>(starts.back()) != entries) {
        throw Error(
            SPACRD_TR("core", "The row pointers (indptr) of the matrix do not ascend from 0 to the number of its counts."),
            h5.path());
    }
    return starts;
}

/// The two lists of entries, opened and of one length.
struct Entries
{
    Entries(const Hdf5File& h5, const std::string& group)
        : indices(h5, group + "indices")
        , data(h5, group + "data")
    {
        indices.requireRank(1);
        data.requireRank(1);
        indices.requireNumbers(false);
        data.requireNumbers(true);
        indices.requireStored();
        data.requireStored();
        if (indices.count() != data.count()) {
            throw Error(Text(SPACRD_TR("core", "The matrix has %1 counts but %2 indices."),
                             {toWord(static_cast<long long>(data.count())), toWord(static_cast<long long>(indices.count()))}),
                        h5.path());
        }
        if (indices.count() >= static_cast<hsize_t>(std::numeric_limits<int>::max()))
            throw Error(SPACRD_TR("core", "The matrix has more counts than this program can hold."), h5.path());
    }

    Hdf5Dataset indices;
    Hdf5Dataset data;
};

CountMatrix roomFor(const Hdf5File& h5, size_t spots, size_t genes, size_t entries)
{
    try {
        CountMatrix counts(static_cast<Eigen::Index>(spots), static_cast<Eigen::Index>(genes));
        counts.resizeNonZeros(static_cast<Eigen::Index>(entries));
        preferLargePages(counts.innerIndexPtr(), entries * sizeof(int));
        preferLargePages(counts.valuePtr(), entries * sizeof(float));
        return counts;
    } catch (const std::bad_alloc&) {
        throw Error(SPACRD_TR("core", "There is not enough memory for the matrix."), h5.path(),
                    SPACRD_TR("core", "close other programs, or open a coarser version of the sample"));
    }
}

/// Puts one row in order where it lies: features become columns, what is left out or zero goes, columns ascend.
class RowTidier
{
public:
    RowTidier(CountMatrix& counts, const GeneColumns& genes, const fs::path& file)
        : m_counts(counts)
        , m_genes(genes)
        , m_file(file)
        , m_inOrder(genes.genes.size() == genes.columnOf.size())
    {}

    /// Returns how many entries are left at the row's begin.
    int tidy(size_t row, int begin, int end)
    {
        if (m_inOrder && isTidy(begin, end))
            return end - begin;
        int* indices = m_counts.innerIndexPtr();
        float* values = m_counts.valuePtr();
        int to = begin;
        bool sorted = true;
        for (int i = begin; i < end; ++i) {
            if (indices[i] < 0 || static_cast<size_t>(indices[i]) >= m_genes.columnOf.size()) {
                throw Error(Text(SPACRD_TR("core", "A count belongs to feature %1, but the matrix has %2 features."),
                                 {toWord(indices[i]), toWord(m_genes.columnOf.size())}),
                            m_file);
            }
            requireCount(static_cast<double>(values[i]), m_file);
            const int column = m_genes.columnOf[static_cast<size_t>(indices[i])];
            if (column < 0 || values[i] == 0.0F)
                continue;
            sorted = sorted && (to == begin || indices[to - 1] < column);
            indices[to] = column;
            values[to] = values[i];
            ++to;
        }
        if (!sorted)
            sort(row, begin, to);
        return to - begin;
    }

private:
    /// True for most rows of most files: nothing in them is wrong, and nothing is to be moved. Without a branch for each entry.
    bool isTidy(int begin, int end) const
    {
        const int* indices = m_counts.innerIndexPtr();
        const float* values = m_counts.valuePtr();
        const auto features = static_cast<unsigned>(m_genes.columnOf.size());
        bool tidy = true;
        int before = -1;
        for (int i = begin; i < end; ++i) {
            tidy &= values[i] > 0.0F;
            tidy &= values[i] <= std::numeric_limits<float>::max();
            tidy &= static_cast<unsigned>(indices[i]) < features;
            tidy &= indices[i] > before;
            before = indices[i];
        }
        return tidy;
    }

    void sort(size_t row, int begin, int end)
    {
        int* indices = m_counts.innerIndexPtr();
        float* values = m_counts.valuePtr();
        m_row.clear();
        for (int i = begin; i < end; ++i)
            m_row.emplace_back(indices[i], values[i]);
        std::sort(m_row.begin(), m_row.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (size_t i = 0; i < m_row.size(); ++i) {
            if (i > 0 && m_row[i].first == m_row[i - 1].first)
                throwTwice(row, m_row[i].first, m_file);
            indices[begin + static_cast<int>(i)] = m_row[i].first;
            values[begin + static_cast<int>(i)] = m_row[i].second;
        }
    }

    CountMatrix& m_counts;
    const GeneColumns& m_genes;
    const fs::path& m_file;
    bool m_inOrder; ///< every feature is a gene: columns are the features' own
    std::vector<std::pair<int, float>> m_row;
};

/// Tidies every row and closes the gaps that this leaves.
void tidyRows(CountMatrix& counts, const GeneColumns& genes, const fs::path& file, const Task& task)
{
    const auto rows = static_cast<size_t>(counts.rows());
    int* starts = counts.outerIndexPtr();
    std::vector<int> kept(rows);
    parallelFor((rows + rowsTogether - 1) / rowsTogether, [&](size_t part) {
        task.check();
        RowTidier tidier(counts, genes, file);
        for (size_t row = part * rowsTogether; row < std::min(rows, (part + 1) * rowsTogether); ++row)
            kept[row] = tidier.tidy(row, starts[row], starts[row + 1]);
    });
    int filled = 0;
    for (size_t row = 0; row < rows; ++row) {
        const int from = std::exchange(starts[row], filled);
        if (from != filled) {
            std::copy_n(counts.innerIndexPtr() + from, kept[row], counts.innerIndexPtr() + filled);
            std::copy_n(counts.valuePtr() + from, kept[row], counts.valuePtr() + filled);
        }
        filled += kept[row];
    }
    starts[rows] = filled;
    counts.resizeNonZeros(filled);
}

} // namespace

CountMatrix readCountsBySpot(const Hdf5File& h5, const std::string& group, size_t spots, const GeneColumns& genes,
                             const Task& task)
{
    const Entries entries(h5, group);
    const std::vector<std::int64_t> starts = readStarts(h5, group, spots, entries.indices.count(), true, task);
    CountMatrix counts = roomFor(h5, spots, genes.genes.size(), entries.indices.count());
    std::transform(starts.begin(), starts.end(), counts.outerIndexPtr(),
                   [](std::int64_t start) { return static_cast<int>(start); });
    const auto size = static_cast<size_t>(counts.data().size());
    entries.indices.read(std::span(counts.innerIndexPtr(), size), task);
    entries.data.read(std::span(counts.valuePtr(), size), task);
    tidyRows(counts, genes, h5.path(), task);
    return counts;
}

CountMatrix readCountsByFeature(const Hdf5File& h5, const std::string& group, size_t spots, const GeneColumns& genes,
                                const Task& task)
{
    const Entries entries(h5, group);
    const std::vector<std::int64_t> starts = readStarts(h5, group, genes.columnOf.size(), entries.indices.count(), false, task);
    std::vector<std::int32_t> spotOf = entries.indices.allocate<std::int32_t>();
    entries.indices.read(std::span(spotOf), task);
    CountMatrix counts = roomFor(h5, spots, genes.genes.size(), spotOf.size());
    int* rowStarts = counts.outerIndexPtr();
    std::fill_n(rowStarts, spots + 1, 0);
    for (const std::int32_t spot : spotOf) {
        if (spot < 0 || static_cast<size_t>(spot) >= spots) {
            throw Error(Text(SPACRD_TR("core", "A count belongs to spot %1, but the matrix has %2 spots."),
                             {toWord(spot), toWord(spots)}),
                        h5.path());
        }
        ++rowStarts[spot + 1];
    }
    std::partial_sum(rowStarts, rowStarts + spots + 1, rowStarts);
    std::vector<float> values = entries.data.allocate<float>();
    entries.data.read(std::span(values), task);
    std::vector<int> next(rowStarts, rowStarts + spots);
    for (size_t feature = 0; feature + 1 < starts.size(); ++feature) {
        if (feature % 1024 == 0)
            task.check();
        for (auto i = static_cast<size_t>(starts[feature]); i < static_cast<size_t>(starts[feature + 1]); ++i) {
            const int to = next[static_cast<size_t>(spotOf[i])]++;
            counts.innerIndexPtr()[to] = static_cast<int>(feature);
            counts.valuePtr()[to] = values[i];
        }
    }
    tidyRows(counts, genes, h5.path(), task);
    return counts;
}

CountMatrix readDenseCounts(const Hdf5File& h5, const std::string& name, size_t spots, const GeneColumns& genes, const Task& task)
{
    const Hdf5Dataset table(h5, name);
    table.requireRank(2);
    table.requireNumbers(true);
    table.requireStored();
    const size_t features = genes.columnOf.size();
    if (table.shape()[0] != spots || table.shape()[1] != features) {
        throw Error(Text(SPACRD_TR("core", "The matrix \"%1\" is %2 × %3, but the file lists %4 spots and %5 features."),
                         {name, toWord(static_cast<long long>(table.shape()[0])),
                          toWord(static_cast<long long>(table.shape()[1])), toWord(spots), toWord(features)}),
                    h5.path());
    }
    CountRows rows(h5.path(), genes.genes.size());
    const size_t step = std::max<size_t>(1, (size_t(1) << 20) / std::max<size_t>(1, features));
    std::vector<float> block(std::min(step, spots) * features);
    for (size_t first = 0; first < spots; first += step) {
        task.check();
        const size_t count = std::min(step, spots - first);
        table.readRows(first, count, block.data(), task);
        for (size_t row = 0; row < count; ++row) {
            for (size_t feature = 0; feature < features; ++feature) {
                if (const int column = genes.columnOf[feature]; column >= 0)
                    rows.add(static_cast<size_t>(column), static_cast<double>(block[row * features + feature]));
            }
            rows.endRow();
        }
    }
    return rows.take();
}

} // namespace spacrd
