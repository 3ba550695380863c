#include "core/transcriptome/hdf5chunks.h"

#include "core/base/parallel.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5file.h"

#include <libdeflate.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace spacrd {

namespace {

constexpr hsize_t largestChunk = hsize_t(64) << 20; ///< bytes; every thread holds some

/// The number types a chunk may hold in the machine's own byte order.
enum class Stored
{
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
};

std::optional<Stored> storedAs(hid_t type)
{
    const std::pair<hid_t, Stored> known[] = {{H5T_NATIVE_INT8, Stored::int8},     {H5T_NATIVE_UINT8, Stored::uint8},
                                              {H5T_NATIVE_INT16, Stored::int16},   {H5T_NATIVE_UINT16, Stored::uint16},
                                              {H5T_NATIVE_INT32, Stored::int32},   {H5T_NATIVE_UINT32, Stored::uint32},
                                              {H5T_NATIVE_INT64, Stored::int64},   {H5T_NATIVE_UINT64, Stored::uint64},
                                              {H5T_NATIVE_FLOAT, Stored::float32}, {H5T_NATIVE_DOUBLE, Stored::float64}};
    for (const auto& [native, stored] : known) {
        if (H5Tequal(type, native) > 0)
            return stored;
    }
    return std::nullopt;
}

struct Filters
{
    bool known = true;
    bool shuffle = false;
    bool deflate = false;
};

Filters filtersOf(hid_t dataset)
{
    const Hdf5Handle creation(H5Dget_create_plist(dataset), &H5Pclose);
    Filters filters;
    const int count = creation.valid() ? H5Pget_nfilters(creation) : -1;
    filters.known = count >= 0;
    for (int i = 0; i < count; ++i) {
        unsigned flags = 0;
        unsigned config = 0;
        size_t parameters = 0;
        const H5Z_filter_t id =
            H5Pget_filter2(creation, static_cast<unsigned>(i), &flags, &parameters, nullptr, 0, nullptr, &config);
        if (id == H5Z_FILTER_SHUFFLE && !filters.shuffle && !filters.deflate)
            filters.shuffle = true;
        else if (id == H5Z_FILTER_DEFLATE && !filters.deflate)
            filters.deflate = true;
        else
            filters.known = false;
    }
    return filters;
}

template <typename To, typename From>
To converted(From value)
{
    if constexpr (std::is_integral_v<To> && std::is_integral_v<From>) {
        if (std::cmp_less(value, std::numeric_limits<To>::min()))
            return std::numeric_limits<To>::min();
        if (std::cmp_greater(value, std::numeric_limits<To>::max()))
            return std::numeric_limits<To>::max();
    }
    return static_cast<To>(value);
}

template <typename From, typename To>
void convert(const unsigned char* bytes, size_t count, To* out)
{
    if constexpr (std::is_integral_v<To> && !std::is_integral_v<From>) {
        std::fill_n(out, count, To()); // never asked for: fractions are refused before
    } else if constexpr (std::is_same_v<From, To>) {
        std::memcpy(out, bytes, count * sizeof(To));
    } else {
        for (size_t i = 0; i < count; ++i) {
            From value;
            std::memcpy(&value, bytes + i * sizeof(From), sizeof(From));
            out[i] = converted<To>(value);
        }
    }
}

template <typename To>
void convertFrom(Stored stored, const unsigned char* bytes, size_t count, To* out)
{
    switch (stored) {
    case Stored::int8:
        return convert<std::int8_t>(bytes, count, out);
    case Stored::uint8:
        return convert<std::uint8_t>(bytes, count, out);
    case Stored::int16:
        return convert<std::int16_t>(bytes, count, out);
    case Stored::uint16:
        return convert<std::uint16_t>(bytes, count, out);
    case Stored::int32:
        return convert<std::int32_t>(bytes, count, out);
    case Stored::uint32:
        return convert<std::uint32_t>(bytes, count, out);
    case Stored::int64:
        return convert<std::int64_t>(bytes, count, out);
    case Stored::uint64:
        return convert<std::uint64_t>(bytes, count, out);
    case Stored::float32:
        return convert<float>(bytes, count, out);
    case Stored::float64:
        return convert<double>(bytes, count, out);
    }
}

/// HDF5's shuffle: first all first bytes of the values, then all second ones, …
void unshuffle(const std::vector<unsigned char>& in, size_t width, std::vector<unsigned char>& out)
{
    const size_t values = in.size() / width;
    out.resize(in.size());
    for (size_t byte = 0; byte < width; ++byte) {
        const unsigned char* from = in.data() + byte * values;
        for (size_t i = 0; i < values; ++i)
            out[i * width + byte] = from[i];
    }
    std::copy(in.begin() + static_cast<std::ptrdiff_t>(values * width), in.end(),
              out.begin() + static_cast<std::ptrdiff_t>(values * width));
}

struct FreeDecompressor
{
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// Fetches and decodes one chunk after the other; one a thread.
class Decoder
{
public:
    Decoder(const ChunkedList& list, Filters filters, size_t width)
        : m_list(list)
        , m_filters(filters)
        , m_width(width)
        , m_inflate(libdeflate_alloc_decompressor())
    {}

