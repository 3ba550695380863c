#include "core/transcriptome/anndatamatrix.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/anndataframe.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/sparsecounts.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr hsize_t valuesLookedAt = 1 << 16;

constexpr const char* idColumns[] = {"gene_ids", "gene_id", "ensembl_id", "ensembl", "Ensembl", "ENSEMBL", "feature_id"};
constexpr const char* symbolColumns[] = {"gene_symbols", "gene_symbol", "gene_names",  "gene_name", "feature_name",
                                         "SYMBOL",       "symbol",      "hugo_symbol", "Symbol",    "name"};

/// A matrix of the file and the table of its features.
struct Source
{
    std::string matrix;
    std::string features;
};

/// A matrix is a table, or a group with its values in `data`.
std::string valuesOf(const Hdf5File& file, const std::string& matrix)
{
    if (file.hasDataset(matrix))
        return matrix;
    return file.hasDataset(matrix + "/data") ? matrix + "/data" : std::string();
}

/// Looks at the first values only: counts show themselves at once, and so do logarithms.
bool holdsWholeNumbers(const Hdf5File& file, const std::string& matrix, const Task& task)
{
    const Hdf5Dataset values(file, valuesOf(file, matrix));
    if (values.kind() != Hdf5Kind::fraction)
        return values.kind() == Hdf5Kind::whole || values.kind() == Hdf5Kind::flag;
    if (values.count() == 0 || values.shape().empty())
        return true;
    values.requireStored();
    const hsize_t perRow = values.count() / values.shape().front();
    const hsize_t rows = std::clamp<hsize_t>(valuesLookedAt / perRow, 1, values.shape().front());
    std::vector<float> first(rows * perRow);
    values.readRows(0, rows, first.data(), task);
    return std::all_of(first.begin(), first.end(), [](float value) { return std::floor(value) == value; });
}

size_t featuresOf(const Hdf5File& file, const Source& source, const Task& task)
{
    return AnnDataFrame(file, source.features).index(task).size();
}

Source chooseSource(const Hdf5File& file, SpatialSection& section, const Task& task)
{
    for (const char* layer : {"layers/counts", "layers/raw_counts", "layers/raw"}) {
        if (!valuesOf(file, layer).empty() && holdsWholeNumbers(file, layer, task))
            return {layer, "var"};
    }
    const Source own{valuesOf(file, "X").empty() ? std::string() : "X", "var"};
    const Source raw{valuesOf(file, "raw/X").empty() || !file.hasGroup("raw/var") ? std::string() : "raw/X", "raw/var"};
    const bool ownWhole = !own.matrix.empty() && holdsWholeNumbers(file, own.matrix, task);
    const bool rawWhole = !raw.matrix.empty() && holdsWholeNumbers(file, raw.matrix, task);
    if (rawWhole && (!ownWhole || featuresOf(file, raw, task) > featuresOf(file, own, task))) {
        if (!ownWhole && !own.matrix.empty())
            section.warnings.emplace_back(SPACRD_TR("core", "The matrix X does not hold whole counts; those of raw/X are used."));
        return raw;
    }
    if (own.matrix.empty()) {
        section.doubt(SPACRD_TR("core", "The file holds no matrix (X); only spots and image can be used."));
    } else if (!ownWhole) {
        section.doubt(SPACRD_TR("core",
                                "The matrix X holds no whole counts, so it seems to be normalised already; the model needs "
                                "raw counts, which AnnData keeps in layers/counts or in raw."));
    }
    return own;
}

bool looksLikeEnsembl(const std::vector<std::string>& names)
{
    const auto ensembl = std::count_if(names.begin(), names.end(), [](const std::string& name) {
        return name.size() >= 15 && name.starts_with("ENS") && name.find_first_of("0123456789") != std::string::npos;
    });
    return !names.empty() && static_cast<double>(ensembl) > 0.8 * static_cast<double>(names.size());
}

template <size_t Count>
std::vector<std::string> firstTexts(const AnnDataFrame& frame, const char* const (&columns)[Count], size_t rows, const Task& task)
{
    for (const char* column : columns) {
        if (frame.has(column) && frame.isText(column))
            return frame.texts(column, rows, task);
    }
    return std::vector<std::string>(rows);
}

