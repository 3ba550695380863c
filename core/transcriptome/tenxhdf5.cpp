#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/section.h"
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
    for (const std::string& group : h5.rootGroups()) {
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

void checkPointers(const std::vector<std::int64_t>& starts, size_t barcodes, size_t entries, const fs::path& file)
{
    if (starts.size() != barcodes + 1) {
        throw Error(Text(SPACRD_TR("core", "The row pointers (indptr) have %1 entries where %2 barcodes need %3."),
                         {toWord(starts.size()), toWord(barcodes), toWord(barcodes + 1)}),
                    file);
    }
    bool ascending = starts.front() == 0;
    for (size_t i = 1; i < starts.size() && ascending; ++i)
        ascending = starts[i] >= starts[i - 1];
    if (!ascending || static_cast<size_t>(starts.back()) != entries) {
        throw Error(
            SPACRD_TR("core", "The row pointers (indptr) of the matrix do not ascend from 0 to the number of its counts."), file);
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

    // Stored by column as features × barcodes, which is by row as barcodes × features.
    const auto starts = h5.integers<std::int64_t>(layout.group + "indptr", task);
    const auto columns = h5.integers<std::int32_t>(layout.group + "indices", task);
    const auto values = h5.numbers(layout.group + "data", task);
    if (columns.size() != values.size()) {
        throw Error(
            Text(SPACRD_TR("core", "The matrix has %1 counts but %2 indices."), {toWord(values.size()), toWord(columns.size())}),
            file);
    }
    checkPointers(starts, matrix.barcodes.size(), values.size(), file);

    GeneColumns genes = geneColumns(features, file);
    CountRows rows(file, genes.genes.size());
    for (size_t row = 0; row < matrix.barcodes.size(); ++row) {
        if (row % 1024 == 0)
            task.advanceTo(static_cast<std::int64_t>(row));
        for (auto i = static_cast<size_t>(starts[row]); i < static_cast<size_t>(starts[row + 1]); ++i) {
            if (columns[i] < 0 || static_cast<size_t>(columns[i]) >= features.size()) {
                throw Error(Text(SPACRD_TR("core", "A count belongs to feature %1, but the matrix has %2 features."),
                                 {toWord(columns[i]), toWord(features.size())}),
                            file);
            }
            if (const int column = genes.columnOf[static_cast<size_t>(columns[i])]; column >= 0)
                rows.add(static_cast<size_t>(column), static_cast<double>(values[i]));
        }
        rows.endRow();
    }
    matrix.genes = std::move(genes.genes);
    matrix.counts = rows.take();
    return matrix;
}

} // namespace spacrd
