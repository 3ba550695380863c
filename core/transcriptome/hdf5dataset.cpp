#include "core/transcriptome/hdf5dataset.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5textheap.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace spacrd {

namespace {

constexpr size_t mostDimensions = 3;
// Deflate cannot shrink data more than 1032-fold; LZF stays below.
constexpr hsize_t mostCompression = 1100;
// Of counts and indices, which make up a file, deflate leaves a tenth and more.
constexpr hsize_t mostMemoryPerByte = 64;
constexpr hsize_t alwaysReadBytes = hsize_t(64) << 20;

Hdf5Kind kindOf(hid_t type)
{
    const H5T_class_t kind = H5Tget_class(type);
    if (kind != H5T_STRING && H5Tget_size(type) > sizeof(double))
        return Hdf5Kind::other;
    switch (kind) {
    case H5T_INTEGER:
        return Hdf5Kind::whole;
    case H5T_FLOAT:
        return Hdf5Kind::fraction;
    case H5T_ENUM:
        return Hdf5Kind::flag;
    case H5T_STRING:
        return Hdf5Kind::text;
    default:
        return Hdf5Kind::other;
    }
}

template <typename Value>
hid_t memoryTypeOf()
{
    if constexpr (std::is_same_v<Value, float>)
        return H5T_NATIVE_FLOAT;
    else if constexpr (std::is_same_v<Value, double>)
        return H5T_NATIVE_DOUBLE;
    else if constexpr (std::is_same_v<Value, std::int32_t>)
        return H5T_NATIVE_INT32;
    else
        return H5T_NATIVE_INT64;
}

/// a × b, or the largest number where that is too large.
hsize_t timesAtMost(hsize_t a, hsize_t b)
{
    hsize_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::numeric_limits<hsize_t>::max() : product;
}

} // namespace

Hdf5Dataset::Hdf5Dataset(const Hdf5File& file, std::string name)
    : m_file(file)
    , m_name(std::move(name))
    , m_dataset(file.openDataset(m_name), &H5Dclose)
    , m_type(m_dataset.valid() ? H5Dget_type(m_dataset) : -1, &H5Tclose)
{
    const Hdf5Handle creation(m_dataset.valid() ? H5Dget_create_plist(m_dataset) : -1, &H5Pclose);
    if (!m_type.valid() || !creation.valid())
        throwUnreadable();
    // Before anything else is asked: HDF5 would look for the files of virtual storage to tell its extent.
    if (H5Pget_external_count(creation) != 0 || H5Pget_layout(creation) == H5D_VIRTUAL)
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is kept in another file, which is not read."), {m_name}),
                    file.path());
    m_filters = filtersOf(creation);
    m_width = H5Tis_variable_str(m_type) > 0 ? Hdf5TextHeap::referenceBytes : H5Tget_size(m_type);
    if (m_width == 0)
        throwUnreadable();
    const Hdf5Handle space(m_dataset.valid() ? H5Dget_space(m_dataset) : -1, &H5Sclose);
    if (!space.valid())
        throwUnreadable();
    m_kind = kindOf(m_type);
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 0)
        throwUnreadable();
    if (static_cast<size_t>(rank) > mostDimensions)
        throw Error(
            Text(SPACRD_TR("core", "The dataset \"%1\" has %2 dimensions where one was expected."), {m_name, toWord(rank)}),
            file.path());
    m_shape.resize(static_cast<size_t>(rank));
    if (rank > 0 && H5Sget_simple_extent_dims(space, m_shape.data(), nullptr) != rank)
        throwUnreadable();
    for (const hsize_t side : m_shape)
        m_count = timesAtMost(m_count, side);
    if (H5Pget_layout(creation) == H5D_CHUNKED && rank > 0) {
        m_chunk.resize(m_shape.size());
        if (H5Pget_chunk(creation, rank, m_chunk.data()) != rank)
            throwUnreadable();
    }
}

hsize_t Hdf5Dataset::mostMemoryBytes() const
{
    return alwaysReadBytes + timesAtMost(m_file.bytes(), mostMemoryPerByte);
}

void Hdf5Dataset::throwTooLarge() const
{
    throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" claims %2 values, more than the file holds."),
                     {m_name, std::to_string(m_count)}),
                m_file.path(), SPACRD_TR("core", "the file is damaged or cut short; fetch or copy it again"));
}

void Hdf5Dataset::requireStored() const
{
    for (const Hdf5Filter& filter : m_filters) {
        if (!knowsFilters({filter})) {
            throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is compressed with the HDF5 filter %2, which is not read."),
                             {m_name, toWord(filter.id)}),
                        m_file.path(), SPACRD_TR("core", "write the file again with gzip compression (h5repack -f GZIP=6)"));
        }
    }
    if (!knowsFilters(m_filters)) // one of them twice
        throwUnreadable();
    const hsize_t stored = H5Dget_storage_size(m_dataset);
    const size_t memoryBytes = m_kind == Hdf5Kind::text ? sizeof(std::string) : sizeof(double);
    // HDF5 does not compare a compact dataset's bytes with its extent, and reads beyond them.
    if (stored > m_file.bytes() || (m_chunk.empty() && m_count > stored / m_width) || m_count / mostCompression > stored / m_width
        || (stored == 0 && m_count > 0) || m_count > mostMemoryBytes() / memoryBytes)
        throwTooLarge();
    hsize_t chunkValues = 1;
    for (const hsize_t side : m_chunk)
        chunkValues = timesAtMost(chunkValues, side);
    if (chunkValues == 0)
        throwUnreadable();
    if (!m_chunk.empty() && chunkValues > mostMemoryBytes() / std::max(m_width, sizeof(double))) {
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is kept in chunks of %2 values, more than the file holds."),
                         {m_name, std::to_string(chunkValues)}),
                    m_file.path());
    }
}

