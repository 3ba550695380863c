#pragma once

#include "core/base/error.h"
#include "core/exchange/results.h"
#include "core/fusion/device.h"
#include "core/fusion/model.h"
#include "core/sample/qualityfilter.h"
#include "core/sample/sample.h"
#include "core/slide/slide.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// What a person asked to open.
struct OpenRequest
{
    std::filesystem::path path;              ///< a slide, a plain image, a section folder or table, a sample file
    std::filesystem::path slide;             ///< the section's slide, when it is not beside it
    std::optional<double> slideScale;        ///< level-0 pixels per full-resolution pixel
    std::string library = {};                ///< which of the sections that lie at the path
    std::filesystem::path positions = {};    ///< a table of positions in place of that beside the data
    std::filesystem::path spots = {};        ///< the same for legacy ST
    bool withoutSlide = false;               ///< expression alone, whatever image lies there
    std::optional<Alignment> alignment = {}; ///< in place of a scale
    std::string align = {};                  ///< SampleSources::align
};

/// What lies where a request points, found out without reading the matrix. Nothing is asked of the disk afterwards.
struct RequestLook
{
    enum class Kind
    {
        nothing, ///< there is no such file or folder, or nothing known: `problem` says so
        section,
        slide, ///< a slide or picture by itself
    };
    Kind kind = Kind::nothing;
    SectionOverview overview;                   ///< of a section
    bool choose = false;                        ///< several sections, and none was named
    std::filesystem::path named;                ///< the slide that the request or its sample file names
    bool sampleFile = false;                    ///< the path is a sample file, which names the parts
    std::vector<std::filesystem::path> missing; ///< parts that the request names and that are not there
    std::optional<Error> problem;               ///< why it cannot be opened
};

/// What came of it: a section, or a slide by itself.
struct Opened
{
    OpenRequest request;
    std::shared_ptr<const Sample> sample; ///< null: `slide` alone
    std::shared_ptr<const Slide> slide;   ///< null: a section without an image
    /// Not opened: the path holds these sections, and the request names none of them.
    std::vector<std::string> libraries = {};
};

/// A detection and how it came about.
struct DetectionRun
{
    Detection detection;
    std::string device; ///< resolved: "cpu", "cuda:0"
    int threads = 0;
    std::vector<std::pair<std::string, double>> secondsPerStage;
};

/// What the compute thread knows of itself.
struct ComputeFacts
{
    std::vector<ComputeDevice> devices;
    std::string libtorch;
    Text whyProcessor; ///< why a program built with CUDA works on the processor; empty otherwise
};

/// What an encoder is given of a spot, and which encoder.
struct SpotPatch
{
    Image picture;
    EncoderIdentity encoder;
};

/// The functions of core the window works with, each run on a worker thread. Tests replace single ones.
struct Engine
{
    std::function<Opened(const OpenRequest&, Task&)> open;
    std::function<RequestLook(const OpenRequest&, Task&)> look;
    std::function<std::shared_ptr<const Sample>(const Sample&, const Alignment&, Task&)> realign;
    std::function<void(const std::filesystem::path& file, const OpenRequest&, const Sample&, const Alignment&)> saveSample;
    std::function<void(const std::filesystem::path& folder, Task&)> makeDemo;
    std::function<SampleQuality(const Sample&, Task&)> measureQuality;
    std::function<std::shared_ptr<const Sample>(const Sample&, const std::vector<size_t>& spots, Task&)> keepSpots;
    std::function<ModelCard(const std::filesystem::path&)> readModelCard;
    std::function<SpotPatch(const Sample&, size_t spot, const std::optional<EncoderIdentity>&)> readPatch;
    std::function<Result(std::shared_ptr<const Sample>, Detection, const std::string& rule)> decide;
    std::function<void(const Result&, const Provenance&, const ResultFiles&, const std::filesystem::path& folder, Task&)>
        writeResult;

    // Only on the compute thread, where LibTorch lives.
    std::function<ComputeFacts()> computeFacts;
    std::function<DetectionRun(const Sample&, const std::filesystem::path& model, const DetectOptions&, Task&)> detect;
    std::function<void()> release; ///< drops the loaded model; the last thing the compute thread does
};

/// The real ones.
Engine realEngine();

/// What openSample() is asked for by a request: the sample file's own parts, with those that the request names in their place.
SampleSources sourcesOf(const OpenRequest& request);

/// Looks at all that a request names. Throws Cancelled; what is wrong is in the result.
RequestLook lookAt(const OpenRequest& request, Task& task);

/// Writes the sample file that opens `sample`, which has a slide and was opened by `request`, with an alignment. Throws Error.
void saveSampleFile(const std::filesystem::path& file, const OpenRequest& request, const Sample& sample,
                    const Alignment& alignment);

/// A section, a slide or a plain image (imported to the cache first), by content. Of several sections without a preferred one
/// it opens none but gives their names. Throws Error, Cancelled.
Opened openAnything(const OpenRequest& request, Task& task);

/// Where the demo section's parts lie in its folder, and whether it is complete.
OpenRequest demoRequest(const std::filesystem::path& folder);
bool hasDemo(const std::filesystem::path& folder);

} // namespace spacrd
