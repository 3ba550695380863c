#include "core/phantom/stwriter.h"

#include "core/base/atomicfile.h"
#include "core/base/task.h"
#include "core/phantom/counts.h"
#include "core/phantom/gziptext.h"

#include <fmt/format.h>

#include <iterator>

namespace spacrd::phantom {

void writeStCounts(const std::filesystem::path& file, const ExpressionModel& model, const std::vector<PlannedSpot>& spots,
                   const std::vector<size_t>& order, std::uint64_t seed, Task& task)
{
    GzipText out(file);
    std::string line;
    for (const Gene& gene : model.genes())
        line += "\t" + gene.symbol;
    out.write(line + "\n");
    forSpotCounts(model, spots, order, 1.0, seed, task, [&](size_t i, std::span<const GeneCount> counts) {
        line = spots[order[i]].barcode;
        auto next = counts.begin();
        for (size_t gene = 0; gene < model.genes().size(); ++gene) {
            const bool counted = next != counts.end() && static_cast<size_t>(next->gene) == gene;
            fmt::format_to(std::back_inserter(line), "\t{}", counted ? next->count : 0);
            next += counted ? 1 : 0;
        }
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
