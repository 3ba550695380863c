#include "tests/bench/syntheticinput.h"

#include "core/base/mix64.h"

#include <cmath>

namespace spacrd::bench {

namespace {

/// SplitMix64: a generator that can start anywhere, so that a row can be made on its own.
struct Random
{
    std::uint64_t state;

    std::uint64_t next() { return mixed64(state += goldenStep64); }
};

constexpr float unit = 1.0f / 65536.0f;

void imageRows(std::span<const std::int32_t> rows, float* to)
{
    for (const std::int32_t row : rows) {
        Random random{static_cast<std::uint64_t>(row) << 32};
        for (int feature = 0; feature < imageFeatures; feature += 4) {
            const std::uint64_t bits = random.next();
            for (int part = 0; part < 4; ++part)
                *to++ = static_cast<float>((bits >> (16 * part)) & 0xffff) * unit;
        }
    }
}

SparseFeatures expressionRows(std::int32_t spots)
{
    constexpr auto perSpot = static_cast<int>(genes * expressionDensity);
    constexpr int stride = genes / perSpot;
    SparseFeatures rows(spots, genes);
    rows.resizeNonZeros(static_cast<Eigen::Index>(spots) * perSpot);
    Random random{1};
    Eigen::Index entry = 0;
    for (std::int32_t spot = 0; spot < spots; ++spot) {
        rows.outerIndexPtr()[spot] = static_cast<int>(entry);
        for (int gene = 0; gene < perSpot; ++gene, ++entry) {
            const std::uint64_t bits = random.next();
            rows.innerIndexPtr()[entry] = gene * stride + static_cast<int>(bits % stride);
            rows.valuePtr()[entry] = static_cast<float>(bits >> 48) * unit;
        }
    }
    rows.outerIndexPtr()[spots] = static_cast<int>(entry);
    return rows;
}

} // namespace

ModelInput syntheticInput(std::int32_t spots, bool imageInMemory)
{
    ModelInput input;
    const int side = static_cast<int>(std::ceil(std::sqrt(spots)));
    for (std::int32_t spot = 0; spot < spots; ++spot)
        input.centres.push_back({100.0 * (spot % side) + 0.01 * (spot % 7), 100.0 * (spot / side) + 0.01 * (spot % 5)});
    input.neighbours = nearestNeighbours(input.centres);
    input.expression = expressionRows(spots);
    if (imageInMemory) {
        FeatureMatrix image(spots, imageFeatures);
        std::vector<std::int32_t> all(static_cast<size_t>(spots));
        for (std::int32_t spot = 0; spot < spots; ++spot)
            all[static_cast<size_t>(spot)] = spot;
        imageRows(all, image.data());
        input.image = FeatureRows(std::move(image));
    } else {
        input.image = FeatureRows(spots, imageFeatures, imageRows);
    }
    input.hasImage = true;
    input.hasExpression = true;
    return input;
}

} // namespace spacrd::bench
