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

void blendColumnsPlain(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& places)
{
    for (size_t i = 0; i < places.size(); ++i) {
        const std::uint32_t* const two = row + places.first()[i];
        out[i] = blendedPixel(two[0], two[1], static_cast<unsigned>(places.weights()[i] >> 8 & 0xffU));
    }
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

/// The neighbours of two pixels.
SPACRD_AVX2 inline __m128i twoPairs(const std::uint32_t* row, const int* first)
{
    const __m128i one = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + first[0]));
    const __m128i next = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + first[1]));
    return _mm_unpacklo_epi64(one, next);
}

/// Of pixels i, i + 1, i + 4 and i + 5, so that packing brings eight into order.
SPACRD_AVX2 inline __m256i fourBlended(const std::uint32_t* row, const int* first, const std::uint64_t* weights)
{
    const __m256i channelByChannel = _mm256_setr_epi8(0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15, //
                                                      0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
    const __m256i pairs = _mm256_inserti128_si256(_mm256_castsi128_si256(twoPairs(row, first)), twoPairs(row, first + 4), 1);
    const __m256i parts =
        _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights))),
                                _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + 4)), 1);
    return blendedByTurns(_mm256_shuffle_epi8(pairs, channelByChannel), parts);
}

SPACRD_AVX2 void blendColumnsAvx2(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& places)
{
    for (size_t i = 0; i < places.size(); i += atOnce) {
        const __m256i even = fourBlended(row, places.first() + i, places.weights() + i);
        const __m256i odd = fourBlended(row, places.first() + i + 2, places.weights() + i + 2);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), _mm256_packus_epi16(even, odd));
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
    m_first.clear();
    m_weights.clear();
}

void ColumnPlaces::add(int first, unsigned weight)
{
    constexpr std::uint64_t ofEachChannel = 0x0001000100010001ULL;
    m_first.push_back(first);
    m_weights.push_back((weight << 8 | (wholeWeight - weight)) * ofEachChannel);
}

void ColumnPlaces::finish()
{
    const size_t whole = (m_first.size() + atOnce - 1) / atOnce * atOnce;
    m_first.resize(whole, 0);
    m_weights.resize(whole, 0);
}

void blendColumns(std::uint32_t* out, const std::uint32_t* row, const ColumnPlaces& places)
{
#ifdef __x86_64__
    if (hasAvx2)
        return blendColumnsAvx2(out, row, places);
#endif
    blendColumnsPlain(out, row, places);
}

} // namespace spacrd
