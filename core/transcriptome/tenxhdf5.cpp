#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/section.h"
#include "core/transcriptome/sparsecounts.h"
#include "core/transcriptome/tenx.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// Where the parts of the matrix lie: version 3 has one group `matrix`; version 1 has one group for each genome.
struct Layout
{
    std::string group;
    std::string ids;
    std::string names;
    std::string types; ///< empty in version 1, where everything is gene expression
};

std::vector<std::string> version1Genomes(const Hdf5File& h5)
{
    std::vector<std::string> genomes;
    for (const std::string& group : h5.groupsIn("/")) {
        if (h5.hasDataset(group + "/gene_names") && h5.hasDataset(group + "/barcodes") && h5.hasDataset(group + "/indptr"))
            genomes.push_back(group);
    }
    return genomes;
}

Layout layoutOf(const Hdf5File& h5)
{
    if (h5.hasGroup("matrix"))
        return {"matrix/", "matrix/features/id", "matrix/features/name", "matrix/features/feature_type"};
    const std::vector<std::string> genomes = version1Genomes(h5);
    if (genomes.empty()) {
        throw Error(SPACRD_TR("core", "The HDF5 file has no group \"matrix\", so it is not a 10x feature-barcode matrix."),
                    h5.path());
    }
    if (genomes.size() > 1) {
        throw Error(Text(SPACRD_TR("core", "The matrix holds %1 genomes; only files with one genome are read."),
                         {toWord(genomes.size())}),
                    h5.path());
    }
    const std::string group = genomes.front() + "/";
    return {group, group + "genes", group + "gene_names", ""};
}

std::vector<Feature> readFeatures(const Hdf5File& h5, const Layout& layout, const Task& task)
{
    std::vector<std::string> ids = h5.strings(layout.ids, task);
    std::vector<std::string> names = h5.strings(layout.names, task);
    std::vector<std::string> types;
    if (!layout.types.empty() && h5.hasDataset(layout.types))
        types = h5.strings(layout.types, task);
    if (ids.size() != names.size() || (!types.empty() && types.size() != names.size())) {
        throw Error(SPACRD_TR("core", "The lists of feature ids, names and types of the matrix differ in length."), h5.path());
    }
    std::vector<Feature> features(names.size());
    for (size_t i = 0; i < names.size(); ++i)
        features[i] = {std::move(ids[i]), std::move(names[i]), types.empty() ? std::string() : std::move(types[i])};
    return features;
}

void checkShape(const std::vector<std::int64_t>& shape, size_t features, size_t barcodes, const fs::path& file)
{
    if (shape.size() != 2 || shape[0] < 0 || shape[1] < 0)
        throw Error(SPACRD_TR("core", "The shape of the matrix is not two numbers of zero or more."), file);
    if (static_cast<size_t>(shape[0]) != features || static_cast<size_t>(shape[1]) != barcodes) {
        throw Error(Text(SPACRD_TR("core", "The matrix says %1 × %2, but the file lists %3 features and %4 barcodes."),
                         {toWord(shape[0]), toWord(shape[1]), toWord(features), toWord(barcodes)}),
                    file);
    }
}

} // namespace

bool isTenxHdf5(const fs::path& file)
{
    try {
        const Hdf5File h5(file);
        return h5.hasGroup("matrix") || !version1Genomes(h5).empty();
    } catch (const Error&) {
        return false;
    }
}

ExpressionMatrix readTenxHdf5(const fs::path& file, Task& task)
{
    return readTenxHdf5(Hdf5File(file), task);
}

ExpressionMatrix readTenxHdf5(const Hdf5File& h5, Task& task)
{
    task.stage(SPACRD_TR("core", "Reading counts"), 0, SPACRD_TR("core", "spots"));
    const fs::path& file = h5.path();
    const Layout layout = layoutOf(h5);
    ExpressionMatrix matrix;
    matrix.barcodes = h5.strings(layout.group + "barcodes", task);
    checkBarcodes(matrix.barcodes, file);
    const std::vector<Feature> features = readFeatures(h5, layout, task);
    checkShape(h5.integers<std::int64_t>(layout.group + "shape", task), features.size(), matrix.barcodes.size(), file);

    GeneColumns genes = geneColumns(features, file);
    // Stored by column as features × barcodes, which is by row as barcodes × features.
    matrix.counts = readCountsBySpot(h5, layout.group, matrix.barcodes.size(), genes, task);
    matrix.genes = std::move(genes.genes);
    matrix.setApart = std::move(genes.setApart);
    return matrix;
}

} // namespace spacrd
