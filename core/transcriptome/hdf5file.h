#pragma once

// Private to core/transcriptome: HDF5 files that came from outside, on top of the HDF5 C API.

#include "core/transcriptome/hdf5driver.h"
#include "core/transcriptome/hdf5header.h"

#include <hdf5.h>

#include <cstdint>
#include <filesystem>
#include <optional>
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

/// An HDF5 file opened for reading: what lies in it, without a value read. Nothing is followed out of the file. All
/// functions throw Error naming the file and, where there is one, the object.
class Hdf5File
{
public:
    explicit Hdf5File(std::filesystem::path path);
    /// A file whose bytes are in memory; they are copied. `name` stands for the path in errors.
    Hdf5File(std::string_view bytes, std::filesystem::path name);

    /// True when `name` ("matrix/features/id") exists inside this file and is a dataset; a group.
    bool hasDataset(const std::string& name) const;
    bool hasGroup(const std::string& name) const;
    /// Names of the groups and datasets in a group ("/" is the root), in the order of their names. Empty when it is none.
    std::vector<std::string> groupsIn(const std::string& group) const;
    std::vector<std::string> datasetsIn(const std::string& group) const;

    /// An attribute of a group or dataset that is a text; whole numbers, at most 8. Nothing when there is no such attribute.
    std::optional<std::string> textAttribute(const std::string& object, const std::string& attribute) const;
    std::vector<std::int64_t> numberAttribute(const std::string& object, const std::string& attribute) const;

    /// A list of whole numbers (int32 or int64); values beyond the type are clamped to its limits.
    template <typename Integer>
    std::vector<Integer> integers(const std::string& name, const Task& task) const;
    /// A list of texts of fixed or variable length.
    std::vector<std::string> strings(const std::string& name, const Task& task) const;

    const std::filesystem::path& path() const { return m_path; }
    hsize_t bytes() const { return m_bytes; }
    /// Bytes of the file past HDF5, from an offset; fewer at its end.
    std::vector<unsigned char> readBytes(std::uint64_t offset, std::uint64_t count) const { return m_readBytes(offset, count); }
    /// Bytes before the HDF5 file proper, from whose end its addresses count.
    hsize_t userBlock() const;
    /// Opens a dataset, which is to be closed; its header is looked at first (hdf5header.h).
    hid_t openDataset(const std::string& name) const;

private:
    void checkOpened() const;
    void checkHeaderOf(const std::string& name) const;
    HeaderState visitHeader(const std::string& name, const MessageVisitor& visit) const;
    std::optional<std::vector<unsigned char>> placeOfText(const std::string& object, const std::string& attribute) const;
    bool hasObject(const std::string& name, H5O_type_t type) const;
    std::vector<std::string> objectsIn(const std::string& group, H5O_type_t type) const;

    QuietHdf5 m_quiet;
    Hdf5Handle m_access; ///< of datasets and links: never into another file
    std::filesystem::path m_path;
    hsize_t m_bytes = 0;
    ReadInto m_readInto;
    ReadBytes m_readBytes; ///< past HDF5
    Hdf5Handle m_file;
};

} // namespace spacrd
