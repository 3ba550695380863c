#include "core/base/task.h"
#include "core/transcriptome/tenx.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/target.h"

/// Fuzz target: a 10x matrix in Matrix Market form: matrix, features and barcodes in one input.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    const auto parts = partsOf(bytes, 3);
    const MemoryFile matrix(parts[0]);
    const MemoryFile features(parts[1]);
    const MemoryFile barcodes(parts[2]);
    errorsAreFine([&] {
        Task task;
        const ExpressionMatrix read = readTenxMtx({matrix.path(), features.path(), barcodes.path()}, task);
        isTrue(read.spots() == static_cast<size_t>(read.counts.rows())
               && read.genes.size() == static_cast<size_t>(read.counts.cols()));
        for (Eigen::Index i = 0; i < read.counts.nonZeros(); ++i)
            isTrue(read.counts.valuePtr()[i] > 0.0F && read.counts.innerIndexPtr()[i] < read.counts.cols());
    });
}

std::vector<std::string> seeds()
{
    const std::string goodMatrix =
        "%%MatrixMarket matrix coordinate integer general\n4 4 6\n1 1 1\n4 1 2\n2 3 3\n1 4 4\n2 4 5\n4 4 6\n";
    const std::string goodFeatures =
        "E1\tA\tGene Expression\nE2\tB\tGene Expression\nC\tC\tAntibody Capture\nE3\tA\tGene Expression\n";
    const std::string goodBarcodes = "AAA-1\nAAC-1\nAAG-1\nAAT-1\n";
    std::vector<std::string> all{joinedParts({goodMatrix, goodFeatures, goodBarcodes})};
    for (const std::string& bytes : test::filesOfCases("matrix.mtx"))
        all.push_back(joinedParts({bytes, goodFeatures, goodBarcodes}));
    for (const std::string& bytes : test::filesOfCases("features.tsv"))
        all.push_back(joinedParts({goodMatrix, bytes, goodBarcodes}));
    for (const std::string& bytes : test::filesOfCases("barcodes.tsv"))
        all.push_back(joinedParts({goodMatrix, goodFeatures, bytes}));
    return all;
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds};
}
