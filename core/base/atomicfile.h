#pragma once

#include <filesystem>
#include <string_view>

namespace spacrd {

/// A file being written: a temporary beside its target that becomes the target in one step, or vanishes.
///
/// For libraries that write by path (HDF5, libvips, TIFF): write to temporary(), close, then commit().
/// The destructor removes a temporary that was not committed, so a throw or a cancel leaves nothing behind.
class AtomicFile
{
public:
    /// Throws Error when the target's folder does not exist or cannot be written.
    explicit AtomicFile(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    const std::filesystem::path& temporary() const { return m_temporary; }

    /// Flushes the temporary to disk and renames it over the target. Throws Error; the old file is then intact.
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    bool m_committed = false;
};

/// Writes `bytes` to `target` whole or not at all. Throws Error.
void writeFile(const std::filesystem::path& target, std::string_view bytes);

/// A folder being filled: files go to temporary(), and commit() moves them all into the target.
///
/// A target that does not exist yet appears in one rename; into an existing one each file is renamed over its old self.
/// The destructor removes what was not committed.
class AtomicFolder
{
public:
    explicit AtomicFolder(const std::filesystem::path& target);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    const std::filesystem::path& temporary() const { return m_temporary; }
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    bool m_committed = false;
};

/// Removes every temporary of this process that is not committed, for a program that must end at once (a second Ctrl-C, a
/// library that does not hear the first). Afterwards constructors and commit() throw Cancelled; the caller ends the process.
/// Waits for a commit() that is already renaming, so that a folder is never left half moved. Callable from any thread.
void removeLiveTemporaries();

} // namespace spacrd
