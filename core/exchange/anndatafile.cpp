#include "core/exchange/anndatafile.h"

#include "core/base/task.h"
#include "core/transcriptome/hdf5output.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd {

namespace {

constexpr double spaceRangerSpotUm = 65.0; // what 10x's spot_diameter_fullres stands for on Visium

void encoding(Hdf5Output& h5, const std::string& object, const char* type, const char* version)
{
    h5.attribute(object, "encoding-type", type);
    h5.attribute(object, "encoding-version", version);
}

void dictionary(Hdf5Output& h5, const std::string& name)
{
    h5.group(name);
    encoding(h5, name, "dict", "0.1.0");
}

template <typename Value>
void array(Hdf5Output& h5, const std::string& name, std::span<const Value> values, size_t columns = 0)
{
    h5.numbers(name, values, columns);
    encoding(h5, name, "array", "0.2.0");
}

void texts(Hdf5Output& h5, const std::string& name, const std::vector<std::string>& values)
{
    h5.texts(name, values);
    encoding(h5, name, "string-array", "0.2.0");
}

void text(Hdf5Output& h5, const std::string& name, const std::string& value)
{
    h5.text(name, value);
    encoding(h5, name, "string", "0.2.0");
}

void number(Hdf5Output& h5, const std::string& name, double value)
{
    h5.number(name, value);
    encoding(h5, name, "numeric-scalar", "0.2.0");
}

void frame(Hdf5Output& h5, const std::string& name, const std::vector<std::string>& index,
           const std::vector<std::string>& columns)
{
    h5.group(name);
    encoding(h5, name, "dataframe", "0.2.0");
    h5.attribute(name, "_index", "_index");
    h5.attribute(name, "column-order", columns);
    texts(h5, name + "/_index", index);
}

void writeCounts(Hdf5Output& h5, const CountMatrix& counts)
{
    h5.group("X");
    encoding(h5, "X", "csr_matrix", "0.1.0");
    const std::array<std::int64_t, 2> shape{counts.rows(), counts.cols()};
    h5.attribute("X", "shape", std::span<const std::int64_t>(shape));
    const auto entries = static_cast<size_t>(counts.nonZeros());
    h5.numbers("X/data", std::span(counts.valuePtr(), entries));
    h5.numbers("X/indices", std::span<const std::int32_t>(counts.innerIndexPtr(), entries));
    h5.numbers("X/indptr", std::span<const std::int32_t>(counts.outerIndexPtr(), static_cast<size_t>(counts.rows()) + 1));
}

/// Array coordinates are whole numbers on all platforms but ST's corrected ones; whole ones stay whole.
void writeArrayColumn(Hdf5Output& h5, const std::string& name, const std::vector<Spot>& spots, double Spot::*coordinate)
{
    std::vector<double> values;
    for (const Spot& spot : spots)
        values.push_back(spot.*coordinate);
    const bool whole = std::all_of(values.begin(), values.end(), [](double value) { return value == std::round(value); });
    if (whole)
        array(h5, name, std::span<const std::int64_t>(std::vector<std::int64_t>(values.begin(), values.end())));
    else
        array(h5, name, std::span<const double>(values));
}

void writeObs(Hdf5Output& h5, const Result& result)
{
    const std::vector<Spot>& spots = result.sample->spots();
    // Where the section has none, all are zero.
    const bool onArray = std::ranges::any_of(spots, [](const Spot& s) { return s.arrayRow != 0.0 || s.arrayCol != 0.0; });
    std::vector<std::string> columns{"in_tissue"};
    if (onArray)
        columns.insert(columns.end(), {"array_row", "array_col"});
    columns.insert(columns.end(), {"spacrd_score", "spacrd_logit", "spacrd_probability", "spacrd_class"});
    frame(h5, "obs", result.sample->expression().barcodes, columns);
    std::vector<std::int64_t> inTissue;
    for (const Spot& spot : spots)
        inTissue.push_back(spot.inTissue ? 1 : 0);
    array(h5, "obs/in_tissue", std::span<const std::int64_t>(inTissue));
    if (onArray) {
        writeArrayColumn(h5, "obs/array_row", spots, &Spot::arrayRow);
        writeArrayColumn(h5, "obs/array_col", spots, &Spot::arrayCol);
    }
    array(h5, "obs/spacrd_score", std::span<const double>(result.detection.score));
    array(h5, "obs/spacrd_logit", std::span<const double>(result.detection.logit));
    array(h5, "obs/spacrd_probability", std::span<const double>(result.detection.probability));
    const std::vector<std::int64_t> classes(result.decision.classes.begin(), result.decision.classes.end());
    array(h5, "obs/spacrd_class", std::span<const std::int64_t>(classes));
}

void writeVar(Hdf5Output& h5, const std::vector<Gene>& genes)
{
    std::vector<std::string> symbols;
    std::vector<std::string> ids;
    for (const Gene& gene : genes) {
        symbols.push_back(gene.symbol);
        ids.push_back(gene.id);
    }
    frame(h5, "var", symbols, {"gene_ids", "feature_types"});
    texts(h5, "var/gene_ids", ids);
    texts(h5, "var/feature_types", std::vector<std::string>(genes.size(), "Gene Expression"));
}

void writeObsm(Hdf5Output& h5, const Result& result)
{
    dictionary(h5, "obsm");
    std::vector<double> places;
    for (const Spot& spot : result.sample->spots())
        places.insert(places.end(), {spot.fullres.x, spot.fullres.y});
    array(h5, "obsm/spatial", std::span<const double>(places), 2);
    const FeatureMatrix& latent = result.detection.latentMean;
    if (latent.size() > 0)
        array(h5, "obsm/X_spacrd", std::span(latent.data(), static_cast<size_t>(latent.size())),
              static_cast<size_t>(latent.cols()));
}

/// The name as a part of a path in the file.
std::string libraryName(const std::string& name)
{
    std::string library = name.empty() ? std::string("sample") : name;
    std::replace(library.begin(), library.end(), '/', '_');
    return library == "." || library == ".." ? std::string("sample") : library;
}

void writeSpatial(Hdf5Output& h5, const Sample& sample)
{
    const std::string library = "uns/spatial/" + libraryName(sample.name);
    dictionary(h5, "uns/spatial");
    dictionary(h5, library);
    dictionary(h5, library + "/images");
    dictionary(h5, library + "/scalefactors");
    dictionary(h5, library + "/metadata");
    text(h5, library + "/metadata/platform", platformName(sample.section.platform));
    if (!sample.section.mpp)
        return;
    const double mpp = *sample.section.mpp;
    const std::string factors = library + "/scalefactors/";
    if (sample.section.platform == Platform::visiumHd) {
        number(h5, factors + "spot_diameter_fullres", sample.section.spotDiameterFullresPx);
        number(h5, factors + "bin_size_um", sample.section.spotDiameterFullresPx * mpp);
        number(h5, factors + "microns_per_pixel", mpp);
    } else if (sample.section.platform == Platform::visium) {
        number(h5, factors + "spot_diameter_fullres", spaceRangerSpotUm / mpp);
    } else if (sample.section.spotDiameterFullresPx > 0.0) {
        number(h5, factors + "spot_diameter_fullres", sample.section.spotDiameterFullresPx);
        number(h5, factors + "microns_per_pixel", mpp);
    }
}

void writeProvenance(Hdf5Output& h5, const Result& result, const Provenance& provenance)
{
    dictionary(h5, "uns/spacrd");
    const std::string to = "uns/spacrd/";
    text(h5, to + "program", "SpaCRD Studio");
    text(h5, to + "version", SPACRD_VERSION);
    text(h5, to + "model", provenance.modelName);
    text(h5, to + "model_file", provenance.modelFile.filename().string());
    text(h5, to + "device", provenance.device);
    text(h5, to + "threshold_rule", result.decision.method);
    text(h5, to + "threshold_on", result.decision.onProbability ? "probability" : "score");
    number(h5, to + "threshold", result.decision.threshold);
    number(h5, to + "seed", static_cast<double>(provenance.seed));
    number(h5, to + "used_image", result.detection.usedImage ? 1.0 : 0.0);
    number(h5, to + "used_expression", result.detection.usedExpression ? 1.0 : 0.0);
}

} // namespace

void writeAnnData(const Result& result, const Provenance& provenance, const std::filesystem::path& file, const Task& task)
{
    Hdf5Output h5(file);
    encoding(h5, "/", "anndata", "0.1.0");
    writeCounts(h5, result.sample->expression().counts);
    task.check();
    writeObs(h5, result);
    writeVar(h5, result.sample->expression().genes);
    writeObsm(h5, result);
    for (const char* empty : {"layers", "obsp", "varm", "varp", "uns"})
        dictionary(h5, empty);
    writeSpatial(h5, *result.sample);
    writeProvenance(h5, result, provenance);
    task.check();
    h5.finish();
}

} // namespace spacrd
