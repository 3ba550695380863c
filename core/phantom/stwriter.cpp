#include "core/phantom/stwriter.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/counts.h"

#include <fmt/format.h>
#include <zlib.h>

#include <iterator>
#include <utility>

namespace spacrd::phantom {

namespace {

/// Text into a gzip file; zlib leaves name and time out of the header, so the same text gives the same bytes.
class GzipText
{
public:
    explicit GzipText(const std::filesystem::path& file)
        : m_path(file)
        , m_file(gzopen(file.c_str(), "wbe6"))
    {
        if (!m_file)
            fail();
    }
    ~GzipText()
    {
        if (m_file)
            gzclose(m_file);
    }
    GzipText(const GzipText&) = delete;
    GzipText& operator=(const GzipText&) = delete;

    void write(const std::string& text)
    {
        if (!text.empty() && gzwrite(m_file, text.data(), static_cast<unsigned>(text.size())) <= 0)
            fail();
    }

    void close()
    {
        if (gzclose(std::exchange(m_file, nullptr)) != Z_OK)
            fail();
    }

private:
    [[noreturn]] void fail() const
    {
        throw Error(SPACRD_TR("core", "The counts could not be written."), m_path,
                    SPACRD_TR("core", "check that the disk has room"));
    }

    std::filesystem::path m_path;
    gzFile m_file;
};

} // namespace

void writeStCounts(const std::filesystem::path& file, const ExpressionModel& model, const std::vector<PlannedSpot>& spots,
                   const std::vector<size_t>& order, std::uint64_t seed, Task& task)
{
    GzipText out(file);
    std::string line;
    for (const Gene& gene : model.genes())
        line += "\t" + gene.symbol;
    out.write(line + "\n");
    forSpotCounts(model, spots, order, seed, task, [&](size_t i, const std::vector<std::int32_t>& counts) {
        line = spots[order[i]].barcode;
        for (const std::int32_t count : counts)
            fmt::format_to(std::back_inserter(line), "\t{}", count);
        line += "\n";
        out.write(line);
    });
    out.close();
}

void writeStSpots(const std::filesystem::path& file, const Layout& layout, const std::vector<PlannedSpot>& spots)
{
    // The array's own frame: the corner spot's place without its jitter is where the rule of stPlaces puts it.
    const double pitch = layout.pitchPx();
    const PlannedSpot& last = spots.back();
    const double left = (layout.width - (last.arrayCol - spots.front().arrayCol) * pitch) / 2;
    const double top = (layout.height - (last.arrayRow - spots.front().arrayRow) * pitch) / 2;
    std::string tsv = "x\ty\tnew_x\tnew_y\tpixel_x\tpixel_y\tselected\n";
    for (const PlannedSpot& spot : spots) {
        const double newX = spots.front().arrayCol + (spot.fullres.x - left) / pitch;
        const double newY = spots.front().arrayRow + (spot.fullres.y - top) / pitch;
        fmt::format_to(std::back_inserter(tsv), "{}\t{}\t{:.3f}\t{:.3f}\t{:.2f}\t{:.2f}\t{}\n", spot.arrayCol, spot.arrayRow,
                       newX, newY, spot.fullres.x, spot.fullres.y, spot.inTissue ? 1 : 0);
    }
    writeFile(file, tsv);
}

} // namespace spacrd::phantom
