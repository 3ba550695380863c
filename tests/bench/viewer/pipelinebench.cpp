// Tiles per second: through the view's loader, bare TurboJPEG, and OpenSlide, by the same number of threads.

#include "core/slide/openslidesource.h"
#include "core/slide/pyramid.h"
#include "tests/bench/measure.h"
#include "tests/bench/viewer/rawtiles.h"
#include "tests/bench/viewer/viewerbenches.h"
#include "widgets/slideview/tileloader.h"

#include <QEventLoop>

#include <algorithm>
#include <atomic>
#include <thread>

namespace spacrd::bench {

namespace {

constexpr double regionSide = 8192.0;
constexpr int repetitions = 5;

/// The middle of the slide, on whole tiles.
Rect middle(const SlideInfo& info)
{
    const SlideLevel& level = info.levels.front();
    const double width = std::min(regionSide, static_cast<double>(level.width));
    const double height = std::min(regionSide, static_cast<double>(level.height));
    const auto down = [](double at, int side) { return std::floor(at / side) * side; };
    return {down((static_cast<double>(level.width) - width) / 2, level.tileWidth),
            down((static_cast<double>(level.height) - height) / 2, level.tileHeight), down(width, level.tileWidth),
            down(height, level.tileHeight)};
}

void loadAll(TileLoader& loader, const std::vector<TileRequest>& tiles)
{
    QEventLoop loop;
    size_t left = tiles.size();
    const auto connection = QObject::connect(&loader, &TileLoader::tileDone, &loop, [&] {
        if (--left == 0)
            loop.quit();
    });
    loader.request(tiles);
    loop.exec();
    QObject::disconnect(connection);
}

void readAll(const Slide& slide, const std::vector<TileKey>& tiles, int threads)
{
    std::atomic<size_t> next = 0;
    std::vector<std::jthread> pool;
    for (int i = 0; i < threads; ++i) {
        pool.emplace_back([&] {
            for (size_t at = next++; at < tiles.size(); at = next++) {
                const Rect rect = tileLevelRect(slide.info(), tiles[at]);
                slide.readRegion(tiles[at].level, static_cast<long long>(rect.x), static_cast<long long>(rect.y),
                                 static_cast<int>(rect.width), static_cast<int>(rect.height));
            }
        });
    }
}

} // namespace

void benchPipeline(const ViewerSlide& of, const Report& report)
{
    const Rect region = middle(of.slide->info());
    const std::vector<TileKey> tiles = tilesIn(of.slide->info(), 0, region);
    std::vector<TileRequest> requests;
    for (const TileKey& key : tiles)
        requests.push_back({key, TilePriority::visibleSharp});
    const RawTiles raw(of.slide->info().path);
    const size_t level = raw.levelOf(of.slide->info().width(), of.slide->info().height());
    const std::vector<size_t> rawTiles = raw.tilesIn(level, region);
    const OpenSlideSource openSlide(of.slide->info().path);
    // OpenSlide takes ten times as long: a part is enough.
    const std::vector<TileKey> some(tiles.begin(), tiles.begin() + static_cast<std::ptrdiff_t>((tiles.size() + 7) / 8));

    TileLoader loader;
    const int threads = loader.threads();
    const auto seconds = measure({
        {"raw", repetitions, [&] { raw.decode(level, rawTiles, threads); }},
        {"pipeline", repetitions, [&] { loadAll(loader, requests); }, [&] { loader.setSlide(of.slide); }},
        {"source", repetitions, [&] { readAll(*of.slide, tiles, threads); }},
        {"openslide", repetitions, [&] { readAll(openSlide, some, threads); }},
    });
    const double rawSeconds = fastest(seconds.at("raw"));
    const double pipelineSeconds = fastest(seconds.at("pipeline"));
    const double openSlideSeconds =
        fastest(seconds.at("openslide")) * static_cast<double>(tiles.size()) / static_cast<double>(some.size());
    const double megapixels = region.width * region.height / 1e6;
    report({"viewer." + of.name + "pipeline_vs_raw",
            rawSeconds / pipelineSeconds,
            "x",
            {{"raw_mpx_per_s", megapixels / rawSeconds},
             {"pipeline_mpx_per_s", megapixels / pipelineSeconds},
             {"source_mpx_per_s", megapixels / fastest(seconds.at("source"))},
             {"pipeline_tiles_per_s", static_cast<double>(tiles.size()) / pipelineSeconds},
             {"threads", static_cast<double>(threads)}}});
    report({"viewer." + of.name + "pipeline_vs_openslide",
            openSlideSeconds / pipelineSeconds,
            "x",
            {{"openslide_mpx_per_s", megapixels / openSlideSeconds}}});
}

} // namespace spacrd::bench
