#include "core/base/atomicfile.h"

#include "core/base/error.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// A name no other process or call uses, in the target's own folder so that the last rename cannot cross a disk.
fs::path temporaryBeside(const fs::path& target)
{
    static std::atomic<unsigned> counter{0};
    fs::path name = target.filename();
    if (name.empty()) // "folder/"
        name = target.parent_path().filename();
    const fs::path folder = target.filename().empty() ? target.parent_path().parent_path() : target.parent_path();
    return folder
        / ("." + name.string() + ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(counter.fetch_add(1)));
}

[[noreturn]] void throwWriteError(const fs::path& file, const char* reason)
{
    throw Error(Text(SPACRD_TR("core", "The file could not be written: %1."), {reason}), file,
                SPACRD_TR("core", "check that the folder exists, can be written and the disk has room"));
}

void flushToDisk(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        throwWriteError(path, std::strerror(errno));
    const int failed = ::fsync(descriptor);
    const int reason = errno;
    ::close(descriptor);
    // A file system that cannot flush (some network shares) says EINVAL; the data are as safe there as they get.
    if (failed && reason != EINVAL)
        throwWriteError(path, std::strerror(reason));
}

void renameOver(const fs::path& from, const fs::path& to)
{
    std::error_code code;
    fs::rename(from, to, code);
    if (code)
        throwWriteError(to, code.message().c_str());
}

} // namespace

AtomicFile::AtomicFile(fs::path target) : m_target(fs::absolute(target)), m_temporary(temporaryBeside(m_target))
{
    std::error_code code;
    if (!fs::is_directory(m_target.parent_path(), code))
        throwWriteError(m_target, "the folder does not exist");
    if (fs::is_directory(m_target, code))
        throwWriteError(m_target, "there is a folder of that name");
    if (::access(m_target.parent_path().c_str(), W_OK) != 0)
        throwWriteError(m_target, std::strerror(errno));
}

AtomicFile::~AtomicFile()
{
    std::error_code ignored;
    if (!m_committed)
        fs::remove(m_temporary, ignored);
}

void AtomicFile::commit()
{
    flushToDisk(m_temporary);
    renameOver(m_temporary, m_target);
    m_committed = true;
    flushToDisk(m_target.parent_path());
}

void writeFile(const fs::path& target, std::string_view bytes)
{
    AtomicFile file(target);
    std::ofstream out(file.temporary(), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out)
        throwWriteError(target, std::strerror(errno));
    out.close();
    file.commit();
}

AtomicFolder::AtomicFolder(fs::path target) : m_target(fs::absolute(target).lexically_normal())
{
    if (m_target.filename().empty())
        m_target = m_target.parent_path();
    m_temporary = temporaryBeside(m_target);
    std::error_code code;
    if (fs::exists(m_target, code) && !fs::is_directory(m_target, code))
        throwWriteError(m_target, "there is a file of that name");
    fs::create_directories(m_temporary, code);
    if (code)
        throwWriteError(m_target, code.message().c_str());
}

AtomicFolder::~AtomicFolder()
{
    std::error_code ignored;
    if (!m_committed)
        fs::remove_all(m_temporary, ignored);
}

void AtomicFolder::commit()
{
    for (const auto& entry : fs::recursive_directory_iterator(m_temporary)) {
        if (entry.is_regular_file())
            flushToDisk(entry.path());
    }
    std::error_code code;
    if (!fs::exists(m_target, code)) {
        renameOver(m_temporary, m_target);
    } else {
        for (const auto& entry : fs::recursive_directory_iterator(m_temporary)) {
            const fs::path to = m_target / entry.path().lexically_relative(m_temporary);
            if (entry.is_directory())
                fs::create_directories(to, code);
            else
                renameOver(entry.path(), to);
        }
        fs::remove_all(m_temporary, code);
    }
    m_committed = true;
    flushToDisk(m_target.parent_path());
}

} // namespace spacrd
