#include "core/phantom/truth.h"

#include "core/base/atomicfile.h"
#include "core/phantom/contour.h"
#include "core/phantom/parallel.h"
#include "core/phantom/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace spacrd::phantom {

namespace {

constexpr double finestStepUm = 8.0;
constexpr double mostSteps = 1600.0;
constexpr double smallestAreaUm2 = 300.0;

bool seenInImage(NestKind kind)
{
    return kind != NestKind::geneOnly;
}

bool seenInGenes(NestKind kind)
{
    return kind != NestKind::imageOnly;
}

Grid depthGrid(const TissuePlan& plan, NestKind kind, const Task& task)
{
    Grid grid;
    grid.step = std::max(finestStepUm, std::max(plan.width(), plan.height()) / mostSteps);
    grid.columns = static_cast<int>(plan.width() / grid.step) + 1;
    grid.rows = static_cast<int>(plan.height() / grid.step) + 1;
    grid.values.resize(static_cast<size_t>(grid.columns) * static_cast<size_t>(grid.rows));
    forEachInParallel(grid.rows, task, [&](int r) {
        for (int c = 0; c < grid.columns; ++c) {
            grid.values[static_cast<size_t>(r) * static_cast<size_t>(grid.columns) + static_cast<size_t>(c)] =
                static_cast<float>(plan.tumourDepth({c * grid.step, r * grid.step}, kind));
        }
    });
    return grid;
}

std::string ringJson(const Ring& ring, double mpp)
{
    std::string json = "[";
    for (const Point& p : ring)
        fmt::format_to(std::back_inserter(json), "[{:.2f},{:.2f}],", p.x / mpp, p.y / mpp);
    fmt::format_to(std::back_inserter(json), "[{:.2f},{:.2f}]]", ring.front().x / mpp, ring.front().y / mpp);
    return json;
}

/// QuPath drops an id that is no UUID.
std::string uuidOf(std::uint64_t seed, int index)
{
    const std::uint64_t high = keyOf(seed, index, 1);
    const std::uint64_t low = keyOf(seed, index, 2);
    return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xffff, high & 0xfff,
                       0x8000 | ((low >> 48) & 0x3fff), low & 0xffffffffffffULL);
}

std::string featureJson(const Polygon& polygon, NestKind kind, const Layout& layout, std::uint64_t seed, int number)
{
    std::string rings = ringJson(polygon.outer, layout.mpp);
    for (const Ring& hole : polygon.holes)
        rings += "," + ringJson(hole, layout.mpp);
    return fmt::format(
        R"({{"type":"Feature","id":"{}","geometry":{{"type":"Polygon","coordinates":[{}]}},)"
        R"("properties":{{"objectType":"annotation","name":"Nest {}","classification":{{"name":"Tumor","color":[200,0,0]}},)"
        R"("measurements":{{"Visible in image":{},"Visible in genes":{}}}}}}})",
        uuidOf(seed, number), rings, number, seenInImage(kind) ? 1 : 0, seenInGenes(kind) ? 1 : 0);
}

} // namespace

void writeTruthTable(const std::filesystem::path& file, const std::vector<PlannedSpot>& spots, const std::vector<size_t>& order)
{
    std::string csv = "barcode,tissue,label,visible_in_image,visible_in_genes\n";
    for (const size_t i : order) {
        const PlannedSpot& spot = spots[i];
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{}\n", spot.barcode, tissueName(spot.tissue), spot.tumour ? 1 : 0,
                       spot.tumour && seenInImage(spot.nest) ? 1 : 0, spot.tumour && seenInGenes(spot.nest) ? 1 : 0);
    }
    writeFile(file, csv);
}

void writeTruthRegions(const std::filesystem::path& file, const TissuePlan& plan, const Layout& layout, std::uint64_t seed,
                       const Task& task)
{
    std::string json = R"({"type":"FeatureCollection","features":[)";
    int number = 0;
    for (const NestKind kind : {NestKind::both, NestKind::imageOnly, NestKind::geneOnly}) {
        for (const Polygon& polygon : positiveAreas(depthGrid(plan, kind, task), smallestAreaUm2)) {
            json += number > 0 ? ",\n" : "\n";
            json += featureJson(polygon, kind, layout, seed, ++number);
        }
    }
    writeFile(file, json + "\n]}\n");
}

} // namespace spacrd::phantom
