// The benchmarks of the slide view, a program of its own since it needs Qt and a screen; `spacrd bench viewer` runs it. One JSON
// object a line on standard output.

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/slide/import.h"
#include "tests/bench/viewer/mosaic.h"
#include "tests/bench/viewer/path.h"
#include "tests/bench/viewer/viewerbenches.h"

#include <QApplication>
#include <QCommandLineParser>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace fs = std::filesystem;
using namespace spacrd;
using namespace spacrd::bench;

namespace {

void print(const Figure& figure)
{
    const nlohmann::json line{{"figure", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"detail", figure.detail}};
    std::cout << line.dump() << std::endl;
}

/// A synthetic slide of 40,000 × 30,000 px, put together of copies of a smaller one; `quick`: that one alone, and smaller.
ViewerSlide phantomSlide(const fs::path& folder, bool quick)
{
    constexpr int copies = 5;
    PhantomOptions options;
    options.width = quick ? 4000 : 40000 / copies;
    options.height = quick ? 3000 : 30000 / copies;
    options.genes = 50;
    Task task;
    writePhantom(folder / "phantom", options, task);
    const auto one = openSlide(folder / "phantom" / "slide.tif");
    if (quick)
        return {"", one};
    const fs::path mosaic = folder / "mosaic.tif";
    writeMosaic(one->info().path, copies, one->info().mppX.value_or(0.5), mosaic);
    return {"", openSlide(mosaic)};
}

struct Part
{
    const char* name;
    bool asked; ///< only when it is named: it takes long
    bool (*concerns)(const ViewerSlide&);
    void (*run)(const ViewerSlide&, bool quick);
};

bool always(const ViewerSlide&)
{
    return true;
}

/// Overlays are the same whatever the slide.
bool once(const ViewerSlide& slide)
{
    return slide.name.empty();
}

constexpr Part parts[] = {
    {"pipeline", false, always, [](const ViewerSlide& slide, bool) { benchPipeline(slide, print); }},
    {"first", false, always, [](const ViewerSlide& slide, bool) { benchFirstView(slide, print); }},
    {"complete", false, always, [](const ViewerSlide& slide, bool) { benchCompleteViews(slide, print); }},
    {"frames", false, always, [](const ViewerSlide& slide, bool) { benchFrames(slide, print); }},
    {"overlays", false, once, [](const ViewerSlide& slide, bool quick) { benchOverlays(slide, quick, print); }},
    {"soak", true, once, [](const ViewerSlide& slide, bool quick) { benchSoak(slide, quick ? 3000 : 200'000, print); }},
};

struct Choice
{
    QString slide;
    QString only;
    bool quick = false;
    bool printWalk = false;
    QString write;
};

Choice choiceOf(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Benchmarks of the slide view. One JSON object a line."));
    parser.addHelpOption();
    const QCommandLineOption slide(QStringLiteral("slide"), QStringLiteral("On that slide (of JPEG tiles) and no other."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption only(
        QStringLiteral("only"),
        QStringLiteral("One part: pipeline, first, complete, frames, overlays, soak (long, only when named)."),
        QStringLiteral("PART"));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("Small sizes."));
    const QCommandLineOption walk(
        QStringLiteral("print-walk"),
        QStringLiteral(
            "Measure nothing: print the views of the part \"complete\" as [centre x, centre y, downsample], level 0."));
    const QCommandLineOption write(QStringLiteral("write-slide"),
                                   QStringLiteral("Measure nothing: write the synthetic slide of 40,000 × 30,000 px."),
                                   QStringLiteral("FILE"));
    parser.addOptions({slide, only, quick, walk, write});
    parser.process(application);
    const QString part = parser.value(only);
    if (!part.isEmpty() && std::ranges::none_of(parts, [&](const Part& known) { return part == QLatin1String(known.name); }))
        throw Error(Text("There is no part \"%1\".", {part.toStdString()}));
    return {parser.value(slide), part, parser.isSet(quick), parser.isSet(walk), parser.value(write)};
}

void benchAll(const ViewerSlide& slide, const Choice& choice)
{
    if (choice.printWalk) {
        nlohmann::json views = nlohmann::json::array();
        for (const Camera& camera : walk(slide.slide->info()))
            views.push_back({camera.centreLevel0().x(), camera.centreLevel0().y(), camera.downsample()});
        std::cout << views.dump() << std::endl;
        return;
    }
    for (const Part& part : parts) {
        if (part.concerns(slide) && (choice.only.isEmpty() ? !part.asked : choice.only == QLatin1String(part.name)))
            part.run(slide, choice.quick);
    }
}

void run(const Choice& choice)
{
    if (!choice.slide.isEmpty())
        return benchAll({"", openSlide(choice.slide.toStdString())}, choice);
    const AtomicFolder folder(fs::temp_directory_path() / "spacrd-bench-viewer"); // never committed: it goes at the end
    const ViewerSlide phantom = phantomSlide(folder.temporary(), choice.quick);
    if (!choice.write.isEmpty()) {
        fs::copy_file(phantom.slide->info().path, choice.write.toStdString());
        return;
    }
    benchAll(phantom, choice);
    const char* const data = std::getenv("SPACRD_DATA_DIR");
    const fs::path picture = (data ? fs::path(data) : fs::path(SPACRD_SOURCE_DIR) / "../shared/data") / "her2st/C2/image.jpg";
    if (!fs::exists(picture))
        return;
    Task task;
    const fs::path imported = folder.temporary() / "c2.tif";
    importImage(picture, imported, {}, task);
    benchAll({"c2_", openSlide(imported)}, choice);
}

} // namespace

int main(int argc, char** argv)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    try {
        run(choiceOf(application));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
