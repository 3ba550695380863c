#include "widgets/slideview/rowblend.h"

#include <algorithm>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace spacrd {

namespace {

constexpr size_t atOnce = 8; // pixels of a vector of AVX2
constexpr unsigned weightBits = 7;
static_assert(wholeWeight == 1U << weightBits);

/// Two channels at a time, each with room for a product.
std::uint32_t blendedPixel(std::uint32_t one, std::uint32_t other, unsigned weight)
{
    constexpr std::uint32_t everySecond = 0x00ff00ffU;
    constexpr std::uint32_t half = 0x00400040U;
    const auto blend = [&](std::uint32_t a, std::uint32_t b) {
        return ((a & everySecond) * (wholeWeight - weight) + (b & everySecond) * weight + half) >> weightBits & everySecond;
    };
    return blend(one, other) | blend(one >> 8, other >> 8) << 8;
}

void blendRowsPlain(std::uint32_t* out, const std::uint32_t* above, const std::uint32_t* below, unsigned weight, size_t from,
                    size_t count)
{
    for (size_t i = from; i < count; ++i)
        out[i] = blendedPixel(above[i], below[i], weight);
}

void blendColumnsPlain(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& columns)
{
    for (const ColumnPlaces::Place& place : columns.places())
        *out++ = blendedPixel(row[place.first], row[place.first + 1], place.weight);
}

#ifdef __x86_64__

const bool hasAvx2 = __builtin_cpu_supports("avx2") != 0;

#define SPACRD_AVX2 __attribute__((target("avx2")))

/// Channels of two pixels by turns, each times its weight, to channels of one. The instruction multiplies a byte without a sign,
/// which a weight of 128 is, by one with a sign: so channels are counted from their middle.
SPACRD_AVX2 inline __m256i blendedByTurns(__m256i channels, __m256i weights)
{
    constexpr int middle = 128;
    const __m256i signedChannels = _mm256_xor_si256(channels, _mm256_set1_epi8(static_cast<char>(middle)));
    const __m256i sums = _mm256_maddubs_epi16(weights, signedChannels);
    constexpr int back = middle * static_cast<int>(wholeWeight) + static_cast<int>(wholeWeight) / 2;
    return _mm256_srli_epi16(_mm256_add_epi16(sums, _mm256_set1_epi16(back)), weightBits);
}

SPACRD_AVX2 size_t blendRowsAvx2(std::uint32_t* out, const std::uint32_t* above, const std::uint32_t* below, unsigned weight,
                                 size_t count)
{
    const __m256i weights = _mm256_set1_epi16(static_cast<short>(weight << 8 | (wholeWeight - weight)));
    size_t i = 0;
    for (; count - i >= atOnce; i += atOnce) {
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(above + i));
        const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(below + i));
        const __m256i low = blendedByTurns(_mm256_unpacklo_epi8(a, b), weights);
        const __m256i high = blendedByTurns(_mm256_unpackhi_epi8(a, b), weights);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), _mm256_packus_epi16(low, high));
    }
    return i;
}

SPACRD_AVX2 inline __m256i fourBlended(const std::uint32_t* row, const ColumnPlaces::Four& four)
{
    const __m256i channelByChannel = _mm256_setr_epi8(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15, //
                                                      0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
    const __m256i eight = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(row + four.base));
    const __m256i neighbours = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(four.neighbours.data()));
    const __m256i weights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(four.weights.data()));
    return blendedByTurns(_mm256_shuffle_epi8(_mm256_permutevar8x32_epi32(eight, neighbours), channelByChannel), weights);
}

SPACRD_AVX2 void blendColumnsAvx2(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& columns)
{
    constexpr int inOrder = 0b11011000; // packing goes by halves of the vector
    const size_t count = columns.places().size();
    const ColumnPlaces::Four* four = columns.fours().data();
    for (size_t i = 0; i < count; i += atOnce, four += 2) {
        const __m256i packed = _mm256_packus_epi16(fourBlended(row, four[0]), fourBlended(row, four[1]));
        const __m256i pixels = _mm256_permute4x64_epi64(packed, inOrder);
        if (i + atOnce <= count) {
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), pixels);
        } else {
            std::array<std::uint32_t, atOnce> last{};
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(last.data()), pixels);
            std::copy_n(last.begin(), count - i, out + i);
        }
    }
}

#endif

} // namespace

void blendRows(std::uint32_t* out, const std::uint32_t* above, const std::uint32_t* below, unsigned weight, size_t count)
{
    size_t done = 0;
#ifdef __x86_64__
    if (hasAvx2)
        done = blendRowsAvx2(out, above, below, weight, count);
#endif
    blendRowsPlain(out, above, below, weight, done, count);
}

void ColumnPlaces::clear()
{
    m_places.clear();
    m_fours.clear();
}

void ColumnPlaces::add(int first, unsigned weight)
{
    m_places.push_back({first, weight});
}

void ColumnPlaces::finish()
{
    constexpr size_t four = 4;
    const size_t whole = (m_places.size() + atOnce - 1) / atOnce * atOnce;
    m_fours.assign(whole / four, {});
    for (size_t i = 0; i < whole; ++i) {
        const auto placeOf = [this](size_t at) { return m_places[std::min(at, m_places.size() - 1)]; };
        Four& group = m_fours[i / four];
        const size_t within = i % four;
        if (within == 0) {
            group.base = placeOf(i).first;
            for (size_t other = i + 1; other < i + four; ++other)
                group.base = std::min(group.base, placeOf(other).first);
        }
        const auto [first, weight] = placeOf(i);
        const int neighbour = first - group.base;
        if (neighbour + 1 >= static_cast<int>(readAtOnce))
            return m_fours.clear();
        group.neighbours[2 * within] = neighbour;
        group.neighbours[2 * within + 1] = neighbour + 1;
        for (size_t channel = 0; channel < 4; ++channel) {
            group.weights[8 * within + 2 * channel] = static_cast<std::uint8_t>(wholeWeight - weight);
            group.weights[8 * within + 2 * channel + 1] = static_cast<std::uint8_t>(weight);
        }
    }
}

void blendColumns(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& columns)
{
#ifdef __x86_64__
    if (hasAvx2 && !columns.fours().empty())
        return blendColumnsAvx2(out, row, columns);
#endif
    blendColumnsPlain(out, row, columns);
}

} // namespace spacrd
