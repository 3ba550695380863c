#include "core/base/task.h"
#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/tenx.h"

#include "tests/fuzz/hdf5changes.h"
#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/target.h"

/// Fuzz target: a 10x matrix in HDF5, as an image in memory.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    errorsAreFine([&] {
        Task task;
        const Hdf5File file(bytes, "fuzz.h5");
        const ExpressionMatrix read = readTenxHdf5(file, task);
        isTrue(read.spots() == static_cast<size_t>(read.counts.rows())
               && read.genes.size() == static_cast<size_t>(read.counts.cols()));
        for (Eigen::Index i = 0; i < read.counts.nonZeros(); ++i)
            isTrue(read.counts.valuePtr()[i] > 0.0F && read.counts.innerIndexPtr()[i] < read.counts.cols());
    });
}

std::vector<std::string> seeds()
{
    return test::filesOfCases(".h5");
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds, &changeHdf5};
}
