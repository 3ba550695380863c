#pragma once

// Private to core/transcriptome: reading HDF5 that came from outside, on top of the HDF5 C API.

#include <hdf5.h>

#include <filesystem>
#include <string>
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
/// external or virtual storage, no external link), has one dimension and the type asked for, and its stored bytes could
/// hold the number of values it claims. All functions throw Error naming the file and the dataset.
class Hdf5File
{
public:
    explicit Hdf5File(std::filesystem::path path);

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
    struct Extent
    {
        hsize_t count = 0; ///< values
        hsize_t block = 0; ///< values to read at once: whole chunks, about a million
    };

    bool hasObject(const std::string& name, H5O_type_t type) const;
    hid_t openDataset(const std::string& name) const;
    Extent checkedExtent(hid_t dataset, const std::string& name, size_t valueBytes) const;
    template <typename Value>
    std::vector<Value> values(const std::string& name, bool fractionsAllowed, hid_t memoryType, const Task& task) const;
    void readFixedStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const;
    void readVariableStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const;
    void readBlock(hid_t dataset, const std::string& name, hid_t memoryType, hsize_t start, hsize_t count, void* out) const;
    [[noreturn]] void throwUnreadable(const std::string& name) const;

    QuietHdf5 m_quiet;
    std::filesystem::path m_path;
    hsize_t m_bytes = 0;
    Hdf5Handle m_file;
};

} // namespace spacrd
