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
/// Only those that can be read, the last of them in part.
std::vector<std::string> samplesOf(const fs::path& path, std::uint64_t bytes)
{
    const RandomFile file(path);
    std::vector<std::string> samples;
    std::array<unsigned char, sampleBytes> sample{};
    const std::uint64_t last = bytes > sampleBytes ? bytes - sampleBytes : 0;
    for (std::uint64_t i = 0; file.isOpen() && i < sampleCount; ++i) {
        const std::uint64_t offset = last / (sampleCount - 1) * i + last % (sampleCount - 1) * i / (sampleCount - 1);
        const size_t read = file.read(offset, sample);
        samples.emplace_back(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(read));
        if (read != std::min(sampleBytes, bytes))
            break;
    }
    return samples;
}

bool isPartOf(const std::vector<std::string>& samples, const std::vector<std::string>& whole)
{
    if (samples.size() > whole.size())
        return false;
    return std::equal(samples.begin(), samples.end(), whole.begin(),
                      [](const std::string& part, const std::string& all) { return all.starts_with(part); });
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
    if (m_samples.empty() || !isPartOf(samples, m_samples))
        return FileState::changed;
    if (trace->bytes < m_bytes)
        return FileState::cutShort;
    if (samples != m_samples)
        return FileState::changed;
    const std::lock_guard lock(m_mutex);
    m_known = *trace;
    return FileState::asOpened;
}

} // namespace spacrd
