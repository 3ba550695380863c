#include "core/transcriptome/anndata.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/anndatamatrix.h"
#include "core/transcriptome/anndataobs.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/scalefactors.h"
#include "core/transcriptome/scaleofspots.h"
#include "core/transcriptome/spotgeometry.h"
#include "core/transcriptome/spotjoin.h"

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool isAnnData(const Hdf5File& file)
{
    const auto hasTable = [&](const char* name) { return file.hasGroup(name) || file.hasDataset(name); };
    return file.textAttribute("/", "encoding-type").value_or("") == "anndata" || (hasTable("obs") && hasTable("var"));
}

std::optional<double> scaleFactor(const Hdf5File& file, const std::string& name, const Task& task)
{
    if (!file.hasDataset(name))
        return std::nullopt;
    const Hdf5Dataset dataset(file, name);
    if (dataset.count() != 1)
        return std::nullopt;
    std::vector<double> value = dataset.allocate<double>();
    dataset.read(std::span(value), task);
    return checkedScaleFactor(value.front(), name, file.path());
}

ScaleFactors readFactors(const Hdf5File& file, const std::string& library, const Task& task)
{
    const std::string group = "uns/spatial/" + library + "/scalefactors/";
    ScaleFactors factors;
    if (library.empty() || !file.hasGroup(group.substr(0, group.size() - 1)))
        return factors;
    factors.spotDiameterFullres = scaleFactor(file, group + "spot_diameter_fullres", task);
    factors.hiresScale = scaleFactor(file, group + "tissue_hires_scalef", task);
    factors.lowresScale = scaleFactor(file, group + "tissue_lowres_scalef", task);
    factors.binSizeUm = scaleFactor(file, group + "bin_size_um", task);
    factors.micronsPerPixel = scaleFactor(file, group + "microns_per_pixel", task);
    return factors;
}

void useImage(SpatialSection& section, const Hdf5File& file, const std::string& library, const ScaleFactors& factors)
{
    const std::string images = "uns/spatial/" + library + "/images/";
    for (const auto& [name, scale] : {std::pair("hires", factors.hiresScale), std::pair("lowres", factors.lowresScale)}) {
        if (library.empty() || !file.hasDataset(images + name))
            continue;
        if (scale)
            section.addImage({file.path(), images + name, *scale});
        else
            section.doubt(
                Text(SPACRD_TR("core", "The image in the file (%1) has no scale factor (tissue_%1_scalef), so it is not "
                                       "used; write it, or name the slide with --slide."),
                     {name}));
    }
}

bool allMatch(const std::vector<Spot>& spots, bool (*matches)(std::string_view))
{
    return !spots.empty() && std::all_of(spots.begin(), spots.end(), [&](const Spot& spot) { return matches(spot.barcode); });
}

/// "aaaabbbb-1": eight letters a…p and the number of the run.
bool isXeniumCell(std::string_view name)
{
    return name.size() >= 10 && name[8] == '-'
           && std::all_of(name.begin(), name.begin() + 8, [](char c) { return c >= 'a' && c <= 'p'; });
}

/// "s_008um_00301_00321-1"
bool isHdBin(std::string_view name)
{
    return name.size() > 8 && name.starts_with("s_") && name.substr(5, 3) == "um_";
}

/// "12x7", "11.98x7.04"
bool isStPlace(std::string_view name)
{
    const size_t cross = name.find('x');
    return cross != std::string_view::npos && cross > 0 && cross + 1 < name.size()
           && name.find_first_not_of("0123456789.x") == std::string_view::npos;
}

Platform platformOf(const std::vector<Spot>& spots, const SpotGeometry& geometry, const ScaleFactors& factors)
{
    if (factors.binSizeUm || allMatch(spots, &isHdBin))
        return Platform::visiumHd;
    if (allMatch(spots, &isXeniumCell))
        return Platform::xenium;
    if (allMatch(spots, &isStPlace))
        return Platform::legacySt;
    if (factors.spotDiameterFullres || geometry.lattice == SpotLattice::hexagonal)
        return Platform::visium;
    return Platform::other;
}

} // namespace

bool recognisesAnnData(const SectionSources& sources)
{
    std::error_code code;
    if (!fs::is_regular_file(sources.path, code))
        return false;
    try {
        return isAnnData(Hdf5File(sources.path));
    } catch (const Error&) {
        return sources.path.extension() == ".h5ad"; // damaged: the reader says how
    }
}

std::vector<std::string> annDataLibraries(const SectionSources& sources)
{
    const Task task;
    const Hdf5File file(sources.path);
    const AnnDataFrame obs(file, "obs");
    return librariesOf(file, obs, obs.index(task).size(), task).names;
}

void lookOverAnnData(const SectionSources& sources, SectionOverview& overview)
{
    if (sources.library.empty() && overview.libraries.size() > 1)
        return; // which one, must be said first
    const Task task;
    const Hdf5File file(sources.path);
    const AnnDataObs obs = readAnnDataObs(file, sources.library, task);
    const ScaleFactors factors = readFactors(file, obs.library, task);
    overview.library = obs.library;
    overview.platform = platformOf(obs.spots, obs.hasArray ? SpotGeometry() : spotGeometry(obs.spots), factors);
    SpatialSection section;
    useImage(section, file, obs.library, factors);
    overview.image = section.image;
}

SpatialSection readAnnData(const SectionSources& sources, Task& task)
{
    return readAnnData(Hdf5File(sources.path), sources.library, task);
}

SpatialSection readAnnData(const Hdf5File& file, const std::string& library, Task& task)
{
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    AnnDataObs obs = readAnnDataObs(file, library, task);
    SpatialSection section;
    ExpressionMatrix matrix = readAnnDataMatrix(file, std::move(obs.names), section, task);
    if (!obs.libraries.ofRow.empty()) { // the rows of the other libraries go without a word
        std::vector<size_t> own;
        for (size_t row = 0; row < matrix.spots(); ++row) {
            if (obs.libraries.ofRow[row] == obs.library)
                own.push_back(row);
        }
        keepRows(matrix, own);
        std::vector<std::optional<size_t>> spotOfRow;
        for (const size_t row : own)
            spotOfRow.push_back(obs.spotOfRow[row]);
        obs.spotOfRow = std::move(spotOfRow);
    }
    checkBarcodes(matrix.barcodes, file.path());
    joinRows(section, std::move(matrix), obs.spots, obs.spotOfRow, file.path());
    const ScaleFactors factors = readFactors(file, obs.library, task);
    const SpotGeometry geometry = obs.hasArray ? SpotGeometry() : spotGeometry(section.spots);
    section.inPixels = obs.inPixels;
    section.platform = platformOf(section.spots, geometry, factors);
    section.lattice = section.platform == Platform::other ? geometry.lattice : arrayFacts(section.platform).lattice;
    useScale(section, obs.spots, factors, obs.hasArray ? std::nullopt : std::optional(geometry));
    useImage(section, file, obs.library, factors);
    return section;
}

} // namespace spacrd
