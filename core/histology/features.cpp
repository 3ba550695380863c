#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/histology/encoder.h"
#include "core/histology/featurefile.h"
#include "core/histology/patch.h"
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

FeatureMatrix encodeSpots(const Sample& sample, Encoder& encoder, Task& task)
{
    const auto& spots = sample.spots();
    FeatureMatrix features(static_cast<Eigen::Index>(spots.size()), encoder.identity().dimension);
    task.stage(SPACRD_TR("core", "Encoding image patches"), static_cast<std::int64_t>(spots.size()), SPACRD_TR("core", "spots"));
    for (size_t first = 0; first < spots.size(); first += batch) {
        const size_t count = std::min(batch, spots.size() - first);
        std::vector<Image> patches(count);
        parallelFor(count, [&](size_t i) {
            task.check();
            patches[i] = spotPatch(sample, first + i, encoder.identity());
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
    const double mpp = patchMpp(sample);
    const EncoderIdentity& identity = encoder.identity();
    const fs::path cached = cacheFile(sample, identity, mpp);
    if (auto features = readFeatures(cached, sample.spots().size(), identity.dimension))
        return *std::move(features);
    FeatureMatrix features = encodeSpots(sample, encoder, task);
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
