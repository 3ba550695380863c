#pragma once

#include "core/base/affine.h"
#include "core/base/frames.h"
#include "core/base/text.h"
#include "core/slide/image.h"
#include "core/transcriptome/expressionmatrix.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class Task;

enum class Platform
{
    visium,
    visiumHd,
    legacySt,
    xenium,
    other, ///< spots with places, of no platform that could be told
};

/// "visium", "visium-hd", "st", "xenium", "other": the names of the command line.
const char* platformName(Platform platform);

/// Where spot centres lie on the array, which decides how a spot's cell is drawn and united into regions.
enum class SpotLattice
{
    hexagonal, ///< Visium: each row shifted by half a pitch
    square,    ///< legacy ST, Visium HD
    irregular, ///< cells
};

struct Spot
{
    std::string barcode;  ///< legacy ST: "XxY"
    FullresPoint fullres; ///< centre
    double arrayRow = 0.0;
    double arrayCol = 0.0;
    bool inTissue = true;
};

/// An image that lies beside or in the data.
struct FoundImage
{
    std::filesystem::path file; ///< empty = none
    std::string inside;         ///< `file` is the data file itself, and this the dataset in it; readEmbeddedImage
    double scale = 1.0;         ///< image pixels per full-resolution pixel (tissue_hires_scalef, …)

    bool operator==(const FoundImage&) const = default;
};

/// What a folder or table on disk gives before it meets a slide: one row of `expression` per entry of `spots`,
/// in the matrix's barcode order. A section without a matrix has no genes; its barcodes are those of the spots.
struct SpatialSection
{
    Platform platform = Platform::visium;
    SpotLattice lattice = SpotLattice::hexagonal;
    std::vector<Spot> spots;
    ExpressionMatrix expression;
    bool inPixels = true; ///< false: the format gives no pixel positions; `fullres` then counts µm of the array (see legacy ST)
    double spotDiameterFullresPx = 0.0; ///< drawn diameter of a spot (55 µm Visium, 100 µm ST); 0 = not known
    double spotPitchFullresPx = 0.0;    ///< median distance of nearest spots; 0 with fewer than two spots
    std::optional<double> mpp; ///< µm per full-resolution pixel, from pitch ÷ (100 µm Visium, 200 µm ST, bin size HD)
    FoundImage image;          ///< the best that was found
    FoundImage smallerImage;   ///< another copy of it, for when the best is damaged
    /// Where a place lies on the section's image, where the format says it by more than a scale: Xenium's H&E image.
    std::optional<Affine<frame::Fullres, frame::Level0>> imageAlignment;
    std::vector<Text> warnings;
    std::vector<Text> doubts; ///< those of the warnings by which a result can be wrong; the others only say what was done
    /// What tells whether the spots lie right on an image (core/sample/proof.h): positions that the table calls outside the
    /// tissue, empty where it lists none; the scales of Space Ranger's reduced images, whether or not these are there; and the
    /// µm per full-resolution pixel that the scale factors say, which need not be that of the pitch.
    std::vector<FullresPoint> outsideTissue;
    std::optional<double> hiresScale;
    std::optional<double> lowresScale;
    std::optional<double> statedMpp;

    void doubt(Text sentence)
    {
        doubts.push_back(sentence);
        warnings.push_back(std::move(sentence));
    }
    /// Keeps an image that was found; the better ones come first, more than two are not kept.
    void addImage(FoundImage found) { (image.file.empty() ? image : smallerImage) = std::move(found); }
};

/// Parts that are not where the format puts them; empty = look there.
struct SectionSources
{
    std::filesystem::path path; ///< an `outs` folder (or one level off), a counts table, a 10x .h5, an .h5ad
    std::filesystem::path positions;
    std::filesystem::path scalefactors;
    std::filesystem::path spots;
    std::string library{}; ///< which of the sections that lie there (sectionLibraries); empty = the only one, of HD the 8 µm bins
};

/// What can be told of a section without reading its matrix.
struct SectionOverview
{
    std::string format;                 ///< SectionFormat::name
    std::optional<Platform> platform;   ///< nothing where only reading the chosen library tells
    std::vector<std::string> libraries; ///< sectionLibraries()
    std::string library;                ///< which of them would be read; empty where one must be chosen, or there is no name
    std::filesystem::path positions;    ///< the table of spots or cells; empty = none found, or inside the data file
    FoundImage image;                   ///< as SpatialSection
};

/// One spatial format: recognised by content, cheap and without throwing; then read.
struct SectionFormat
{
    const char* name;
    bool (*recognises)(const SectionSources&);
    SpatialSection (*read)(const SectionSources&, Task&);
    std::vector<std::string> (*libraries)(const SectionSources&); ///< null: always one section
    void (*lookOver)(const SectionSources&, SectionOverview&);    ///< all but format and libraries
};

/// All formats, asked in this order.
const std::vector<SectionFormat>& sectionFormats();

/// True when some format recognises the path.
bool isSection(const SectionSources& sources);

/// The nearest folder around a file, up to three up, that is a section; empty when there is none. For a part of a section that
/// was taken for the whole.
std::filesystem::path sectionAround(const std::filesystem::path& file);

/// The names of the sections that lie at the path: the libraries of an .h5ad, the bin sizes of Visium HD ("square_008um"). Empty
/// when there is one without a name. Throws Error as readSection.
std::vector<std::string> sectionLibraries(const SectionSources& sources);

/// Those of them one of which has to be named before reading; empty where `library` names one already or the format has a first
/// choice. Throws Error as readSection.
std::vector<std::string> sectionsToChooseOf(const SectionSources& sources);

/// What lies at the path, without its matrix: for a choice before reading. An .h5ad costs reading its table of spots. Throws
/// Error as readSection, but not for parts that are missing.
SectionOverview sectionOverview(const SectionSources& sources);

/// Reads a section. Of spots outside tissue only the positions are kept (their number is in `warnings` when the matrix held
/// them); barcodes
/// without a position are dropped with a warning; none left is an Error. A Space Ranger folder without its matrix gives the
/// spots in tissue with a matrix of no genes, and a warning. An .h5ad of several sections needs `library`. Throws Error naming
/// file and field, Cancelled.
SpatialSection readSection(const SectionSources& sources, Task& task);

/// The picture that an .h5ad holds: `file` and `inside` of the image of a section read from it. Grey, RGB or RGBA, 0…255
/// or 0…1. Throws Error.
Image readEmbeddedImage(const std::filesystem::path& file, const std::string& dataset, const Task& task);

/// A 10x matrix by itself: HDF5 v3 (`matrix` group), or a folder with matrix.mtx, barcodes.tsv, features.tsv (.gz or not).
/// Features other than gene expression are left out. Throws Error.
ExpressionMatrix readTenxHdf5(const std::filesystem::path& file, Task& task);
ExpressionMatrix readTenxMtx(const std::filesystem::path& folder, Task& task);

/// A legacy-ST counts table (TSV, gz or not): rows = spots, columns = genes, non-negative numbers. Throws Error.
ExpressionMatrix readStCounts(const std::filesystem::path& file, Task& task);

} // namespace spacrd
