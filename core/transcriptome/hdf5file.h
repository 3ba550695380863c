#pragma once

// Private to core/transcriptome: reading HDF5 that came from outside, on top of the HDF5 C API.

#include "core/transcriptome/hdf5chunk.h"
#include "core/transcriptome/hdf5header.h"

#include <hdf5.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

class Task;

/// Stops HDF5 from printing its error stack on stderr while it lives; our own Error says what went wrong. Per thread,
/// as HDF5's setting is.
class QuietHdf5
{
public:
    QuietHdf5();
    ~QuietHdf5();
    QuietHdf5(const QuietHdf5&) = delete;
    QuietHdf5& operator=(const QuietHdf5&) = delete;

private:
    H5E_auto2_t m_function = nullptr;
    void* m_data = nullptr;
};

/// An identifier of HDF5 with the function that closes it.
class Hdf5Handle
{
public:
    Hdf5Handle(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close)
    {}
    ~Hdf5Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    Hdf5Handle(const Hdf5Handle&) = delete;
    Hdf5Handle& operator=(const Hdf5Handle&) = delete;

    bool valid() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// An HDF5 file opened for reading. Every dataset is checked before memory is taken for it: it lies in this file (no
/// external or virtual storage, no external link on the way), has one dimension and the type asked for, its stored bytes could
/// hold the number of values it claims, it goes through no filter but deflate, shuffle and fletcher32, and what is read of it
/// takes at most 64 MiB and 64 times the file's size. All functions throw Error naming the file and the dataset.
class Hdf5File
{
public:
    explicit Hdf5File(std::filesystem::path path);
    /// A file whose bytes are in memory; they are copied. `name` stands for the path in errors.
    Hdf5File(std::string_view bytes, std::filesystem::path name);

    /// True when `name` ("matrix/features/id") exists inside this file and is a dataset; a group.
    bool hasDataset(const std::string& name) const;
    bool hasGroup(const std::string& name) const;
    /// Names of the groups at the root, in the order of their names.
    std::vector<std::string> rootGroups() const;

    /// A list of whole numbers (int32 or int64); values beyond the type are clamped to its limits.
    template <typename Integer>
    std::vector<Integer> integers(const std::string& name, const Task& task) const;
    /// A list of numbers, whole or not.
    std::vector<float> numbers(const std::string& name, const Task& task) const;
    /// A list of texts of fixed or variable length.
    std::vector<std::string> strings(const std::string& name, const Task& task) const;

    const std::filesystem::path& path() const { return m_path; }

private:
    /// How a dataset lies in the file and is read.
    struct Extent
    {
        hsize_t count = 0; ///< values
        hsize_t block = 0; ///< values to read at once: those of a chunk, else about 8 MiB
        size_t width = 0;  ///< bytes of a value in the file
        bool chunks = false;
        std::vector<Hdf5Filter> filters; ///< of the chunks
    };
    using BlockVisitor = std::function<void(const unsigned char* values, hsize_t count)>;

    void checkOpened() const;
    bool hasObject(const std::string& name, H5O_type_t type) const;
    void checkHeaderOf(const std::string& name) const;
    hid_t openDataset(const std::string& name) const;
    hsize_t mostMemoryBytes() const;
    [[noreturn]] void throwTooLarge(const std::string& name, hsize_t count) const;
    std::vector<Hdf5Filter> checkedFilters(hid_t creation, const std::string& name) const;
    /// `memoryBytes`: of a value, once read.
    Extent checkedExtent(hid_t dataset, const std::string& name, hid_t type, size_t memoryBytes) const;
    /// Hands over all values in order, converted from the file's type to that in memory.
    void readBlocks(hid_t dataset, const std::string& name, const Extent& extent, hid_t fileType, hid_t memoryType,
                    const Task& task, const BlockVisitor& visit) const;
    template <typename Value>
    std::vector<Value> values(const std::string& name, bool fractionsAllowed, hid_t memoryType, const Task& task) const;
    void readFixedStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const;
    void readVariableStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const;
    void readBlock(hid_t dataset, const std::string& name, hid_t memoryType, hsize_t start, hsize_t count, void* out) const;
    [[noreturn]] void throwUnreadable(const std::string& name) const;

    QuietHdf5 m_quiet;
    Hdf5Handle m_access; ///< of datasets and links: never into another file
    std::filesystem::path m_path;
    hsize_t m_bytes = 0;
    ReadBytes m_readBytes; ///< past HDF5
    Hdf5Handle m_file;
};

} // namespace spacrd
