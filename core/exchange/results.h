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

/// Applies a threshold rule and unites the regions.
Result decideResult(std::shared_ptr<const Sample> sample, Detection detection, const std::string& rule);

/// Which files to write.
struct ResultFiles
{
    bool scores = true;  ///< scores.csv, attention.csv
    bool regions = true; ///< regions.geojson
    bool overlay = true; ///< overlay.png
    bool run = true;     ///< run.json
};

/// Writes the files into `folder`, all or none (spec of the command line: `detect`). Throws Error, Cancelled.
void writeResult(const Result& result, const Provenance& provenance, const ResultFiles& files,
                 const std::filesystem::path& folder, Task& task);

/// scores.csv: barcode,x,y,score,probability,class.
std::string scoresCsv(const Result& result);
/// attention.csv: barcode,neighbour,histology_to_gene,gene_to_histology.
std::string attentionCsv(const Result& result);
/// regions.geojson as QuPath reads it (field notes E4). Full-resolution pixels, 2 decimals.
std::string regionsGeoJson(const Result& result);
/// Regions and scores drawn over the slide (or over white without one), longest side `pixels`. Needs no display.
Image overlayImage(const Result& result, int pixels);

} // namespace spacrd
