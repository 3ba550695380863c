#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5chunks.h"
#include "core/transcriptome/hdf5file.h"

#include <span>

namespace spacrd {

enum class Hdf5Kind
{
    whole,    ///< integers
    fraction, ///< floating-point numbers
    flag,     ///< an enumeration, as h5py stores booleans
    text,
    other,
};

/// One dataset of a file. Before memory is taken for it, it is checked: it lies in this file (no external or virtual storage, no
/// external link), its filters are known, its stored bytes could hold the number of values it claims, and what is read of it
/// takes at most 64 MiB and 64 times the file's size. All functions throw Error naming the file and the dataset.
class Hdf5Dataset
{
public:
    Hdf5Dataset(const Hdf5File& file, std::string name);

    Hdf5Kind kind() const { return m_kind; }
    /// Values along each dimension; empty = one value without dimensions.
    const std::vector<hsize_t>& shape() const { return m_shape; }
    hsize_t count() const { return m_count; }
    void requireRank(size_t rank) const;
    /// Whole numbers, or any; flags are none, though read() takes them.
    void requireNumbers(bool fractionsAllowed) const;
    /// The checks above; those who allocate by count() themselves call it first.
    void requireStored() const;

    /// Room for all values.
    template <typename Value>
    std::vector<Value> allocate() const;

    /// All values in row-major order; `out` has room for exactly count(). For float and double the dataset holds numbers or
    /// flags, for std::int32_t and std::int64_t whole numbers or flags, clamped to the limits of the type. Deflated chunks
    /// of a list are decoded on all cores.
    template <typename Value>
    void read(std::span<Value> out, const Task& task) const;

    /// Rows `first` … `first + rows` of a dataset of two or more dimensions (values of a list), in row-major order.
    template <typename Value>
    void readRows(hsize_t first, hsize_t rows, Value* out, const Task& task) const;

    /// All texts, of fixed or variable length.
    std::vector<std::string> strings(const Task& task) const;

private:
    static constexpr hsize_t blockValues = hsize_t(1) << 20; ///< read at once

    hsize_t mostMemoryBytes() const;
    [[noreturn]] void throwTooLarge() const;
    [[noreturn]] void throwTooLong() const;
    ChunkedDataset chunked() const;
    void readBlock(hid_t memoryType, hsize_t first, hsize_t rows, void* out) const;
    hsize_t rowsAtOnce(hsize_t valuesAtOnce) const;
    void readFixedStrings(std::vector<std::string>& out, const Task& task) const;
    void readVariableStrings(std::vector<std::string>& out, const Task& task) const;
    void readCompactStrings(std::vector<std::string>& out) const;
    bool readStoredRows(hsize_t first, hsize_t rows, std::vector<char>& out, const Task& task) const;
    [[noreturn]] void throwUnreadable() const;

    const Hdf5File& m_file;
    std::string m_name;
    Hdf5Handle m_dataset;
    Hdf5Handle m_type;
    Hdf5Kind m_kind = Hdf5Kind::other;
    std::vector<hsize_t> m_shape;
    std::vector<hsize_t> m_chunk; ///< empty = not chunked
    std::vector<Hdf5Filter> m_filters;
    hsize_t m_count = 1;
    size_t m_width = 0; ///< bytes of a value in the file
};

} // namespace spacrd