ChunkedDataset Hdf5Dataset::chunked() const
{
    return {m_dataset, m_type, m_shape, m_chunk, m_filters, m_width, m_file.bytes()};
}

void Hdf5Dataset::requireRank(size_t rank) const
{
    if (m_shape.size() == rank)
        return;
    throw Error(Text(rank == 1 ? SPACRD_TR("core", "The dataset \"%1\" has %2 dimensions where one was expected.")
                               : SPACRD_TR("core", "The dataset \"%1\" has %2 dimensions where %3 were expected."),
                     {m_name, toWord(m_shape.size()), toWord(rank)}),
                m_file.path());
}

void Hdf5Dataset::requireNumbers(bool fractionsAllowed) const
{
    if (m_kind == Hdf5Kind::whole || (fractionsAllowed && m_kind == Hdf5Kind::fraction))
        return;
    throw Error(Text(fractionsAllowed ? SPACRD_TR("core", "The dataset \"%1\" does not hold numbers.")
                                      : SPACRD_TR("core", "The dataset \"%1\" does not hold whole numbers."),
                     {m_name}),
                m_file.path());
}

template <typename Value>
std::vector<Value> Hdf5Dataset::allocate() const
{
    requireStored();
    try {
        return std::vector<Value>(m_count);
    } catch (const std::exception&) { // bad_alloc, length_error
        throw Error(Text(SPACRD_TR("core", "There is not enough memory to read the dataset \"%1\"."), {m_name}), m_file.path());
    }
}

/// Rows that hold about `valuesAtOnce` values, in whole chunks.
hsize_t Hdf5Dataset::rowsAtOnce(hsize_t valuesAtOnce) const
{
    if (m_shape.empty() || m_shape.front() == 0)
        return 1;
    const hsize_t perRow = std::max<hsize_t>(1, m_count / m_shape.front());
    const hsize_t chunk = m_chunk.empty() ? 1 : std::max<hsize_t>(1, m_chunk.front());
    return std::max<hsize_t>(1, valuesAtOnce / perRow / chunk) * chunk;
}

void Hdf5Dataset::readBlock(hid_t memoryType, hsize_t first, hsize_t rows, void* out) const
{
    const Hdf5Handle fileSpace(H5Dget_space(m_dataset), &H5Sclose);
    if (m_shape.empty()) {
        if (H5Dread(m_dataset, memoryType, H5S_ALL, H5S_ALL, H5P_DEFAULT, out) < 0)
            throwUnreadable();
        return;
    }
    std::vector<hsize_t> start(m_shape.size(), 0);
    std::vector<hsize_t> size = m_shape;
    start.front() = first;
    size.front() = rows;
    const Hdf5Handle memorySpace(H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr), &H5Sclose);
    if (!fileSpace.valid() || !memorySpace.valid()
        || H5Sselect_hyperslab(fileSpace, H5S_SELECT_SET, start.data(), nullptr, size.data(), nullptr) < 0
        || H5Dread(m_dataset, memoryType, memorySpace, fileSpace, H5P_DEFAULT, out) < 0)
        throwUnreadable();
}

template <typename Value>
void Hdf5Dataset::read(std::span<Value> out, const Task& task) const
{
    if (m_kind != Hdf5Kind::flag)
        requireNumbers(std::is_floating_point_v<Value>);
    requireStored();
    if (m_count == 0)
        return;
    if (m_shape.empty())
        return readBlock(memoryTypeOf<Value>(), 0, 1, out.data());
    readRows(0, m_shape.front(), out.data(), task);
}

template <typename Value>
void Hdf5Dataset::readRows(hsize_t first, hsize_t rows, Value* out, const Task& task) const
{
    if (m_kind != Hdf5Kind::flag)
        requireNumbers(std::is_floating_point_v<Value>);
    if (!m_chunk.empty()) {
        if (!readChunks(chunked(), first, rows, out, task))
            throwUnreadable();
        return;
    }
    const hsize_t perRow = m_count / m_shape.front();
    const hsize_t step = rowsAtOnce(blockValues);
    for (hsize_t row = first; row < first + rows; row += step) {
        task.check();
        readBlock(memoryTypeOf<Value>(), row, std::min(step, first + rows - row), out + (row - first) * perRow);
    }
}

template std::vector<float> Hdf5Dataset::allocate() const;
template std::vector<double> Hdf5Dataset::allocate() const;
template std::vector<std::int32_t> Hdf5Dataset::allocate() const;
template std::vector<std::int64_t> Hdf5Dataset::allocate() const;
template void Hdf5Dataset::read(std::span<float>, const Task&) const;
template void Hdf5Dataset::read(std::span<double>, const Task&) const;
template void Hdf5Dataset::read(std::span<std::int32_t>, const Task&) const;
template void Hdf5Dataset::read(std::span<std::int64_t>, const Task&) const;
template void Hdf5Dataset::readRows(hsize_t, hsize_t, float*, const Task&) const;

void Hdf5Dataset::throwUnreadable() const
{
    throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" cannot be read; the file is damaged or cut short."), {m_name}),
                m_file.path(), SPACRD_TR("core", "fetch or copy the file again"));
}

} // namespace spacrd
