#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/transcriptome/cells.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/section.h"
#include "core/transcriptome/seenbarcodes.h"
#include "core/transcriptome/stspots.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool looksLikeSpot(std::string_view name)
{
    const size_t cross = name.find('x');
    return cross != std::string_view::npos && toDouble(name.substr(0, cross)) && toDouble(name.substr(cross + 1));
}

/// Reads the rows of a table of counts into a matrix.
class StCountsReader
{
public:
    explicit StCountsReader(const fs::path& file)
        : m_file(file)
        , m_seen(file)
    {}

    void addRow(const std::vector<std::string_view>& cells, long line)
    {
        if (m_header.empty())
            m_header.assign(cells.begin(), cells.end());
        else if (!m_rows)
            begin(cells, line);
        else
            addSpot(cells, line);
    }

    ExpressionMatrix finish()
    {
        if (!m_rows)
            throw Error(SPACRD_TR("core", "The table of counts holds no spot."), m_file);
        m_matrix.counts = m_rows->take();
        makeSymbolsUnique(m_matrix.genes);
        return std::move(m_matrix);
    }

    size_t spots() const { return m_matrix.barcodes.size(); }

private:
    /// The first spot shows whether the header has a cell above the spots' names; R writes none.
    void begin(const std::vector<std::string_view>& cells, long line)
    {
        const size_t corner = cells.size() == m_header.size() + 1 ? 0 : 1;
        for (size_t i = corner; i < m_header.size(); ++i) {
            if (m_header[i].empty())
                throw Error(Text(SPACRD_TR("core", "Column %1 of the table of counts has no gene's name."), {toWord(i + 1)}),
                            m_file);
            m_matrix.genes.push_back({m_header[i], ""});
        }
        if (m_matrix.genes.empty())
            throw Error(SPACRD_TR("core", "The table of counts has no column of a gene."), m_file);
        if (looksLikeSpot(m_matrix.genes.front().symbol) && !looksLikeSpot(cells.front())) {
            throw Error(SPACRD_TR("core", "The table of counts has a column for each spot; a row for each spot is expected."),
                        m_file, SPACRD_TR("core", "turn the table's rows into columns"));
        }
        m_rows.emplace(m_file, m_matrix.genes.size());
        addSpot(cells, line);
    }

    void addSpot(const std::vector<std::string_view>& cells, long line)
    {
        if (cells.size() != m_matrix.genes.size() + 1) {
            throw Error(Text(SPACRD_TR("core", "Line %1 has %2 counts where the header names %3 genes."),
                             {toWord(line), toWord(cells.size() - 1), toWord(m_matrix.genes.size())}),
                        m_file);
        }
        m_seen.add(cells.front(), line);
        m_matrix.barcodes.emplace_back(cells.front());
        for (size_t gene = 0; gene < m_matrix.genes.size(); ++gene) {
            const std::string_view cell = cells[gene + 1];
            if (cell == "0") // nine of ten cells
                continue;
            const double count = numberIn(cell, m_matrix.genes[gene].symbol, line, m_file);
            if (count < 0.0) {
                throw Error(Text(SPACRD_TR("core", "Line %1, column \"%2\": the count is %3; counts must be zero or more."),
                                 {toWord(line), printable(m_matrix.genes[gene].symbol), toWord(count)}),
                            m_file);
            }
            m_rows->add(gene, count);
        }
        m_rows->endRow();
    }

    fs::path m_file;
    SeenBarcodes m_seen;
    std::vector<std::string> m_header;
    ExpressionMatrix m_matrix;
    std::optional<CountRows> m_rows;
};

} // namespace

ExpressionMatrix readStCounts(const fs::path& file, Task& task)
{
    task.stage(SPACRD_TR("core", "Reading counts"), 0, SPACRD_TR("core", "spots"));
    StCountsReader reader(file);
    readTable(file, task, [&](const std::vector<std::string_view>& cells, long line) {
        reader.addRow(cells, line);
        task.advanceTo(static_cast<std::int64_t>(reader.spots()));
        return true;
    });
    return reader.finish();
}

} // namespace spacrd
