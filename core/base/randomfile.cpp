#include "core/base/randomfile.h"

#include <cerrno>
#include <limits>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spacrd {

RandomFile::RandomFile(const std::filesystem::path& path)
    : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) // NOLINT: the mode is for files it makes
{
    struct stat status = {};
    if (!isOpen())
        return;
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(std::exchange(m_descriptor, -1));
        return;
    }
    m_bytes = static_cast<std::uint64_t>(status.st_size);
    m_seconds = status.st_mtim.tv_sec;
    m_nanoseconds = status.st_mtim.tv_nsec;
}

RandomFile::~RandomFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool RandomFile::isUntouched() const
{
    struct stat status = {};
    return isOpen() && ::fstat(m_descriptor, &status) == 0 && static_cast<std::uint64_t>(status.st_size) == m_bytes
           && status.st_mtim.tv_sec == m_seconds && status.st_mtim.tv_nsec == m_nanoseconds;
}

size_t RandomFile::read(std::uint64_t offset, std::span<unsigned char> out) const
{
    size_t done = 0;
    while (done < out.size() && offset + done <= static_cast<std::uint64_t>(std::numeric_limits<off_t>::max())) {
        const ssize_t count = ::pread(m_descriptor, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<size_t>(count);
    }
    return done;
}

} // namespace spacrd
