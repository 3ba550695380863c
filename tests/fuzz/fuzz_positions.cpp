#include "core/base/task.h"
#include "core/transcriptome/positions.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/target.h"

#include <cmath>
#include <set>

/// Fuzz target: Space Ranger's tables of spot positions.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    const MemoryFile file(bytes);
    errorsAreFine([&] {
        std::set<std::string> barcodes;
        const std::vector<Spot> spots = readPositions(file.path(), Task());
        isTrue(!spots.empty());
        for (const Spot& spot : spots) {
            isTrue(barcodes.insert(spot.barcode).second);
            for (const double number : {spot.fullres.x, spot.fullres.y, spot.arrayRow, spot.arrayCol})
                isTrue(std::isfinite(number));
        }
    });
}

std::vector<std::string> seeds()
{
    return test::filesOfCases("tissue_positions.csv");
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds};
}
