#include "core/base/textfile.h"

#include "core/base/error.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t mostUnpacked = 250;
constexpr std::uintmax_t alwaysUnpackedBytes = std::uintmax_t(64) << 20;

} // namespace

void checkReadableFile(const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status))
        throw Error(SPACRD_TR("core", "The file does not exist."), path);
    if (fs::is_directory(status))
        throw Error(SPACRD_TR("core", "A file was expected, but this is a folder."), path);
    if (!fs::is_regular_file(status))
        throw Error(SPACRD_TR("core", "This is not an ordinary file."), path,
                    SPACRD_TR("core", "copy what comes out of a pipe or device into a file"));
    if (::access(path.c_str(), R_OK) != 0)
        throw Error(SPACRD_TR("core", "The file cannot be read."), path);
}

void throwNulByte(std::ptrdiff_t line, const fs::path& path)
{
    throw Error(Text(SPACRD_TR("core", "The file holds a NUL byte in line %1; it is not a text file."), {toWord(line)}), path);
}

TextFile::TextFile(fs::path path)
    : m_path(std::move(path))
    , m_file(nullptr, &gzclose)
{
    checkReadableFile(m_path);
    std::error_code code;
    const std::uintmax_t size = fs::file_size(m_path, code);
    m_mostBytes = std::max(alwaysUnpackedBytes, code ? 0 : size * mostUnpacked);
    m_file.reset(gzopen(m_path.c_str(), "rbe"));
    if (!m_file)
        throw Error(SPACRD_TR("core", "The file cannot be read."), m_path);
    gzbuffer(m_file.get(), 1 << 18);
}

size_t TextFile::read(char* buffer, size_t size)
{
    const int count = gzread(m_file.get(), buffer, static_cast<unsigned>(size));
    int status = Z_OK;
    const char* message = gzerror(m_file.get(), &status);
    if (count < 0 || (count == 0 && status != Z_OK && status != Z_STREAM_END)) {
        std::string reason = message;
        if (const std::string path = m_path.string() + ": "; reason.starts_with(path)) // which the Error names already
            reason.erase(0, path.size());
        throw Error(Text(SPACRD_TR("core", "The compressed file is damaged or cut short: %1."), {reason}), m_path,
                    SPACRD_TR("core", "fetch or copy the file again"));
    }
    m_readBytes += static_cast<std::uintmax_t>(count);
    if (m_readBytes > m_mostBytes) {
        throw Error(
            Text(SPACRD_TR("core", "The compressed file unpacks to more than %1 times its size, which no such file does."),
                 {toWord(static_cast<long long>(mostUnpacked))}),
            m_path, SPACRD_TR("core", "look at what it holds; a plain text file is read at any size"));
    }
    return static_cast<size_t>(count);
}

} // namespace spacrd