std::vector<Feature> readFeatures(const Hdf5File& file, const std::string& table, const Task& task)
{
    const AnnDataFrame frame(file, table);
    std::vector<std::string> names = frame.index(task);
    const size_t rows = names.size();
    const bool byId = looksLikeEnsembl(names);
    std::vector<std::string> others =
        byId ? firstTexts(frame, symbolColumns, rows, task) : firstTexts(frame, idColumns, rows, task);
    std::vector<std::string> types(rows);
    for (const char* column : {"feature_types", "feature_type"}) {
        if (!frame.has(column) || !frame.isText(column))
            continue;
        types = frame.texts(column, rows, task);
        if (std::find(types.begin(), types.end(), "Gene Expression") != types.end())
            break;
        types.assign(rows, {}); // a biotype, say
    }
    std::vector<Feature> features(rows);
    for (size_t i = 0; i < rows; ++i) {
        features[i].name = std::move(byId ? others[i] : names[i]);
        features[i].id = std::move(byId ? names[i] : others[i]);
        features[i].type = std::move(types[i]);
    }
    return features;
}

enum class Storage
{
    dense,
    bySpot,
    byFeature,
};

Storage storageOf(const Hdf5File& file, const std::string& matrix)
{
    if (file.hasDataset(matrix))
        return Storage::dense;
    std::string kind = file.textAttribute(matrix, "encoding-type").value_or("");
    if (kind.empty())
        kind = file.textAttribute(matrix, "h5sparse_format").value_or("");
    if (kind.starts_with("csr"))
        return Storage::bySpot;
    if (kind.starts_with("csc"))
        return Storage::byFeature;
    throw Error(Text(SPACRD_TR("core", "The matrix \"%1\" is stored as \"%2\", which is neither csr_matrix nor csc_matrix."),
                     {matrix, kind}),
                file.path());
}

void requireShape(const Hdf5File& file, const std::string& matrix, size_t spots, size_t features)
{
    std::vector<std::int64_t> shape = file.numberAttribute(matrix, "shape");
    if (shape.empty())
        shape = file.numberAttribute(matrix, "h5sparse_shape");
    if (shape.size() != 2 || shape[0] < 0 || shape[1] < 0)
        throw Error(Text(SPACRD_TR("core", "The shape of the matrix \"%1\" is not two numbers of zero or more."), {matrix}),
                    file.path());
    if (static_cast<size_t>(shape[0]) != spots || static_cast<size_t>(shape[1]) != features) {
        throw Error(Text(SPACRD_TR("core", "The matrix \"%1\" is %2 × %3, but the file lists %4 spots and %5 features."),
                         {matrix, toWord(static_cast<long long>(shape[0])), toWord(static_cast<long long>(shape[1])),
                          toWord(spots), toWord(features)}),
                    file.path());
    }
}

} // namespace

ExpressionMatrix readAnnDataMatrix(const Hdf5File& file, std::vector<std::string> barcodes, SpatialSection& section, Task& task)
{
    task.stage(SPACRD_TR("core", "Reading counts"), 0, SPACRD_TR("core", "spots"));
    ExpressionMatrix matrix;
    matrix.barcodes = std::move(barcodes);
    const size_t spots = matrix.spots();
    const Source source = chooseSource(file, section, task);
    if (source.matrix.empty()) {
        matrix.counts = CountMatrix(static_cast<Eigen::Index>(spots), 0);
        return matrix;
    }
    const std::vector<Feature> features = readFeatures(file, source.features, task);
    GeneColumns genes = geneColumns(features, file.path());
    const Storage storage = storageOf(file, source.matrix);
    if (storage == Storage::dense) {
        matrix.counts = readDenseCounts(file, source.matrix, spots, genes, task);
    } else {
        requireShape(file, source.matrix, spots, features.size());
        const auto read = storage == Storage::bySpot ? &readCountsBySpot : &readCountsByFeature;
        matrix.counts = read(file, source.matrix + "/", spots, genes, task);
    }
    matrix.genes = std::move(genes.genes);
    matrix.setApart = std::move(genes.setApart);
    return matrix;
}

} // namespace spacrd
