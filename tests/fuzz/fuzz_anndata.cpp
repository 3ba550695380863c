#include "core/base/task.h"
#include "core/transcriptome/anndata.h"

#include "tests/fuzz/hdf5changes.h"
#include "tests/fuzz/target.h"
#include "tests/transcriptome/tinyanndata.h"

/// Fuzz target: an AnnData file, as an image in memory; the only library, and one that is named.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    for (const char* library : {"", "left"}) {
        errorsAreFine([&] {
            Task task;
            const Hdf5File file(bytes, "fuzz.h5ad");
            const SpatialSection read = readAnnData(file, library, task);
            isTrue(read.spots.size() == read.expression.spots());
            const CountMatrix& counts = read.expression.counts;
            for (Eigen::Index i = 0; i < counts.nonZeros(); ++i)
                isTrue(counts.valuePtr()[i] > 0.0F && counts.innerIndexPtr()[i] < counts.cols());
        });
    }
}

std::vector<std::string> seeds()
{
    return test::tinyAnnDataFiles();
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds, &changeHdf5};
}
