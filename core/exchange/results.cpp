#include "core/exchange/results.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/exchange/anndatafile.h"
#include "core/exchange/png.h"
#include "core/exchange/rundescription.h"

#include <functional>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr int overlayPixels = 2400; // longest side of overlay.png

void checkLengths(const Sample& sample, const Detection& detection)
{
    if (detection.score.size() != sample.spots().size() || detection.probability.size() != sample.spots().size()) {
        throw Error(Text(SPACRD_TR("core", "The sample has %1 spots, but the detection has %2 scores and %3 probabilities."),
                         {toWord(sample.spots().size()), toWord(detection.score.size()), toWord(detection.probability.size())}));
    }
}

/// Where the spots' pitch is not known the slide may still say how large a pixel is.
void completeAreas(std::vector<Region>& regions, const Sample& sample)
{
    if (sample.section.mpp || !sample.slide || !sample.slide->info().mppX)
        return;
    const SlideInfo& info = sample.slide->info();
    const double perFullresPx2 =
        *info.mppX * info.mppY.value_or(*info.mppX) * sample.alignment.scale() * sample.alignment.scale();
    for (Region& region : regions)
        region.areaUm2 = region.areaPx2 * perFullresPx2;
}

/// Writes files one after the other and remembers their hashes for run.json.
class Writer
{
public:
    Writer(const fs::path& folder, Task& task)
        : m_folder(folder)
        , m_task(task)
    {}

    void write(const char* name, const std::string& bytes)
    {
        writeFile(m_folder / name, bytes);
        m_hashes[name] = sha256(bytes);
        m_task.advanceTo(++m_done);
    }

    /// The same for a file that is too large to be held in memory.
    void writeWith(const char* name, const std::function<void(const fs::path&)>& write)
    {
        write(m_folder / name);
        m_hashes[name] = sha256OfFile(m_folder / name, m_task);
        m_task.advanceTo(++m_done);
    }

    const std::map<std::string, std::string>& hashes() const { return m_hashes; }

private:
    fs::path m_folder;
    Task& m_task;
    std::map<std::string, std::string> m_hashes;
    int m_done = 0;
};

} // namespace

Result decideResult(std::shared_ptr<const Sample> sample, Detection detection, const std::string& rule)
{
    checkLengths(*sample, detection);
    Result result;
    result.decision = decide(rule, detection.score, detection.probability);
    result.regions = regionsOf(sample->section, result.decision.classes, detection.score, detection.probability);
    completeAreas(result.regions, *sample);
    result.sample = std::move(sample);
    result.detection = std::move(detection);
    return result;
}

void writeResult(const Result& result, const Provenance& provenance, const ResultFiles& files, const fs::path& folder, Task& task)
{
    const int count = 2 * files.scores + files.regions + files.overlay + files.annData + files.run;
    AtomicFolder target(folder);
    task.stage(SPACRD_TR("core", "Writing the result"), count, SPACRD_TR("core", "files"));
    Writer writer(target.temporary(), task);
    if (files.scores) {
        writer.write("scores.csv", scoresCsv(result));
        writer.write("attention.csv", attentionCsv(result));
    }
    if (files.regions)
        writer.write("regions.geojson", regionsGeoJson(result));
    if (files.overlay)
        writer.write("overlay.png", pngBytes(overlayImage(result, overlayPixels)));
    if (files.annData) {
        writer.writeWith("detection.h5ad", [&](const fs::path& file) { writeAnnData(result, provenance, file, task); });
    }
    if (files.run)
        writer.write("run.json", runJson(result, provenance, writer.hashes(), task));
    task.check();
    target.commit();
}

} // namespace spacrd
