#include "core/base/atomicfile.h"
#include "core/base/task.h"
#include "core/exchange/anndatafile.h"
#include "core/phantom/phantom.h"
#include "core/sample/join.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/memory.h"
#include "tests/bench/reading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace spacrd::bench {

namespace fs = std::filesystem;

namespace {

constexpr int genesOfSection = 18000;
constexpr int repetitions = 3;

struct Section
{
    const char* name;
    Platform platform;
    int spots;
};

struct Baseline
{
    double seconds = 0.0;
    double peakMb = 0.0;
    double addedMb = 0.0; ///< of the peak, by reading; the rest is the interpreter and its packages
};

/// What Debian's Python packages take for the file, in a process of their own; nothing where these are not installed.
std::optional<Baseline> pythonReads(const fs::path& file)
{
    const std::string command = "/usr/bin/python3 '" + std::string(SPACRD_SOURCE_DIR) + "/tests/bench/openbaseline.py' '"
                                + file.string() + "' 2>/dev/null";
    std::string output;
    readLines(command, [&output](const std::string& line) { output += line; });
    const nlohmann::json said = nlohmann::json::parse(output, nullptr, false);
    if (!said.is_object())
        return std::nullopt;
    const auto peakMb = said.at("peak_mb").get<double>();
    return Baseline{said.at("seconds").get<double>(), peakMb, peakMb - said.at("before_mb").get<double>()};
}

double sizeOfCountsMb(const SpatialSection& section)
{
    return static_cast<double>(section.expression.counts.nonZeros()) * (sizeof(float) + sizeof(int)) / 1e6;
}

/// Opens `path` some times, and has Python read `file` as often in between; tells both.
void compare(const std::string& name, const fs::path& path, const fs::path& file,
             const std::function<void(const Figure&)>& onFigure, Task& task)
{
    double seconds = 1e9;
    double peakMb = 0.0;
    double addedMb = 0.0;
    std::optional<Baseline> python;
    Figure figure;
    for (int i = 0; i < repetitions; ++i) {
        task.check();
        restartPeakMemory();
        const double before = peakMemoryMb();
        const auto timed = measure({Timed{"open", 1, [&] {
                                              Task inner(task.stopToken());
                                              const SpatialSection section = readSection({path, {}, {}, {}}, inner);
                                              figure.detail["spots"] = static_cast<double>(section.spots.size());
                                              figure.detail["counts_mb"] = sizeOfCountsMb(section);
                                          }}});
        seconds = std::min(seconds, timed.at("open").front());
        peakMb = std::max(peakMb, peakMemoryMb());
        addedMb = std::max(addedMb, peakMemoryMb() - before);
        if (const auto once = pythonReads(file)) {
            python = python ? Baseline{std::min(python->seconds, once->seconds), std::max(python->peakMb, once->peakMb),
                                       std::max(python->addedMb, once->addedMb)}
                            : *once;
        }
    }
    figure.detail["added_mb"] = addedMb;
    figure.detail["added_of_counts"] = addedMb / figure.detail["counts_mb"];
    if (python) {
        figure.detail["python_seconds"] = python->seconds;
        figure.detail["python_peak_mb"] = python->peakMb;
        figure.detail["python_added_mb"] = python->addedMb;
        figure.detail["speedup"] = python->seconds / seconds;
    }
    figure.name = "open." + name + "_seconds";
    figure.value = seconds;
    figure.unit = "s";
    onFigure(figure);
    onFigure({"open." + name + "_peak_mb", peakMb, "MB", {}});
}

/// The same section as an .h5ad.
void writeAsAnnData(const fs::path& from, const fs::path& to, Task& task)
{
    JoinOptions options;
    options.path = from;
    Result result;
    result.sample = joinSample(readSection({from, {}, {}, {}}, task), nullptr, options, task);
    const size_t spots = result.sample->spots().size();
    for (std::vector<double>* values : {&result.detection.score, &result.detection.logit, &result.detection.probability})
        values->assign(spots, 0.0);
    result.decision.classes.assign(spots, 0);
    writeAnnData(result, Provenance{}, to, task);
}

} // namespace

void benchOpen(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task)
{
    const std::array<Section, 3> sections{
        {{"5k", Platform::visium, 5000}, {"70k", Platform::visiumHd, 70000}, {"700k", Platform::visiumHd, 700000}}};
    const AtomicFolder folder(fs::temp_directory_path() / "spacrd-bench-open"); // never committed: it goes at the end
    for (const Section& section : sections) {
        const fs::path phantom = folder.temporary() / section.name;
        PhantomOptions how;
        how.platform = section.platform;
        how.spots = options.quick ? section.spots / 100 : section.spots;
        how.genes = options.quick ? 100 : genesOfSection;
        how.width = how.height = 4096; // the picture is not read
        if (section.platform == Platform::visium || options.quick)
            how.width = how.height = 0;
        writePhantom(phantom, how, task);
        const fs::path outs = phantom / "outs";
        const bool bins = section.platform == Platform::visiumHd;
        const fs::path matrix = (bins ? outs / "binned_outputs" / "square_008um" : outs) / "filtered_feature_bc_matrix.h5";
        compare(section.name, outs, matrix, onFigure, task);
        const fs::path annData = phantom / "section.h5ad";
        writeAsAnnData(outs, annData, task);
        compare(std::string(section.name) + "_h5ad", annData, annData, onFigure, task);
        fs::remove_all(phantom);
    }
}

} // namespace spacrd::bench
