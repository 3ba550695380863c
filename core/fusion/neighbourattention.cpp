#include "core/fusion/neighbourattention.h"

#include "core/fusion/simd.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace spacrd {

namespace {

constexpr int heads = kernelHeads;
constexpr int places = neighbourhoodSize;
constexpr float smallestNorm = 1e-12f;

/// 1 / max(‖z‖ along the neighbours, 1e-12), of `count` ≤ laneWidth features from `feature` on.
__attribute__((always_inline)) inline void inverseNorms(const NeighbourEncodings& spots, int feature, int count, float* inverse)
{
    for (int i = 0; i < count; ++i) {
        float square = 0.0f;
        for (int spot = 0; spot < places; ++spot)
            square += spots.row[spot][feature + i] * spots.row[spot][feature + i];
        inverse[i] = 1.0f / std::max(std::sqrt(square), smallestNorm);
    }
}

/// The first `count` rows normalised, one after the other in `out`.
__attribute__((always_inline)) inline void normaliseRows(const NeighbourEncodings& spots, int count, int width, float* out)
{
    float inverse[laneWidth];
    for (int feature = 0; feature < width; feature += laneWidth) {
        const int lanes = std::min(laneWidth, width - feature);
        if (lanes == laneWidth)
            inverseNorms(spots, feature, laneWidth, inverse); // a constant the compiler can unroll
        else
            inverseNorms(spots, feature, lanes, inverse);
        for (int spot = 0; spot < count; ++spot) {
            for (int i = 0; i < lanes; ++i)
                out[spot * width + feature + i] = spots.row[spot][feature + i] * inverse[i];
        }
    }
}

} // namespace

SPACRD_EVERY_CPU
void normalisedQuery(const NeighbourEncodings& spots, int width, float* query)
{
    normaliseRows(spots, 1, width, query);
}

SPACRD_EVERY_CPU
void normaliseNeighbourhood(const NeighbourEncodings& spots, int width, float* normalised)
{
    normaliseRows(spots, places, width, normalised);
}

SPACRD_EVERY_CPU
void normalisedBackward(const float* rows, const float* upstream, int width, float* gradient)
{
    for (int feature = 0; feature < width; ++feature) {
        float square = 0.0f;
        float along = 0.0f;
        for (int spot = 0; spot < places; ++spot) {
            square += rows[spot * width + feature] * rows[spot * width + feature];
            along += rows[spot * width + feature] * upstream[spot * width + feature];
        }
        const float norm = std::sqrt(square);
        const float inverse = 1.0f / std::max(norm, smallestNorm);
        const float back = norm < smallestNorm ? 0.0f : along * inverse * inverse; // a bounded norm has no slope
        for (int spot = 0; spot < places; ++spot)
            gradient[spot * width + feature] = inverse * (upstream[spot * width + feature] - back * rows[spot * width + feature]);
    }
}

SPACRD_EVERY_CPU
void headsTimesSpots(const float* headRows, const float* spotRows, int width, float* products)
{
    const int whole = width - width % laneWidth;
    for (int head = 0; head < heads; head += 2) { // 2 × 7 sums fit into the registers
        const float* const first = headRows + static_cast<std::ptrdiff_t>(head) * width;
        const float* const second = first + width;
        Lane sums[2][places] = {};
        for (int feature = 0; feature < whole; feature += laneWidth) {
            Lane a;
            Lane b;
            load(a, first + feature);
            load(b, second + feature);
            for (int spot = 0; spot < places; ++spot) {
                Lane z;
                load(z, spotRows + spot * width + feature);
                sums[0][spot] += a * z;
                sums[1][spot] += b * z;
            }
        }
        for (int spot = 0; spot < places; ++spot) {
            float one = sum(sums[0][spot]);
            float two = sum(sums[1][spot]);
            for (int feature = whole; feature < width; ++feature) {
                one += first[feature] * spotRows[spot * width + feature];
                two += second[feature] * spotRows[spot * width + feature];
            }
            products[head * places + spot] = one;
            products[(head + 1) * places + spot] = two;
        }
    }
}

SPACRD_EVERY_CPU
void mixSpots(const float* weights, const float* spotRows, int width, float* mixed)
{
    const int whole = width - width % laneWidth;
    for (int feature = 0; feature < whole; feature += laneWidth) {
        Lane z[places];
        for (int spot = 0; spot < places; ++spot)
            load(z[spot], spotRows + spot * width + feature);
        for (int head = 0; head < heads; ++head) {
            Lane total = z[0] * weights[head * places];
            for (int spot = 1; spot < places; ++spot)
                total += z[spot] * weights[head * places + spot];
            store(mixed + static_cast<std::ptrdiff_t>(head) * width + feature, total);
        }
    }
    for (int feature = whole; feature < width; ++feature) {
        for (int head = 0; head < heads; ++head) {
            float total = 0.0f;
            for (int spot = 0; spot < places; ++spot)
                total += weights[head * places + spot] * spotRows[spot * width + feature];
            mixed[static_cast<std::ptrdiff_t>(head) * width + feature] = total;
        }
    }
}

SPACRD_EVERY_CPU
void addHeads(const float* weights, const float* headRows, int width, float* gathered)
{
    const int whole = width - width % laneWidth;
    for (int feature = 0; feature < whole; feature += laneWidth) {
        Lane h[heads];
        for (int head = 0; head < heads; ++head)
            load(h[head], headRows + static_cast<std::ptrdiff_t>(head) * width + feature);
        for (int spot = 0; spot < places; ++spot) {
            Lane total;
            load(total, gathered + spot * width + feature);
            for (int head = 0; head < heads; ++head)
                total += h[head] * weights[head * places + spot];
            store(gathered + spot * width + feature, total);
        }
    }
    for (int feature = whole; feature < width; ++feature) {
        for (int spot = 0; spot < places; ++spot) {
            for (int head = 0; head < heads; ++head)
                gathered[spot * width + feature] +=
                    weights[head * places + spot] * headRows[static_cast<std::ptrdiff_t>(head) * width + feature];
        }
    }
}

void attend(const float* normalised, const float* queries, int width, float* weights, float* mixed)
{
    headsTimesSpots(queries, normalised, width, weights);
    for (int head = 0; head < heads; ++head) {
        float* const row = weights + head * places;
        const float largest = *std::max_element(row, row + places);
        float total = 0.0f;
        for (int spot = 0; spot < places; ++spot)
            total += row[spot] = std::exp(row[spot] - largest);
        for (int spot = 0; spot < places; ++spot)
            row[spot] /= total;
    }
    mixSpots(weights, normalised, width, mixed);
}

} // namespace spacrd
