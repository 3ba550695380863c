#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/countrows.h"
#include "core/transcriptome/formats.h"
#include "core/transcriptome/positions.h"
#include "core/transcriptome/scalefactors.h"
#include "core/transcriptome/spacerangerfiles.h"
#include "core/transcriptome/spotjoin.h"
#include "core/transcriptome/spotpitch.h"
#include "core/transcriptome/tenx.h"

#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr double pitchMicrons = 100.0;
constexpr double spotMicrons = 55.0;
// Space Ranger's spot_diameter_fullres stands for 65 µm.
constexpr double spaceRangerSpotMicrons = 65.0;
constexpr double toleratedDisagreement = 0.10;

void useScale(SpatialSection& section, const std::vector<Spot>& positions, const ScaleFactors& factors)
{
    section.spotPitchFullresPx = spotPitch(section.spots, section.lattice);
    if (section.spotPitchFullresPx <= 0.0) // a single spot in tissue: the array around it tells as well
        section.spotPitchFullresPx = spotPitch(positions, section.lattice);
    const double pitch = section.spotPitchFullresPx;
    if (pitch > 0.0)
        section.mpp = pitchMicrons / pitch;
    if (!factors.spotDiameterFullres)
        return;
    const double perMicron = *factors.spotDiameterFullres / spaceRangerSpotMicrons;
    section.spotDiameterFullresPx = perMicron * spotMicrons;
    if (pitch <= 0.0) {
        section.mpp = 1.0 / perMicron;
    } else if (std::abs(perMicron * pitchMicrons / pitch - 1.0) > toleratedDisagreement) {
        section.spotDiameterFullresPx = pitch * spotMicrons / pitchMicrons;
        section.warnings.emplace_back(
            SPACRD_TR("core", "The scale factors say %1 µm per pixel, the distance of the spots %2; the spots are believed."),
            std::vector<std::string>{toWord(1.0 / perMicron), toWord(pitchMicrons / pitch)});
    }
}

void useImage(SpatialSection& section, const SpaceRangerFiles& files, const ScaleFactors& factors)
{
    if (!files.hiresImage.empty() && factors.hiresScale) {
        section.image = files.hiresImage;
        section.imageScale = *factors.hiresScale;
    } else if (!files.lowresImage.empty() && factors.lowresScale) {
        section.image = files.lowresImage;
        section.imageScale = *factors.lowresScale;
    }
}

void checkParts(const SpaceRangerFiles& files, const SectionSources& sources)
{
    if (files.matrix.empty() && files.positions.empty()) {
        throw Error(
            SPACRD_TR("core", "The folder has no expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name)."),
            sources.path, SPACRD_TR("core", "open Space Ranger's \"outs\" folder, or the .h5 file itself"));
    }
    if (files.positions.empty()) {
        throw Error(SPACRD_TR("core", "No table of spot positions (spatial/tissue_positions.csv) was found beside the matrix."),
                    files.matrix, SPACRD_TR("core", "name it with --positions"));
    }
}

/// The spots in tissue with an expression matrix of no genes: a section of which only the spots and the image are there.
void useSpotsAlone(SpatialSection& section, const std::vector<Spot>& positions, const fs::path& table)
{
    for (const Spot& spot : positions) {
        if (!spot.inTissue)
            continue;
        section.spots.push_back(spot);
        section.expression.barcodes.push_back(spot.barcode);
    }
    if (section.spots.empty())
        throw Error(Text(SPACRD_TR("core", "None of the %1 spots of the table lies in tissue."), {toWord(positions.size())}),
                    table);
    checkBarcodes(section.expression.barcodes, table);
    section.expression.counts = CountMatrix(static_cast<Eigen::Index>(section.spots.size()), 0);
    section.warnings.emplace_back(SPACRD_TR("core",
                                            "No expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name) "
                                            "was found; only spots and image can be used."));
}

/// Every spot of the matrix with its place.
void useMatrix(SpatialSection& section, const SpaceRangerFiles& files, const std::vector<Spot>& positions, Task& task)
{
    if (files.raw)
        section.warnings.emplace_back(SPACRD_TR("core", "Only the raw matrix was found; of it the spots in tissue are used."));
    std::unordered_map<std::string, size_t> spotOf;
    spotOf.reserve(positions.size());
    for (size_t i = 0; i < positions.size(); ++i)
        spotOf.emplace(positions[i].barcode, i);
    std::error_code code;
    ExpressionMatrix matrix =
        fs::is_directory(files.matrix, code) ? readTenxMtx(files.matrix, task) : readTenxHdf5(files.matrix, task);
    joinSpots(section, std::move(matrix), positions, spotOf, files.positions);
}

bool isVisiumHdFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_directory(path / "binned_outputs", code) || fs::is_directory(path / "outs" / "binned_outputs", code)
           || fs::is_directory(path / "square_008um", code) || fs::is_directory(path / "square_002um", code);
}

} // namespace

bool recognisesSpaceRanger(const SectionSources& sources)
{
    try {
        std::error_code code;
        if (!fs::is_directory(sources.path, code)) {
            const std::string name = sources.path.filename().string();
            return name.ends_with("matrix.mtx") || name.ends_with("matrix.mtx.gz") || name.ends_with(".h5")
                   || (fs::is_regular_file(sources.path, code) && isTenxHdf5(sources.path));
        }
        const SpaceRangerFiles files = findSpaceRangerFiles(sources);
        return !files.matrix.empty() || !files.positions.empty() || isVisiumHdFolder(sources.path);
    } catch (const Error&) {
        return true; // several samples in one folder: the reader says so
    } catch (const fs::filesystem_error&) {
        return false;
    }
}

SpatialSection readSpaceRanger(const SectionSources& sources, Task& task)
{
    const SpaceRangerFiles files = findSpaceRangerFiles(sources);
    if (files.matrix.empty() && isVisiumHdFolder(sources.path)) {
        throw Error(SPACRD_TR("core", "This is a Visium HD folder, which this version does not read."), sources.path,
                    SPACRD_TR("core", "open a Visium sample with spots of 55 µm"));
    }
    checkParts(files, sources);
    task.stage(SPACRD_TR("core", "Reading spot positions"), 0, SPACRD_TR("core", "spots"));
    const std::vector<Spot> positions = readPositions(files.positions, task);
    SpatialSection section;
    section.platform = Platform::visium;
    section.lattice = SpotLattice::hexagonal;
    ScaleFactors factors;
    if (files.scalefactors.empty())
        section.warnings.emplace_back(
            SPACRD_TR("core", "No scalefactors_json.json was found; the spots' size comes from their distance."));
    else
        factors = readScaleFactors(files.scalefactors);
    if (files.matrix.empty())
        useSpotsAlone(section, positions, files.positions);
    else
        useMatrix(section, files, positions, task);
    useScale(section, positions, factors);
    useImage(section, files, factors);
    return section;
}

} // namespace spacrd
