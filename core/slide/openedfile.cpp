#include "core/slide/openedfile.h"

#include "core/base/randomfile.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <sys/stat.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t sampleCount = 16;
constexpr std::uint64_t sampleBytes = 4096;

/// Of the begin, where a slide says what it is, of the end, and of places between, of a file that had `bytes` when it was opened.
/// Only those that can be read; the others are at the end.
std::vector<std::string> samplesOf(const fs::path& path, std::uint64_t bytes)
{
    const RandomFile file(path);
    std::vector<std::string> samples;
    std::array<unsigned char, sampleBytes> sample{};
    const std::uint64_t last = bytes > sampleBytes ? bytes - sampleBytes : 0;
    for (std::uint64_t i = 0; file.isOpen() && i < sampleCount; ++i) {
        const std::uint64_t offset = last / (sampleCount - 1) * i + last % (sampleCount - 1) * i / (sampleCount - 1);
        if (file.read(offset, sample) != std::min(sampleBytes, bytes))
            break;
        samples.emplace_back(sample.begin(), sample.end());
    }
    return samples;
}

} // namespace

OpenedFile::OpenedFile(fs::path path)
    : m_path(std::move(path))
{
    if (const auto trace = traceOf(m_path)) {
        m_known = *trace;
        m_bytes = trace->bytes;
        m_samples = samplesOf(m_path, m_bytes);
    }
}

std::optional<OpenedFile::Trace> OpenedFile::traceOf(const fs::path& path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    return Trace{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
                 status.st_mtim.tv_nsec};
}

FileState OpenedFile::state() const
{
    const auto trace = traceOf(m_path);
    if (!trace)
        return FileState::gone;
    {
        const std::lock_guard lock(m_mutex);
        if (*trace == m_known)
            return FileState::asOpened;
    }
    const std::vector<std::string> samples = trace->bytes <= m_bytes ? samplesOf(m_path, m_bytes) : std::vector<std::string>();
    if (m_samples.empty() || samples.size() > m_samples.size() || !std::equal(samples.begin(), samples.end(), m_samples.begin()))
        return FileState::changed;
    if (trace->bytes < m_bytes)
        return FileState::cutShort;
    if (samples.size() < m_samples.size())
        return FileState::changed;
    const std::lock_guard lock(m_mutex);
    m_known = *trace;
    return FileState::asOpened;
}

} // namespace spacrd
