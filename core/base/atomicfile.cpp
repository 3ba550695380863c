#include "core/base/atomicfile.h"

#include "core/base/error.h"
#include "core/base/task.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <set>
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
    return folder / ("." + name.string() + ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(counter.fetch_add(1)));
}

[[noreturn]] void throwWriteError(const fs::path& file, const char* reason)
{
    throw Error(Text(SPACRD_TR("core", "The file could not be written: %1."), {reason}), file,
                SPACRD_TR("core", "check that the folder exists, can be written and the disk has room"));
}

/// std::filesystem would throw an exception of its own for an empty name.
fs::path absoluteOf(const fs::path& target)
{
    if (target.empty())
        throw Error(SPACRD_TR("core", "The name of the file or folder to write is empty."), {},
                    SPACRD_TR("core", "give it a name"));
    return fs::absolute(target);
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

/// One rename where the target is new; else file by file over what is there.
void moveIntoPlace(const fs::path& temporary, const fs::path& target)
{
    std::error_code code;
    if (!fs::exists(target, code)) {
        renameOver(temporary, target);
        return;
    }
    for (const auto& entry : fs::recursive_directory_iterator(temporary)) {
        const fs::path to = target / entry.path().lexically_relative(temporary);
        if (entry.is_directory())
            fs::create_directories(to, code);
        else
            renameOver(entry.path(), to);
    }
    fs::remove_all(temporary, code);
}

/// The temporaries of this process that are neither committed nor removed yet.
class LiveTemporaries
{
public:
    void add(const fs::path& temporary)
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            throw Cancelled{};
        m_paths.insert(temporary);
    }

    void forget(const fs::path& temporary)
    {
        const std::lock_guard lock(m_mutex);
        m_paths.erase(temporary);
    }

    /// Renames under the lock, so that removeAll() finds a temporary either whole or already in its place.
    template <typename Rename>
    void commit(const fs::path& temporary, const Rename& rename)
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            throw Cancelled{};
        rename();
        m_paths.erase(temporary);
    }

    void removeAll()
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (const fs::path& temporary : m_paths)
            removeWhileWritten(temporary);
        m_paths.clear();
    }

private:
    /// Another thread may still put files into a folder that is being emptied: then the folder is emptied again.
    static void removeWhileWritten(const fs::path& temporary)
    {
        constexpr int attempts = 100;
        std::error_code code;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            fs::remove_all(temporary, code);
            if (!code)
                return;
        }
    }

    std::mutex m_mutex;
    std::set<fs::path> m_paths;
    bool m_ending = false;
};

LiveTemporaries& liveTemporaries()
{
    static LiveTemporaries all;
    return all;
}

} // namespace

void removeLiveTemporaries()
{
    liveTemporaries().removeAll();
}

AtomicFile::AtomicFile(const fs::path& target)
    : m_target(absoluteOf(target))
    , m_temporary(temporaryBeside(m_target))
{
    std::error_code code;
    if (!fs::is_directory(m_target.parent_path(), code))
        throwWriteError(m_target, "the folder does not exist");
    if (fs::is_directory(m_target, code))
        throwWriteError(m_target, "there is a folder of that name");
    if (::access(m_target.parent_path().c_str(), W_OK) != 0)
        throwWriteError(m_target, std::strerror(errno));
    liveTemporaries().add(m_temporary);
}

AtomicFile::~AtomicFile()
{
    if (m_committed)
        return;
    std::error_code ignored;
    fs::remove(m_temporary, ignored);
    liveTemporaries().forget(m_temporary);
}

void AtomicFile::commit()
{
    flushToDisk(m_temporary);
    liveTemporaries().commit(m_temporary, [this] { renameOver(m_temporary, m_target); });
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

AtomicFolder::AtomicFolder(const fs::path& target)
    : m_target(absoluteOf(target).lexically_normal())
{
    if (m_target.filename().empty())
        m_target = m_target.parent_path();
    m_temporary = temporaryBeside(m_target);
    std::error_code code;
    if (fs::exists(m_target, code) && !fs::is_directory(m_target, code))
        throwWriteError(m_target, "there is a file of that name");
    liveTemporaries().add(m_temporary);
    fs::create_directories(m_temporary, code);
    if (code) {
        liveTemporaries().forget(m_temporary);
        throwWriteError(m_target, code.message().c_str());
    }
}

AtomicFolder::~AtomicFolder()
{
    if (m_committed)
        return;
    std::error_code ignored;
    fs::remove_all(m_temporary, ignored);
    liveTemporaries().forget(m_temporary);
}

void AtomicFolder::commit()
{
    for (const auto& entry : fs::recursive_directory_iterator(m_temporary)) {
        if (entry.is_regular_file())
            flushToDisk(entry.path());
    }
    liveTemporaries().commit(m_temporary, [this] { moveIntoPlace(m_temporary, m_target); });
    m_committed = true;
    flushToDisk(m_target.parent_path());
}

} // namespace spacrd
