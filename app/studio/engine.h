#pragma once

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
    std::filesystem::path path;       ///< a slide, a plain image, a section folder or table, a sample file
    std::filesystem::path slide;      ///< the section's slide, when it is not beside it
    std::optional<double> slideScale; ///< level-0 pixels per full-resolution pixel
};

/// What came of it: a section, or a slide by itself.
struct Opened
{
    OpenRequest request;
    std::shared_ptr<const Sample> sample; ///< null: `slide` alone
    std::shared_ptr<const Slide> slide;   ///< null: a section without an image
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

/// The functions of core the window works with, each run on a worker thread. Tests replace single ones.
struct Engine
{
    std::function<Opened(const OpenRequest&, Task&)> open;
    std::function<void(const std::filesystem::path& folder, Task&)> makeDemo;
    std::function<SampleQuality(const Sample&, Task&)> measureQuality;
    std::function<std::shared_ptr<const Sample>(const Sample&, const std::vector<size_t>& spots, Task&)> keepSpots;
    std::function<ModelCard(const std::filesystem::path&)> readModelCard;
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

/// A section, a slide or a plain image (imported to the cache first), by content. Throws Error, Cancelled.
Opened openAnything(const OpenRequest& request, Task& task);

/// Where the demo section's parts lie in its folder, and whether it is complete.
OpenRequest demoRequest(const std::filesystem::path& folder);
bool hasDemo(const std::filesystem::path& folder);

} // namespace spacrd
