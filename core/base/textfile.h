#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

struct gzFile_s;

namespace spacrd {

/// Throws Error when the path is no file that can be read: missing, a folder, a pipe or device (reading one may never end), or
/// forbidden.
void checkReadableFile(const std::filesystem::path& path);

/// Throws the Error of a text file that has a NUL byte in its `line`, counted from 1.
[[noreturn]] void throwNulByte(std::ptrdiff_t line, const std::filesystem::path& path);

/// The bytes of a plain or gzip file; which it is shows the content. All functions throw Error naming the file: those of
/// checkReadableFile, damaged gzip, and gzip that unpacks to more than 64 MiB and 250 times its size, which no table of ours does
/// (one with a count in every 500th cell stays below).
class TextFile
{
public:
    explicit TextFile(std::filesystem::path path);

    /// Bytes read into `buffer`, 0 at the end.
    size_t read(char* buffer, size_t size);

private:
    std::filesystem::path m_path;
    std::uintmax_t m_mostBytes = 0;
    std::uintmax_t m_readBytes = 0;
    std::unique_ptr<gzFile_s, int (*)(gzFile_s*)> m_file;
};

} // namespace spacrd
