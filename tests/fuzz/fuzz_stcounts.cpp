#include "core/base/task.h"
#include "core/transcriptome/section.h"
#include "core/transcriptome/stspots.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/target.h"

#include <cmath>

/// Fuzz target: a legacy-ST table of counts, a table of spots behind it, and the section of both.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void isInOrder(const ExpressionMatrix& matrix)
{
    isTrue(matrix.spots() == static_cast<size_t>(matrix.counts.rows())
           && matrix.genes.size() == static_cast<size_t>(matrix.counts.cols()));
    for (Eigen::Index i = 0; i < matrix.counts.nonZeros(); ++i)
        isTrue(matrix.counts.valuePtr()[i] > 0.0F && matrix.counts.innerIndexPtr()[i] < matrix.counts.cols());
}

void run(std::string_view bytes)
{
    const auto parts = partsOf(bytes, 2);
    const MemoryFile counts(parts[0]);
    const MemoryFile spots(parts[1]);
    Task task;
    errorsAreFine([&] { isInOrder(readStCounts(counts.path(), task)); });
    errorsAreFine([&] { readStSpots(spots.path(), task); });
    errorsAreFine([&] {
        SectionSources sources;
        sources.path = counts.path();
        sources.spots = spots.path();
        const SpatialSection section = readSection(sources, task);
        isInOrder(section.expression);
        isTrue(section.spots.size() == section.expression.spots() && std::isfinite(section.mpp.value_or(1.0)));
    });
}

std::vector<std::string> seeds()
{
    const std::string goodCounts = "\tA\tB\n1x1\t1\t0\n1x2\t2\t3\n2x1\t0\t4\n";
    const std::string goodSpots = "x\ty\tpixel_x\tpixel_y\n1\t1\t100\t100\n1\t2\t100\t300\n2\t1\t300\t100\n";
    std::vector<std::string> all;
    for (const char* ending : {"counts.tsv", "counts.tsv.gz"}) {
        for (const std::string& bytes : test::filesOfCases(ending))
            all.push_back(joinedParts({bytes, goodSpots}));
    }
    for (const std::string& bytes : test::filesOfCases("spots.tsv"))
        all.push_back(joinedParts({goodCounts, bytes}));
    return all;
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds};
}
