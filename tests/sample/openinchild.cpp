#include "tests/sample/openinchild.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/sample/sample.h"
#include "tests/support/files.h"

#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

constexpr unsigned longestSeconds = 20;

void giveUpRights()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    ::syscall(SYS_capset, &header, &none);
}

std::uintmax_t peakBytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uintmax_t>(usage.ru_maxrss) * 1024;
}

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// What goes through the pipe: numbers, and the lengths of the texts that follow.
struct Message
{
    size_t spots = 0;
    size_t genes = 0;
    double counts = 0.0;
    bool finite = true;
    double seconds = 0.0;
    std::uintmax_t memoryBytes = 0;
    size_t death = 0;
    size_t line = 0;
    size_t file = 0;
};

bool isFinite(const Sample& sample)
{
    const auto sane = [](double value) { return std::isfinite(value) && value >= 0.0; };
    const SpatialSection& section = sample.section;
    return sane(section.mpp.value_or(0.0)) && sane(section.spotPitchFullresPx) && sane(section.spotDiameterFullresPx)
           && sane(section.image.scale) && sane(sample.alignment.scale()) && sane(sample.level0Mpp().value_or(0.0))
           && sane(sample.spotDiameterLevel0Px())
           && std::all_of(section.spots.begin(), section.spots.end(),
                          [](const Spot& spot) { return std::isfinite(spot.fullres.x) && std::isfinite(spot.fullres.y); });
}

Outcome openHere(const fs::path& path)
{
    Outcome outcome;
    const std::uintmax_t before = peakBytes();
    const double start = processorSeconds();
    try {
        Task task;
        SampleSources sources = sampleSources(path);
        sources.withoutSlide = true;
        const auto sample = openSample(sources, task);
        outcome.spots = sample->spots().size();
        outcome.genes = sample->expression().genes.size();
        outcome.counts = static_cast<double>(sample->expression().counts.sum());
        outcome.finite = isFinite(*sample) && sample->expression().barcodes.size() == outcome.spots;
    } catch (const Error& error) {
        outcome.line = error.what();
        outcome.file = error.file().string();
    } catch (const std::exception& error) {
        outcome.death = std::string("another exception: ") + error.what();
    }
    outcome.seconds = processorSeconds() - start;
    outcome.memoryBytes = peakBytes() - before;
    return outcome;
}

void writeAll(int pipe, const void* bytes, size_t size)
{
    const char* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t written = ::write(pipe, from, size);
        if (written <= 0)
            ::_exit(1);
        from += written;
        size -= static_cast<size_t>(written);
    }
}

[[noreturn]] void childMain(const fs::path& path, int pipe)
{
    giveUpRights();
    ::alarm(longestSeconds);
    const Outcome outcome = openHere(path);
    const Message message{outcome.spots,       outcome.genes,        outcome.counts,      outcome.finite,     outcome.seconds,
                          outcome.memoryBytes, outcome.death.size(), outcome.line.size(), outcome.file.size()};
    const std::string texts = outcome.death + outcome.line + outcome.file;
    writeAll(pipe, &message, sizeof message);
    writeAll(pipe, texts.data(), texts.size());
    ::_exit(0);
}

std::string readAll(int pipe)
{
    std::string all;
    char block[4096];
    for (ssize_t size = 0; (size = ::read(pipe, block, sizeof block)) > 0;)
        all.append(block, static_cast<size_t>(size));
    return all;
}

Outcome parse(const std::string& bytes)
{
    Message message;
    if (bytes.size() < sizeof message) {
        Outcome outcome;
        outcome.death = "nothing was said";
        return outcome;
    }
    std::memcpy(&message, bytes.data(), sizeof message);
    const std::string texts = bytes.substr(sizeof message);
    return {texts.substr(0, message.death),
            texts.substr(message.death, message.line),
            texts.substr(message.death + message.line),
            message.spots,
            message.genes,
            message.counts,
            message.finite,
            message.seconds,
            0,
            message.memoryBytes};
}

/// The bytes of the files; folders that may not be read may be again, so that they can be removed.
std::uintmax_t bytesIn(const fs::path& folder)
{
    std::uintmax_t bytes = 0;
    std::error_code code;
    for (auto entry = fs::recursive_directory_iterator(folder, code); !code && entry != fs::end(entry); entry.increment(code)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
            fs::permissions(entry->path(), fs::perms::owner_all, ignored);
        else if (entry->symlink_status(ignored).type() == fs::file_type::regular)
            bytes += entry->file_size(ignored);
    }
    return bytes;
}

} // namespace

Outcome openInChild(const MalformedSection& section)
{
    const TemporaryFolder folder;
    section.write(folder.path());
    int pipe[2];
    if (::pipe(pipe) != 0)
        stopTest("no pipe could be made");
    const pid_t child = ::fork();
    if (child < 0)
        stopTest("no process could be started");
    if (child == 0) {
        ::close(pipe[0]);
        childMain(section.path.empty() ? folder.path() : folder.path() / section.path, pipe[1]);
    }
    ::close(pipe[1]);
    const std::string said = readAll(pipe[0]);
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    Outcome outcome = parse(said);
    if (WIFSIGNALED(status))
        outcome.death = "signal " + std::to_string(WTERMSIG(status));
    outcome.fileBytes = bytesIn(folder.path());
    return outcome;
}

} // namespace spacrd::test
