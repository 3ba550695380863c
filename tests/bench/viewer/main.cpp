// The benchmarks of the slide view, a program of its own since it needs Qt and a screen; `spacrd bench viewer` runs it. One JSON
// object a line on standard output. --slide FILE: on that slide (of JPEG tiles) and no other; --quick: small sizes.

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/slide/import.h"
#include "core/slide/pyramidwriter.h"
#include "tests/bench/viewer/viewerbenches.h"

#include <QApplication>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>
#include <span>

namespace fs = std::filesystem;
using namespace spacrd;
using namespace spacrd::bench;

namespace {

void print(const Figure& figure)
{
    const nlohmann::json line{{"figure", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"detail", figure.detail}};
    std::cout << line.dump() << std::endl;
}

/// Rows of a picture as bytes of red, green and blue, turned about left and right for every second copy beside it.
void addCopies(PyramidWriter& writer, const Image& rows, int copies)
{
    std::vector<std::uint8_t> bytes(static_cast<size_t>(rows.width) * static_cast<size_t>(copies) * 3);
    for (int y = 0; y < rows.height; ++y) {
        auto at = bytes.begin();
        for (int copy = 0; copy < copies; ++copy) {
            for (int x = 0; x < rows.width; ++x) {
                const std::uint32_t pixel = rows.at(copy % 2 == 0 ? x : rows.width - 1 - x, y);
                for (const int channel : {red(pixel), green(pixel), blue(pixel)})
                    *at++ = static_cast<std::uint8_t>(channel);
            }
        }
        writer.addRows(bytes);
    }
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
    PyramidWriter writer(mosaic, options.width * copies, options.height * copies, one->info().mppX);
    constexpr int strip = 250;
    for (int y = 0; y < options.height * copies; y += strip)
        addCopies(writer, one->readRegion(0, 0, y % options.height, options.width, strip), copies);
    writer.finish();
    return {"", openSlide(mosaic)};
}

void benchAll(const ViewerSlide& slide)
{
    benchPipeline(slide, print);
    benchFirstView(slide, print);
    benchFrames(slide, print);
}

void run(const QStringList& arguments)
{
    const bool quick = arguments.contains(QStringLiteral("--quick"));
    if (const auto slide = arguments.indexOf(QStringLiteral("--slide")); slide > 0 && slide + 1 < arguments.size()) {
        const ViewerSlide named{"", openSlide(arguments[slide + 1].toStdString())};
        benchAll(named);
        return benchOverlays(named, quick, print);
    }
    const AtomicFolder folder(fs::temp_directory_path() / "spacrd-bench-viewer"); // never committed: it goes at the end
    const ViewerSlide phantom = phantomSlide(folder.temporary(), quick);
    benchAll(phantom);
    benchOverlays(phantom, quick, print);
    const char* const data = std::getenv("SPACRD_DATA_DIR");
    const fs::path picture = (data ? fs::path(data) : fs::path(SPACRD_SOURCE_DIR) / "../shared/data") / "her2st/C2/image.jpg";
    if (!fs::exists(picture))
        return;
    Task task;
    const fs::path imported = folder.temporary() / "c2.tif";
    importImage(picture, imported, {}, task);
    benchAll({"c2_", openSlide(imported)});
}

} // namespace

int main(int argc, char** argv)
{
    if (!std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    try {
        run(QApplication::arguments());
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
