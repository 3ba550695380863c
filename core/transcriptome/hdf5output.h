#pragma once

// For .cpp files of core that write HDF5.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace spacrd {

/// Writes an HDF5 file piece by piece: what AnnData needs. Objects carry no time stamps, so the same content gives the same
/// bytes. A group must be made before what lies in it. All functions throw Error naming the file when it cannot be written.
class Hdf5Output
{
public:
    /// `file` is created or emptied: give the temporary of an AtomicFile.
    explicit Hdf5Output(const std::filesystem::path& file);
    ~Hdf5Output();
    Hdf5Output(const Hdf5Output&) = delete;
    Hdf5Output& operator=(const Hdf5Output&) = delete;

    void group(const std::string& name);
    /// Numbers in rows of `columns`, deflated; 0 columns = a list.
    void numbers(const std::string& name, std::span<const float> values, size_t columns = 0);
    void numbers(const std::string& name, std::span<const double> values, size_t columns = 0);
    void numbers(const std::string& name, std::span<const std::int32_t> values, size_t columns = 0);
    void numbers(const std::string& name, std::span<const std::int64_t> values, size_t columns = 0);
    void texts(const std::string& name, const std::vector<std::string>& values);
    void number(const std::string& name, double value);
    void text(const std::string& name, const std::string& value);

    /// Attributes of a group or dataset ("/" is the root).
    void attribute(const std::string& object, const std::string& name, const std::string& value);
    void attribute(const std::string& object, const std::string& name, const std::vector<std::string>& values);
    void attribute(const std::string& object, const std::string& name, std::span<const std::int64_t> values);

    /// Writes what is still in memory; the file is whole afterwards.
    void finish();

private:
    void check(std::int64_t idOrStatus) const;

    std::filesystem::path m_path;
    std::int64_t m_file = -1; ///< a hid_t
};

} // namespace spacrd
