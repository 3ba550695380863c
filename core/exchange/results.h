#pragma once

#include "core/evaluate/threshold.h"
#include "core/fusion/detect.h"
#include "core/region/region.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// A detection with what was decided on it: everything the four files and the window show.
struct Result
{
    std::shared_ptr<const Sample> sample;
    Detection detection;
    Decision decision;
    std::vector<Region> regions;
};

/// Where a result came from, for run.json.
struct Provenance
{
    std::filesystem::path modelFile;
    std::string modelName;
    std::string device;
    int threads = 0;
    std::int64_t seed = 0;
    std::map<std::string, std::filesystem::path> inputs; ///< role ("sample", "slide", "model") → file; hashed when written
    std::vector<std::pair<std::string, double>> secondsPerStage;
};

/// Applies a threshold rule (see decide) and unites the regions. Throws Error, also when detection and sample differ in spots.
Result decideResult(std::shared_ptr<const Sample> sample, Detection detection, const std::string& rule);

/// Which files to write.
struct ResultFiles
{
    bool scores = true;   ///< scores.csv, attention.csv
    bool regions = true;  ///< regions.geojson
    bool overlay = true;  ///< overlay.png
    bool run = true;      ///< run.json
    bool annData = false; ///< detection.h5ad
};

/// Writes the files into `folder`, all or none (spec of the command line: `detect`). Throws Error, Cancelled.
void writeResult(const Result& result, const Provenance& provenance, const ResultFiles& files,
                 const std::filesystem::path& folder, Task& task);

/// scores.csv: barcode,x,y,score,probability,class. One row a spot in the matrix's order; x, y in full-resolution pixels;
/// class 1 = cancer, 0 = not. Numbers are the shortest that read back to the same double; barcodes quoted as in RFC 4180
/// where they need it; lines end in LF. Never depends on the locale.
std::string scoresCsv(const Result& result);
/// attention.csv: barcode,neighbour,histology_to_gene,gene_to_histology; a row for each spot and neighbour, the spot itself
/// first. Shortest numbers that read back to the same float.
std::string attentionCsv(const Result& result);
/// regions.geojson as QuPath reads it (field notes E4). Full-resolution pixels, 2 decimals; a region's id follows from the
/// sample's name and its outline.
std::string regionsGeoJson(const Result& result);
/// Regions and scores drawn over the part of the slide that holds the spots (over white without a slide), with title, colour
/// bar and scale bar beside the tissue; longest side `pixels` (300…20000). Needs no display. Throws Error.
Image overlayImage(const Result& result, int pixels);

} // namespace spacrd
