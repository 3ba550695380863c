#include "tests/transcriptome/tinyanndata.h"

#include "tests/support/files.h"

namespace spacrd::test {

void writeAnnDataParts(const std::filesystem::path& file, const AnnDataParts& parts)
{
    Hdf5Output h5(file);
    h5.attribute("/", "encoding-type", "anndata");
    for (const char* table : {"obs", "var"}) {
        h5.group(table);
        h5.attribute(table, "_index", "_index");
    }
    h5.texts("obs/_index", parts.names);
    h5.texts("var/_index", parts.genes);
    h5.group("obsm");
    h5.group("uns");
    if (parts.withSpatial)
        h5.numbers("obsm/spatial", std::span(parts.spatial), parts.spatialColumns);
    if (parts.withMatrix) {
        h5.group("X");
        h5.attribute("X", "encoding-type", parts.encoding);
        h5.attribute("X", "shape", std::span(parts.shape));
        h5.numbers("X/data", std::span<const std::int32_t>(parts.data));
        h5.numbers("X/indices", std::span<const std::int32_t>(parts.indices));
        h5.numbers("X/indptr", std::span<const std::int64_t>(parts.indptr));
    }
    if (parts.more)
        parts.more(h5);
    h5.finish();
}

std::vector<std::string> tinyAnnDataFiles()
{
    using More = std::function<void(Hdf5Output&)>;
    const std::vector<double> x{1, 2, 3, 4};
    const std::vector<std::int32_t> codes{0, 1, 1, 0};
    const std::vector<std::int64_t> flags{1, 1, 1, 0};
    const auto plain = [](AnnDataParts&) {};
    const auto withMore = [](const More& more) { return [more](AnnDataParts& parts) { parts.more = more; }; };
    const std::vector<std::function<void(AnnDataParts&)>> forms{
        plain,
        [](AnnDataParts& parts) {
            parts.encoding = "csc_matrix";
            parts.indptr = {0, 2, 4, 6};
            parts.indices = {0, 3, 2, 3, 0, 3};
        },
        [](AnnDataParts& parts) {
            parts.withMatrix = false;
            parts.more = [](Hdf5Output& h5) {
                h5.numbers("X", std::span<const float>(std::vector<float>{1, 0, 2, 0, 0, 0, 0, 3, 0, 4, 5, 6}), 3);
            };
        },
        withMore([&](Hdf5Output& h5) {
            h5.group("obs/__categories");
            h5.texts("obs/__categories/library_id", {"left", "right"});
            h5.numbers("obs/library_id", std::span(codes));
        }),
        withMore([&](Hdf5Output& h5) {
            h5.group("obs/kind");
            h5.attribute("obs/kind", "encoding-type", "categorical");
            h5.texts("obs/kind/categories", {"tumour", "stroma"});
            h5.numbers("obs/kind/codes", std::span(codes));
            h5.numbers("obs/in_tissue", std::span(flags));
            h5.texts("var/gene_ids", {"ENSG1", "ENSG2", "ENSG3"});
        }),
        [&](AnnDataParts& parts) {
            parts.withSpatial = false;
            parts.more = [x](Hdf5Output& h5) {
                h5.numbers("obs/x_centroid", std::span(x));
                h5.numbers("obs/y_centroid", std::span(x));
            };
        },
        withMore([&](Hdf5Output& h5) {
            for (const char* group : {"uns/spatial", "uns/spatial/a", "uns/spatial/a/scalefactors", "uns/spatial/a/images"})
                h5.group(group);
            const std::vector<double> scale{0.5};
            h5.numbers("uns/spatial/a/scalefactors/tissue_hires_scalef", std::span(scale));
            h5.numbers("uns/spatial/a/images/hires", std::span(x));
        }),
    };
    std::vector<std::string> files;
    const TemporaryFolder folder;
    for (const auto& form : forms) {
        AnnDataParts parts;
        form(parts);
        writeAnnDataParts(folder / "a.h5ad", parts);
        files.push_back(read(folder / "a.h5ad"));
    }
    return files;
}

} // namespace spacrd::test
