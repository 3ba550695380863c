#include "app/cli/options.h"
#include "app/cli/validators.h"

#include "core/base/atomicfile.h"
#include "core/fusion/device.h"

namespace spacrd::cli {

namespace {

std::string wrongDevice(const std::string& word)
{
    return isDeviceName(word) ? std::string() : word + " is no device; there are auto, cpu, cuda and cuda:N";
}

} // namespace

void addGeneralOptions(CLI::App& command, GeneralOptions& options, Uses uses)
{
    const std::string general = "General";
    const std::string seedGroup = uses == Uses::nothing ? "" : general;
    const std::string deviceGroup = uses == Uses::device ? general : "";
    command.add_flag("--json", options.json, "Print the result as JSON")->group(general);
    command.add_flag("--quiet,-q", options.quiet, "Show no progress")->group(general);
    command.add_option("--device", options.device, "Where the network runs: auto, cpu, cuda or cuda:N [auto]")
        ->type_name("DEVICE")
        ->check(CLI::Validator([](std::string& word) { return wrongDevice(word); }, ""))
        ->group(deviceGroup);
    command.add_option("--threads", options.threads, "Processor threads of the network; 0 = all cores [0]")
        ->type_name("N")
        ->check(between(0, 4096))
        ->group(deviceGroup);
    command.add_option("--seed", options.seed, "Start of the random numbers: same seed, device and threads, same bytes")
        ->type_name("N")
        ->group(seedGroup);
}

void addSampleOptions(CLI::App& command, SampleOptions& options, const std::string& name, const std::string& description)
{
    const std::string parts = "Parts of the sample that are not where its format puts them";
    command.add_option(name, options.path, description)->required()->type_name("");
    command.add_option("--slide", options.slide, "The section's image: a whole-slide image, or JPEG, PNG, TIFF")
        ->type_name("FILE")
        ->group(parts);
    command
        .add_option("--slide-scale", options.slideScale,
                    "Slide pixels per full-resolution pixel, where the slide is a reduced copy (0.2876 = 28.76 % of the size)")
        ->type_name("SCALE")
        ->check(between(1e-6, 1e6))
        ->group(parts);
    command
        .add_option("--align", options.align,
                    "Change how the spots lie on the slide: suggested (what a warning names first), rotate-90 (clockwise), "
                    "rotate-180, rotate-270, flip-x, flip-y, transpose, transverse, or another name that a warning gives")
        ->type_name("NAME")
        ->group(parts);
    command.add_flag("--no-slide", options.withoutSlide, "Use the expression alone; do not look for an image")->group(parts);
    command.add_option("--positions", options.positions, "Space Ranger's tissue positions")->type_name("FILE")->group(parts);
    command.add_option("--scalefactors", options.scalefactors, "Space Ranger's scalefactors_json.json")
        ->type_name("FILE")
        ->group(parts);
    command.add_option("--spots", options.spots, "Spot table of a legacy-ST section")->type_name("FILE")->group(parts);
    command
        .add_option("--library", options.library,
                    "Which section, where there are several: a library of an .h5ad, a bin size of Visium HD (square_016um)")
        ->type_name("NAME")
        ->group(parts);
}

SampleSources sourcesOf(const SampleOptions& options)
{
    SampleSources sources = sampleSources(options.path);
    if (!options.slide.empty())
        sources.slide = options.slide;
    if (options.slideScale) {
        sources.slideScale = options.slideScale;
        sources.alignment.reset();
    }
    sources.align = options.align;
    if (!options.positions.empty())
        sources.section.positions = options.positions;
    if (!options.scalefactors.empty())
        sources.section.scalefactors = options.scalefactors;
    if (!options.spots.empty())
        sources.section.spots = options.spots;
    if (!options.library.empty())
        sources.section.library = options.library;
    if (options.withoutSlide) {
        sources.slide.clear();
        sources.withoutSlide = true;
    }
    return sources;
}

void requireWritableFile(const std::filesystem::path& target)
{
    const AtomicFile attempt(target);
}

void requireWritableFolder(const std::filesystem::path& target)
{
    const AtomicFolder attempt(target);
}

} // namespace spacrd::cli
