#include "core/phantom/phantom.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/layout.h"
#include "core/phantom/painter.h"
#include "core/phantom/picture.h"
#include "core/phantom/slidewriter.h"
#include "core/phantom/spotplan.h"
#include "core/phantom/stwriter.h"
#include "core/phantom/truth.h"
#include "core/phantom/visiumwriter.h"
#include "core/phantom/xeniumwriter.h"

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr int hiresSide = 2000; ///< Space Ranger's, longest side in px
constexpr int lowresSide = 600;
constexpr int hdHiresSide = 6000;
constexpr int controlProbes = 20;

struct Pictures
{
    phantom::Thumbnail hires;
    phantom::Thumbnail lowres;
};

Pictures writeSlide(const fs::path& file, const phantom::TissuePlan& plan, const phantom::Layout& layout,
                    const PhantomOptions& options, Task& task)
{
    const phantom::Painter painter(plan, layout.mpp, phantom::stainLook(options.batchEffect, options.seed), options.seed);
    const int side = layout.platform == Platform::visiumHd ? hdHiresSide : hiresSide;
    Pictures pictures{{layout.width, layout.height, side}, {layout.width, layout.height, lowresSide}};
    const auto strip = [&](int y, int rows, std::uint8_t* rgb) {
        painter.paintStrip(layout.width, y, rows, rgb, task);
        for (int r = 0; r < rows; ++r) {
            const std::uint8_t* row = rgb + static_cast<size_t>(r) * static_cast<size_t>(layout.width) * 3;
            pictures.hires.addRow(row);
            pictures.lowres.addRow(row);
        }
    };
    phantom::writePyramid(file, layout.width, layout.height, layout.mpp, strip, task);
    return pictures;
}

} // namespace

void writePhantom(const fs::path& folder, const PhantomOptions& options, Task& task)
{
    const phantom::Layout layout = phantom::layoutOf(options);
    AtomicFolder target(folder);
    const fs::path& to = target.temporary();

    task.stage(SPACRD_TR("core", "Planning the section"));
    const phantom::TissuePlan plan(layout.width * layout.mpp, layout.height * layout.mpp, options.tumourFraction, options.seed);
    const std::vector<phantom::PlannedSpot> spots = phantom::planSpots(plan, layout, options.seed, task);
    const std::vector<size_t> order = phantom::matrixOrder(spots, options.platform);
    if (order.empty())
        throw Error(SPACRD_TR("core", "The picture is too small to hold a spot in tissue."), folder,
                    SPACRD_TR("core", "choose a larger width and height"));
    phantom::writeTruthTable(to / "truth.csv", spots, order);
    phantom::writeTruthRegions(to / "truth.geojson", plan, layout, options.seed, task);

    const phantom::ExpressionModel model(options.genes, options.batchEffect, options.seed);
    const phantom::TenxContents contents{layout.molecules, options.platform == Platform::xenium ? controlProbes : 0};
    if (options.platform == Platform::visium || options.platform == Platform::visiumHd) {
        fs::path outs = to / "outs";
        if (options.platform == Platform::visiumHd)
            outs = outs / "binned_outputs" / "square_008um";
        const fs::path spatial = outs / "spatial";
        fs::create_directories(spatial);
        phantom::writeTenxMatrix(outs / "filtered_feature_bc_matrix.h5", model, spots, order, contents, options.seed, task);
        Pictures pictures = writeSlide(to / "slide.tif", plan, layout, options, task);
        phantom::writeSpatial(spatial, layout, spots, pictures.hires, pictures.lowres);
    } else if (options.platform == Platform::xenium) {
        const fs::path outs = to / "outs";
        fs::create_directories(outs);
        phantom::writeTenxMatrix(outs / "cell_feature_matrix.h5", model, spots, order, contents, options.seed, task);
        phantom::writeXeniumCells(outs, layout, spots, order);
        writeSlide(to / "slide.tif", plan, layout, options, task);
    } else {
        phantom::writeStCounts(to / "counts.tsv.gz", model, spots, order, options.seed, task);
        phantom::writeStSpots(to / "spots.tsv", layout, spots);
        // Beside legacy counts the program looks for image.*.
        writeSlide(to / "image.tif", plan, layout, options, task);
    }
    task.check();
    target.commit();
}

} // namespace spacrd
