#include "core/transcriptome/hdf5chunk.h"

#include "core/transcriptome/hdf5filters.h"

#include <libdeflate.h>
#include <lzf.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

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
    std::uint32_t stored = 0;
    for (size_t i = 0; i < checksumBytes; ++i)
        stored |= static_cast<std::uint32_t>(bytes[bytes.size() - checksumBytes + i]) << (8 * i);
    bytes.resize(bytes.size() - checksumBytes);
    return stored == fletcher32(bytes.data(), bytes.size());
}

bool inflateTo(size_t size, Bytes& bytes)
{
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(libdeflate_alloc_decompressor());
    Bytes out(size);
    size_t unpacked = 0;
    if (!decompressor
        || libdeflate_zlib_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), size, &unpacked)
               != LIBDEFLATE_SUCCESS
        || unpacked != size)
        return false;
    bytes = std::move(out);
    return true;
}

bool unpackLzf(size_t size, Bytes& bytes)
{
    constexpr size_t most = std::numeric_limits<unsigned>::max();
    Bytes out(size);
    if (size > most || bytes.size() > most
        || lzf_decompress(bytes.data(), static_cast<unsigned>(bytes.size()), out.data(), static_cast<unsigned>(size)) != size)
        return false;
    bytes = std::move(out);
    return true;
}

/// Shuffled are first the first bytes of all values, then the second bytes, …; what is left at the end stands as it is.
bool unshuffle(size_t width, Bytes& bytes)
{
    if (width == 0)
        return false;
    const size_t values = bytes.size() / width;
    Bytes out(bytes);
    for (size_t byte = 0; byte < width; ++byte) {
        for (size_t value = 0; value < values; ++value)
            out[value * width + byte] = bytes[byte * values + value];
    }
    bytes = std::move(out);
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

std::optional<StoredChunk> fetchChunk(hid_t dataset, std::span<const hsize_t> offset, hsize_t mostStoredBytes)
{
    // The size in the index, which is what H5Dread_chunk writes; H5Dget_chunk_storage_size tells another without filters.
    unsigned mask = 0;
    haddr_t address = HADDR_UNDEF;
    hsize_t stored = 0;
    if (H5Dget_chunk_info_by_coord(dataset, offset.data(), &mask, &address, &stored) < 0 || address == HADDR_UNDEF || stored == 0
        || stored > mostStoredBytes)
        return std::nullopt;
    StoredChunk chunk;
    chunk.bytes.resize(stored);
    if (H5Dread_chunk(dataset, H5P_DEFAULT, offset.data(), &chunk.skippedFilters, chunk.bytes.data()) < 0)
        return std::nullopt;
    return chunk;
}

std::optional<std::vector<unsigned char>> unpackChunk(StoredChunk chunk, const std::vector<Hdf5Filter>& filters,
                                                      size_t chunkBytes)
{
    Bytes bytes = std::move(chunk.bytes);
    for (size_t i = filters.size(); i-- > 0;) {
        if (i < 32 && (chunk.skippedFilters >> i & 1U) != 0)
            continue;
        const bool summedBefore = std::any_of(filters.begin(), filters.begin() + static_cast<std::ptrdiff_t>(i),
                                              [](const Hdf5Filter& filter) { return filter.id == H5Z_FILTER_FLETCHER32; });
        const size_t size = chunkBytes + (summedBefore ? checksumBytes : 0);
        bool good = false;
        if (filters[i].id == H5Z_FILTER_FLETCHER32)
            good = takeChecksum(bytes);
        else if (filters[i].id == H5Z_FILTER_DEFLATE)
            good = inflateTo(size, bytes);
        else if (filters[i].id == lzfFilter)
            good = unpackLzf(size, bytes);
        else
            good = unshuffle(filters[i].values.empty() ? 0 : filters[i].values.front(), bytes);
        if (!good)
            return std::nullopt;
    }
    return bytes.size() == chunkBytes ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace spacrd
