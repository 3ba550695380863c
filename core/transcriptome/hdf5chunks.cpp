#include "core/transcriptome/hdf5chunks.h"

#include "core/base/parallel.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5file.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace spacrd {

namespace {

constexpr hsize_t largestShared = hsize_t(64) << 20; ///< bytes; larger chunks are not held by several threads at once

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

/// The values of a chunk, of a type that only HDF5 knows how to convert; none when it cannot.
template <typename To>
std::vector<To> convertedByHdf5(hid_t type, std::span<const unsigned char> bytes, size_t count)
{
    const hid_t memory = std::is_same_v<To, float>    ? H5T_NATIVE_FLOAT
                         : std::is_same_v<To, double> ? H5T_NATIVE_DOUBLE
                         : sizeof(To) == 4            ? H5T_NATIVE_INT32
                                                      : H5T_NATIVE_INT64;
    std::vector<unsigned char> inPlace(std::max(bytes.size(), count * sizeof(To))); // HDF5 converts where the values lie
    std::copy(bytes.begin(), bytes.end(), inPlace.begin());
    if (H5Tconvert(type, memory, count, inPlace.data(), nullptr, H5P_DEFAULT) < 0)
        return {};
    std::vector<To> values(count);
    std::memcpy(values.data(), inPlace.data(), count * sizeof(To));
    return values;
}

/// The chunks that hold some rows, numbered from 0.
class Grid
{
public:
    Grid(const ChunkedDataset& from, hsize_t first, hsize_t rows)
        : m_from(from)
        , m_firstChunk(first / from.chunk[0])
    {
        m_counts.push_back((first + rows + from.chunk[0] - 1) / from.chunk[0] - m_firstChunk);
        for (size_t i = 1; i < from.shape.size(); ++i)
            m_counts.push_back((from.shape[i] + from.chunk[i] - 1) / from.chunk[i]);
    }

    hsize_t count() const
    {
        hsize_t all = 1;
        for (const hsize_t count : m_counts)
            all *= count;
        return all;
    }

    /// Where chunk `index` begins.
    std::vector<hsize_t> offset(hsize_t index) const
    {
        std::vector<hsize_t> at(m_counts.size());
        for (size_t i = m_counts.size(); i-- > 0; index /= m_counts[i])
            at[i] = (index % m_counts[i] + (i == 0 ? m_firstChunk : 0)) * m_from.chunk[i];
        return at;
    }

private:
    const ChunkedDataset& m_from;
    hsize_t m_firstChunk;
    std::vector<hsize_t> m_counts;
};

/// Calls `copy(source, count, target)` for every run of values that a chunk shares with the rows that are wanted: `source` counts
/// from the chunk's begin, `target` from that of the rows.
template <typename Copy>
void forEachRun(const ChunkedDataset& from, const std::vector<hsize_t>& offset, hsize_t first, hsize_t rows, const Copy& copy)
{
    const size_t rank = from.shape.size();
    std::vector<hsize_t> begin = offset;
    std::vector<hsize_t> end(rank);
    for (size_t i = 0; i < rank; ++i) {
        begin[i] = i == 0 ? std::max(offset[0], first) : offset[i];
        end[i] = std::min(offset[i] + from.chunk[i], i == 0 ? first + rows : from.shape[i]);
        if (begin[i] >= end[i])
            return;
    }
    const size_t last = rank - 1;
    for (std::vector<hsize_t> at = begin;;) {
        hsize_t source = 0;
        hsize_t target = 0;
        for (size_t i = 0; i < rank; ++i) {
            source = source * from.chunk[i] + (at[i] - offset[i]);
            target = target * (i == 0 ? rows : from.shape[i]) + (i == 0 ? at[0] - first : at[i]);
        }
        copy(static_cast<size_t>(source), static_cast<size_t>(end[last] - begin[last]), static_cast<size_t>(target));
        size_t i = last;
        while (i > 0 && ++at[i - 1] == end[i - 1]) {
            at[i - 1] = begin[i - 1];
            --i;
        }
        if (i == 0)
            return;
    }
}

/// Calls `use(offset, bytes)` for every chunk, unpacked, on several threads; `hdf5` is to be locked for HDF5. False when a chunk
/// is damaged or `use` says so.
template <typename Use>
bool forEachChunk(const ChunkedDataset& from, const Grid& grid, std::mutex& hdf5, const Task& task, const Use& use)
{
    hsize_t chunkBytes = from.valueBytes;
    for (const hsize_t side : from.chunk)
        chunkBytes *= side;
    const hsize_t chunks = grid.count();
    std::atomic<bool> good{true};
    std::atomic<hsize_t> next{0};
    const auto work = [&](size_t) {
        const QuietHdf5 quiet;
        ChunkReader chunk(from.filters, chunkBytes);
        for (hsize_t index = next++; index < chunks && good; index = next++) {
            task.check();
            const std::vector<hsize_t> offset = grid.offset(index);
            bool fetched = false;
            {
                const std::lock_guard lock(hdf5);
                fetched = chunk.fetch(from.dataset, offset, from.mostStoredBytes);
            }
            const auto bytes = fetched ? chunk.unpack() : std::nullopt;
            if (!bytes || !use(offset, *bytes))
                good = false;
        }
    };
    const hsize_t cores = chunkBytes > largestShared ? 1 : std::max(1U, std::thread::hardware_concurrency());
    parallelFor(std::min(chunks, cores), work);
    return good;
}

} // namespace

template <typename Value>
bool readChunks(const ChunkedDataset& from, hsize_t first, hsize_t rows, Value* out, const Task& task)
{
    const std::optional<Stored> stored = storedAs(from.type);
    std::mutex hdf5;
    return forEachChunk(from, Grid(from, first, rows), hdf5, task, [&](const auto& offset, std::span<const unsigned char> bytes) {
        if (stored) {
            forEachRun(from, offset, first, rows, [&](size_t source, size_t count, size_t target) {
                convertFrom(*stored, bytes.data() + source * from.valueBytes, count, out + target);
            });
            return true;
        }
        const std::vector<Value> values = [&] {
            const std::lock_guard lock(hdf5);
            return convertedByHdf5<Value>(from.type, bytes, bytes.size() / from.valueBytes);
        }();
        forEachRun(from, offset, first, rows, [&](size_t source, size_t count, size_t target) {
            if (!values.empty())
                std::copy_n(values.data() + source, count, out + target);
        });
        return !values.empty();
    });
}

bool readChunkBytes(const ChunkedDataset& from, hsize_t first, hsize_t rows, char* out, const Task& task)
{
    std::mutex hdf5;
    return forEachChunk(from, Grid(from, first, rows), hdf5, task, [&](const auto& offset, std::span<const unsigned char> bytes) {
        forEachRun(from, offset, first, rows, [&](size_t source, size_t count, size_t target) {
            std::memcpy(out + target * from.valueBytes, bytes.data() + source * from.valueBytes, count * from.valueBytes);
        });
        return true;
    });
}

bool chunksAreSound(const ChunkedDataset& from, const Task& task)
{
    std::mutex hdf5;
    return forEachChunk(from, Grid(from, 0, from.shape.front()), hdf5, task, [](const auto&, auto&) { return true; });
}

template bool readChunks(const ChunkedDataset&, hsize_t, hsize_t, float*, const Task&);
template bool readChunks(const ChunkedDataset&, hsize_t, hsize_t, double*, const Task&);
template bool readChunks(const ChunkedDataset&, hsize_t, hsize_t, std::int32_t*, const Task&);
template bool readChunks(const ChunkedDataset&, hsize_t, hsize_t, std::int64_t*, const Task&);

} // namespace spacrd
