#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace spacrd {

/// A file read at any place, by any number of threads at once. It stays open, so that what is read stays of one file when another
/// takes its name.
class RandomFile
{
public:
    /// Throws nothing: see isOpen(). A pipe or a device is not opened, nor waited for.
    explicit RandomFile(const std::filesystem::path& path);
    ~RandomFile();
    RandomFile(const RandomFile&) = delete;
    RandomFile& operator=(const RandomFile&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }

    /// Whether nothing was written to it since.
    bool isUntouched() const;

    /// How many bytes from `offset` on were read; fewer than asked for at the end of the file and when it cannot be read.
    size_t read(std::uint64_t offset, std::span<unsigned char> out) const;

private:
    int m_descriptor;
    std::uint64_t m_bytes = 0; // when it was opened
    std::int64_t m_seconds = 0;
    std::int64_t m_nanoseconds = 0;
};

} // namespace spacrd
