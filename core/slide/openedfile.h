#pragma once

// Private to core/slide.

#include "core/slide/slide.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// Whether a path still leads to the content that was there when this was made.
///
/// A longer file is another one. One that was written since, or took the name of the old one, is known by samples of its content:
/// a copy that was put back is the same slide, whatever its time. Thread-safe.
class OpenedFile
{
public:
    /// Throws nothing: of a file that is not there every later one differs.
    explicit OpenedFile(std::filesystem::path path);

    /// Asks the disk. One question where nothing was touched, some small reads otherwise.
    FileState state() const;

private:
    /// What changes when a file is written or another takes its name.
    struct Trace
    {
        std::uint64_t device = 0;
        std::uint64_t number = 0;
        std::uint64_t bytes = 0;
        std::int64_t seconds = 0;
        std::int64_t nanoseconds = 0;

        bool operator==(const Trace&) const = default;
    };

    static std::optional<Trace> traceOf(const std::filesystem::path& path);

    const std::filesystem::path m_path;
    std::uint64_t m_bytes = 0;
    std::vector<std::string> m_samples; // empty when it could not be read
    mutable std::mutex m_mutex;         // guards m_known
    mutable Trace m_known;              // the latest that was found to be of the same content
};

} // namespace spacrd
