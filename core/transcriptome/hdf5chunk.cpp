#include "core/transcriptome/hdf5chunk.h"

#include "core/transcriptome/hdf5filters.h"

#include <libdeflate.h>
#include <lzf.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>

namespace spacrd {

namespace {

using Bytes = std::span<const unsigned char>;

constexpr size_t checksumBytes = 4;

struct FreeDecompressor
{
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

std::uint32_t folded(std::uint32_t sum)
{
    return (sum & 0xffffU) + (sum >> 16U);
}

std::uint32_t fletcher32(const unsigned char* data, size_t size)
{
    constexpr size_t mostWords = 360; // more would overflow the sums
    std::uint32_t sum1 = 0;
    std::uint32_t sum2 = 0;
    for (size_t words = size / 2; words > 0;) {
        size_t now = std::min(words, mostWords);
        words -= now;
        for (; now > 0; --now, data += 2) {
            sum1 += static_cast<std::uint32_t>(data[0] << 8 | data[1]);
            sum2 += sum1;
        }
        sum1 = folded(sum1);
        sum2 = folded(sum2);
    }
    if (size % 2 == 1) {
        sum1 += static_cast<std::uint32_t>(*data << 8);
        sum2 += sum1;
        sum1 = folded(sum1);
        sum2 = folded(sum2);
    }
    return folded(sum2) << 16U | folded(sum1);
}

bool takeChecksum(Bytes& bytes)
{
    if (bytes.size() < checksumBytes)
        return false;
    const Bytes sum = bytes.last(checksumBytes);
    bytes = bytes.first(bytes.size() - checksumBytes);
    std::uint32_t stored = 0;
    for (size_t i = 0; i < checksumBytes; ++i)
        stored |= static_cast<std::uint32_t>(sum[i]) << (8 * i);
    return stored == fletcher32(bytes.data(), bytes.size());
}

bool inflateTo(std::vector<unsigned char>& out, Bytes bytes)
{
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(libdeflate_alloc_decompressor());
    size_t unpacked = 0;
    return decompressor
           && libdeflate_zlib_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(), &unpacked)
                  == LIBDEFLATE_SUCCESS
           && unpacked == out.size();
}

bool unpackLzf(std::vector<unsigned char>& out, Bytes bytes)
{
    constexpr size_t most = std::numeric_limits<unsigned>::max();
    return out.size() <= most && bytes.size() <= most
           && lzf_decompress(bytes.data(), static_cast<unsigned>(bytes.size()), out.data(), static_cast<unsigned>(out.size()))
                  == out.size();
}

using Block = unsigned char __attribute__((vector_size(16)));

/// The bytes of two blocks by turns: of their lower halves, of their upper halves.
Block lowerByTurns(Block a, Block b)
{
    return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

Block upperByTurns(Block a, Block b)
{
    return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/// Puts together values of `width` bytes, a power of two: 16 at a time, the first half of the streams with the second half by
/// turns until each block holds whole values. Returns how many were put together.
template <size_t width>
size_t gather(const unsigned char* from, size_t values, unsigned char* to)
{
    size_t value = 0;
    for (; values - value >= sizeof(Block); value += sizeof(Block)) {
        std::array<Block, width> blocks;
        for (size_t byte = 0; byte < width; ++byte)
            std::memcpy(&blocks[byte], from + byte * values + value, sizeof(Block));
        for (size_t round = 1; round < width; round *= 2) {
            const std::array<Block, width> before = blocks;
            for (size_t i = 0; i < width / 2; ++i) {
                blocks[2 * i] = lowerByTurns(before[i], before[i + width / 2]);
                blocks[2 * i + 1] = upperByTurns(before[i], before[i + width / 2]);
            }
        }
        std::memcpy(to + value * width, blocks.data(), sizeof(blocks));
    }
    return value;
}

/// Shuffled are first the first bytes of all values, then the second bytes, …; what is left at the end stands as it is.
bool unshuffle(size_t width, std::vector<unsigned char>& out, Bytes bytes)
{
    if (width == 0)
        return false;
    out.resize(bytes.size());
    const size_t values = bytes.size() / width;
    size_t done = 0;
    if (width == 4)
        done = gather<4>(bytes.data(), values, out.data());
    else if (width == 8)
        done = gather<8>(bytes.data(), values, out.data());
    // Some values at a time, so that what is written stays in the processor's cache however wide they are.
    constexpr size_t atOnce = 64;
    for (size_t first = done; first < values; first += atOnce) {
        const size_t last = std::min(values, first + atOnce);
        for (size_t byte = 0; byte < width; ++byte) {
            for (size_t value = first; value < last; ++value)
                out[value * width + byte] = bytes[byte * values + value];
        }
    }
    std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(values * width), bytes.end(),
              out.begin() + static_cast<std::ptrdiff_t>(values * width));
    return true;
}

} // namespace

std::vector<Hdf5Filter> filtersOf(hid_t creation)
{
    std::vector<Hdf5Filter> filters;
    const int count = H5Pget_nfilters(creation);
    for (int i = 0; i < count; ++i) {
        unsigned flags = 0;
        size_t values = 8; // those we know have one at most
        Hdf5Filter filter;
        filter.values.resize(values);
        filter.id =
            H5Pget_filter2(creation, static_cast<unsigned>(i), &flags, &values, filter.values.data(), 0, nullptr, nullptr);
        filter.values.resize(std::min(values, filter.values.size()));
        filters.push_back(std::move(filter));
    }
    return filters;
}

bool knowsFilters(const std::vector<Hdf5Filter>& filters)
{
    constexpr H5Z_filter_t known[] = {H5Z_FILTER_DEFLATE, H5Z_FILTER_SHUFFLE, H5Z_FILTER_FLETCHER32, lzfFilter};
    const auto timesOf = [&](H5Z_filter_t id) {
        return std::count_if(filters.begin(), filters.end(), [id](const Hdf5Filter& filter) { return filter.id == id; });
    };
    return std::all_of(filters.begin(), filters.end(), [&](const Hdf5Filter& filter) {
        return std::find(std::begin(known), std::end(known), filter.id) != std::end(known) && timesOf(filter.id) == 1;
    });
}

ChunkReader::ChunkReader(const std::vector<Hdf5Filter>& filters, size_t chunkBytes)
    : m_filters(filters)
    , m_chunkBytes(chunkBytes)
{}

bool ChunkReader::fetch(hid_t dataset, std::span<const hsize_t> offset, hsize_t mostStoredBytes)
{
    // What H5Dread_chunk writes is the size in the index. H5Dget_chunk_storage_size looks it up, but tells another for a dataset
    // without filters; H5Dget_chunk_info_by_coord tells it always, but walks through all chunks.
    hsize_t stored = 0;
    if (m_filters.empty()) {
        unsigned mask = 0;
        haddr_t address = HADDR_UNDEF;
        if (H5Dget_chunk_info_by_coord(dataset, offset.data(), &mask, &address, &stored) < 0 || address == HADDR_UNDEF)
            return false;
    } else if (H5Dget_chunk_storage_size(dataset, offset.data(), &stored) < 0) {
        return false;
    }
    if (stored == 0 || stored > mostStoredBytes)
        return false;
    m_stored.resize(stored);
    return H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &m_skippedFilters, m_stored.data()) >= 0;
}

std::optional<Bytes> ChunkReader::unpack()
{
    Bytes bytes = m_stored;
    size_t next = 0;
    for (size_t i = m_filters.size(); i-- > 0;) {
        if (i < 32 && (m_skippedFilters >> i & 1U) != 0)
            continue;
        const bool summedBefore = std::any_of(m_filters.begin(), m_filters.begin() + static_cast<std::ptrdiff_t>(i),
                                              [](const Hdf5Filter& filter) { return filter.id == H5Z_FILTER_FLETCHER32; });
        if (m_filters[i].id == H5Z_FILTER_FLETCHER32) {
            if (!takeChecksum(bytes))
                return std::nullopt;
            continue;
        }
        std::vector<unsigned char>& out = m_unpacked[next];
        next = 1 - next;
        out.resize(m_chunkBytes + (summedBefore ? checksumBytes : 0));
        bool good = false;
        if (m_filters[i].id == H5Z_FILTER_DEFLATE)
            good = inflateTo(out, bytes);
        else if (m_filters[i].id == lzfFilter)
            good = unpackLzf(out, bytes);
        else
            good = unshuffle(m_filters[i].values.empty() ? 0 : m_filters[i].values.front(), out, bytes);
        if (!good)
            return std::nullopt;
        bytes = out;
    }
    return bytes.size() == m_chunkBytes ? std::optional(bytes) : std::nullopt;
}

} // namespace spacrd