    /// The bytes of chunk `index`; nothing when it is not stored as expected.
    const std::vector<unsigned char>* decode(hsize_t index, std::mutex& hdf5)
    {
        const size_t chunkBytes = m_list.chunkValues * m_width;
        if (!fetch(index, chunkBytes, hdf5))
            return nullptr;
        if (!m_filters.deflate && m_stored.size() != chunkBytes)
            return nullptr;
        std::vector<unsigned char>* now = &m_stored;
        if (m_filters.deflate) {
            m_inflated.resize(chunkBytes);
            size_t actual = 0;
            if (!m_inflate
                || libdeflate_zlib_decompress(m_inflate.get(), m_stored.data(), m_stored.size(), m_inflated.data(), chunkBytes,
                                              &actual)
                       != LIBDEFLATE_SUCCESS
                || actual != chunkBytes)
                return nullptr;
            now = &m_inflated;
        }
        if (!m_filters.shuffle || m_width == 1)
            return now;
        unshuffle(*now, m_width, m_ordered);
        return &m_ordered;
    }

private:
    bool fetch(hsize_t index, size_t chunkBytes, std::mutex& hdf5)
    {
        const std::lock_guard lock(hdf5);
        const QuietHdf5 quiet;
        const hsize_t offset = index * m_list.chunkValues;
        hsize_t bytes = 0;
        if (H5Dget_chunk_storage_size(m_list.dataset, &offset, &bytes) < 0 || bytes == 0 || bytes > chunkBytes * 2 + 4096)
            return false;
        m_stored.resize(bytes);
        std::uint32_t skippedFilters = 0;
        return H5Dread_chunk(m_list.dataset, H5P_DEFAULT, &offset, &skippedFilters, m_stored.data()) >= 0 && skippedFilters == 0;
    }

    const ChunkedList& m_list;
    Filters m_filters;
    size_t m_width;
    std::unique_ptr<libdeflate_decompressor, FreeDecompressor> m_inflate;
    std::vector<unsigned char> m_stored;
    std::vector<unsigned char> m_inflated;
    std::vector<unsigned char> m_ordered;
};

} // namespace

template <typename Value>
bool readChunks(const ChunkedList& list, std::span<Value> out, const Task& task)
{
    const std::optional<Stored> stored = storedAs(list.type);
    const Filters filters = filtersOf(list.dataset);
    const size_t width = H5Tget_size(list.type);
    if (!stored || !filters.known || list.chunkValues == 0 || list.chunkValues > largestChunk / width)
        return false;
    const hsize_t chunks = (list.count + list.chunkValues - 1) / list.chunkValues;
    std::mutex hdf5;
    std::atomic<bool> good{true};
    std::atomic<hsize_t> next{0};
    const size_t workers = std::min<hsize_t>(chunks, std::max(1U, std::thread::hardware_concurrency()));
    parallelFor(workers, [&](size_t) {
        Decoder decoder(list, filters, width);
        for (hsize_t chunk = next++; chunk < chunks && good; chunk = next++) {
            task.check();
            const std::vector<unsigned char>* bytes = decoder.decode(chunk, hdf5);
            if (!bytes) {
                good = false;
                return;
            }
            const hsize_t first = chunk * list.chunkValues;
            convertFrom(*stored, bytes->data(), std::min(list.chunkValues, list.count - first), out.data() + first);
        }
    });
    return good;
}

template bool readChunks(const ChunkedList&, std::span<float>, const Task&);
template bool readChunks(const ChunkedList&, std::span<double>, const Task&);
template bool readChunks(const ChunkedList&, std::span<std::int32_t>, const Task&);
template bool readChunks(const ChunkedList&, std::span<std::int64_t>, const Task&);

} // namespace spacrd
