#include "core/transcriptome/hdf5chunk.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr size_t checksumBytes = 4;

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
    Bytes out(size);
    uLongf unpacked = size;
    if (uncompress(out.data(), &unpacked, bytes.data(), bytes.size()) != Z_OK || unpacked != size)
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
    constexpr H5Z_filter_t known[] = {H5Z_FILTER_DEFLATE, H5Z_FILTER_SHUFFLE, H5Z_FILTER_FLETCHER32};
    const auto timesOf = [&](H5Z_filter_t id) {
        return std::count_if(filters.begin(), filters.end(), [id](const Hdf5Filter& filter) { return filter.id == id; });
    };
    return std::all_of(filters.begin(), filters.end(), [&](const Hdf5Filter& filter) {
        return std::find(std::begin(known), std::end(known), filter.id) != std::end(known) && timesOf(filter.id) == 1;
    });
}

std::optional<std::vector<unsigned char>> decodeChunk(hid_t dataset, const std::vector<Hdf5Filter>& filters, hsize_t offset,
                                                      size_t chunkBytes, hsize_t mostStoredBytes)
{
    // The size in the index, which is what H5Dread_chunk writes; H5Dget_chunk_storage_size tells another without filters.
    unsigned mask = 0;
    haddr_t address = HADDR_UNDEF;
    hsize_t stored = 0;
    if (H5Dget_chunk_info_by_coord(dataset, &offset, &mask, &address, &stored) < 0 || address == HADDR_UNDEF || stored == 0
        || stored > mostStoredBytes)
        return std::nullopt;
    Bytes bytes(stored);
    std::uint32_t skipped = 0;
    if (H5Dread_chunk(dataset, H5P_DEFAULT, &offset, &skipped, bytes.data()) < 0)
        return std::nullopt;
    for (size_t i = filters.size(); i-- > 0;) {
        if (i < 32 && (skipped >> i & 1U) != 0)
            continue;
        bool good = false;
        if (filters[i].id == H5Z_FILTER_FLETCHER32) {
            good = takeChecksum(bytes);
        } else if (filters[i].id == H5Z_FILTER_DEFLATE) {
            const bool summedBefore = std::any_of(filters.begin(), filters.begin() + static_cast<std::ptrdiff_t>(i),
                                                  [](const Hdf5Filter& filter) { return filter.id == H5Z_FILTER_FLETCHER32; });
            good = inflateTo(chunkBytes + (summedBefore ? checksumBytes : 0), bytes);
        } else {
            good = unshuffle(filters[i].values.empty() ? 0 : filters[i].values.front(), bytes);
        }
        if (!good)
            return std::nullopt;
    }
    return bytes.size() == chunkBytes ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace spacrd
