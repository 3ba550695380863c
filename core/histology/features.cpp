#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/histology/encoder.h"
#include "core/histology/featurefile.h"
#include "core/slide/import.h"

#include <fmt/format.h>

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr int cacheVersion = 1; ///< raise when reading or measuring patches changes
constexpr size_t batch = 64;    ///< patches; small enough to answer a cancel quickly

/// The cache file of these features. The image is known by path, size and time: hashing gigabytes would take longer
/// than encoding.
fs::path cacheFile(const Sample& sample, const EncoderIdentity& encoder, double mpp)
{
    const fs::path& image = sample.image;
    std::error_code code;
    std::string key = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", cacheVersion, fs::absolute(image).string(),
                                  fs::file_size(image, code), fs::last_write_time(image, code).time_since_epoch().count(),
                                  encoder.id, encoder.sha256, encoder.patchUm, mpp, fmt::join(sample.alignment.numbers(), "|"));
    for (const Spot& spot : sample.spots())
        key += fmt::format("|{},{}", spot.fullres.x, spot.fullres.y);
    return cacheFolder() / "features" / (sha256(key) + ".h5");
}

FeatureMatrix encodeSpots(const Sample& sample, Encoder& encoder, double sideLevel0Px, Task& task)
{
    const int patchPx = encoder.identity().patchPx;
    const auto& spots = sample.spots();
    FeatureMatrix features(static_cast<Eigen::Index>(spots.size()), encoder.identity().dimension);
    task.stage(SPACRD_TR("core", "Encoding image patches"), static_cast<std::int64_t>(spots.size()), SPACRD_TR("core", "spots"));
    for (size_t first = 0; first < spots.size(); first += batch) {
        const size_t count = std::min(batch, spots.size() - first);
        std::vector<Image> patches(count);
        parallelFor(count, [&](size_t i) {
            task.check();
            const Level0Point centre = sample.alignment.toLevel0(spots[first + i].fullres);
            patches[i] =
                readScaled(*sample.slide, {centre.x - sideLevel0Px / 2, centre.y - sideLevel0Px / 2, sideLevel0Px, sideLevel0Px},
                           patchPx, patchPx);
        });
        task.check();
        features.middleRows(static_cast<Eigen::Index>(first), static_cast<Eigen::Index>(count)) = encoder.encode(patches);
        task.advanceTo(static_cast<std::int64_t>(first + count));
    }
    return features;
}

} // namespace

FeatureMatrix imageFeatures(const Sample& sample, Encoder& encoder, Task& task)
{
    if (!sample.slide) {
        throw Error(SPACRD_TR("core", "The sample has no image to take features from."), sample.path,
                    SPACRD_TR("core", "name its slide with --slide"));
    }
    const std::optional<double> mpp = sample.level0Mpp();
    if (!mpp) {
        throw Error(SPACRD_TR("core", "The size of a pixel in µm is not known, so patches cannot be cut."), sample.image,
                    SPACRD_TR("core", "import the image with its µm per pixel: spacrd import --mpp"));
    }
    const EncoderIdentity& identity = encoder.identity();
    const fs::path cached = cacheFile(sample, identity, *mpp);
    if (auto features = readFeatures(cached, sample.spots().size(), identity.dimension))
        return *std::move(features);
    FeatureMatrix features = encodeSpots(sample, encoder, identity.patchUm / *mpp, task);
    try {
        fs::create_directories(cached.parent_path());
        writeFeatures(cached, features, sample.expression().barcodes, identity);
    } catch (const std::exception& error) {
        // The features are there; only keeping them failed.
        spdlog::warn("feature cache: {}", error.what());
    }
    return features;
}

} // namespace spacrd
