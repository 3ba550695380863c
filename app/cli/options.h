#pragma once

#include "core/sample/sample.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace spacrd::cli {

/// Options every command accepts.
struct GeneralOptions
{
    bool json = false;
    bool quiet = false;
    std::string device = "auto";
    int threads = 0;                  ///< 0 = all cores
    std::optional<std::int64_t> seed; ///< nothing: the command's own default
};

/// Which general options mean something to a command; the others are accepted and not listed in its help.
enum class Uses
{
    nothing,
    seed,
    device
};

void addGeneralOptions(CLI::App& command, GeneralOptions& options, Uses uses);

/// SAMPLE and the options that name its parts.
struct SampleOptions
{
    std::filesystem::path path;
    std::filesystem::path slide;
    std::filesystem::path positions;
    std::filesystem::path scalefactors;
    std::filesystem::path spots;
    std::string library;
    std::optional<double> slideScale;
    std::string align;
    bool withoutSlide = false;
};

/// `name` is the positional argument as the help shows it: "SAMPLE", "PATH".
void addSampleOptions(CLI::App& command, SampleOptions& options, const std::string& name, const std::string& description);

/// What sampleSources() finds at the path, with the parts named on the command line in their place. Throws Error.
SampleSources sourcesOf(const SampleOptions& options);

/// Throws Error now when `target` could not be written later: nobody wants to hear of it after an hour's work.
void requireWritableFile(const std::filesystem::path& target);
void requireWritableFolder(const std::filesystem::path& target);

} // namespace spacrd::cli
