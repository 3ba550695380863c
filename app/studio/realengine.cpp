#include "app/studio/engine.h"

#include "core/base/task.h"
#include "core/histology/patch.h"
#include "core/phantom/phantom.h"
#include "core/sample/join.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// The model that was used last, so that a second Detect does not read it again. Touched by the compute thread only.
struct LoadedModel
{
    fs::path file;
    fs::file_time_type changed;
    std::shared_ptr<const Model> model;
};

/// Passes progress on to the job's own task and remembers how long each stage took.
class StageClock
{
public:
    using Clock = std::chrono::steady_clock;

    explicit StageClock(Task& outer)
        : m_outer(outer)
    {}

    void operator()(const Progress& progress)
    {
        if (m_stages.empty() || m_stages.back().first != progress.stage) {
            close();
            m_stages.emplace_back(progress.stage, 0.0);
            m_started = Clock::now();
            m_outer.stage(progress.stage, progress.total, progress.unit);
        }
        m_outer.advanceTo(progress.done);
    }

    std::vector<std::pair<std::string, double>> stages()
    {
        close();
        return m_stages;
    }

private:
    void close()
    {
        if (!m_stages.empty() && m_stages.back().second == 0.0)
            m_stages.back().second = std::chrono::duration<double>(Clock::now() - m_started).count();
    }

    Task& m_outer;
    std::vector<std::pair<std::string, double>> m_stages;
    Clock::time_point m_started;
};

int allThreads()
{
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

DetectionRun detectWith(LoadedModel& loaded, const Sample& sample, const fs::path& file, const DetectOptions& wanted, Task& task)
{
    StageClock clock(task);
    Task timed(task.stopToken(), [&clock](const Progress& progress) { clock(progress); });
    DetectionRun run;
    run.threads = allThreads();
    setComputeThreads(run.threads);
    const DeviceChoice choice = chooseDevice(wanted.device);
    run.device = choice.device.name;
    timed.stage(SPACRD_TR("core", "Reading the model"));
    const auto changed = fs::last_write_time(file);
    if (!loaded.model || loaded.file != file || loaded.changed != changed)
        loaded = {file, changed, loadModel(file)};
    DetectOptions options = wanted;
    options.device = run.device;
    run.detection = detectSample(sample, *loaded.model, options, timed);
    if (!choice.reason.empty())
        run.detection.warnings.push_back(choice.reason);
    run.secondsPerStage = clock.stages();
    return run;
}

/// Of the built-in encoder where no model says which.
SpotPatch readPatch(const Sample& sample, size_t spot, const std::optional<EncoderIdentity>& encoder)
{
    const EncoderIdentity identity = encoder ? *encoder : makeEncoder("builtin")->identity();
    return {spotPatch(sample, spot, identity), identity};
}

} // namespace

Engine realEngine()
{
    auto loaded = std::make_shared<LoadedModel>();
    Engine engine;
    engine.open = openAnything;
    engine.look = lookAt;
    engine.realign = realigned;
    engine.saveSample = saveSampleFile;
    engine.makeDemo = [](const fs::path& folder, Task& task) { writePhantom(folder, PhantomOptions(), task); };
    engine.measureQuality = measureQuality;
    engine.keepSpots = sampleOf;
    engine.readModelCard = readModelCard;
    engine.readPatch = readPatch;
    engine.decide = decideResult;
    engine.writeResult = writeResult;
    engine.computeFacts = [] { return ComputeFacts{computeDevices(), libtorchVersion(), chooseDevice("auto").reason}; };
    engine.detect = [loaded](const Sample& sample, const fs::path& model, const DetectOptions& options, Task& task) {
        return detectWith(*loaded, sample, model, options, task);
    };
    engine.release = [loaded] { *loaded = {}; };
    return engine;
}

} // namespace spacrd
