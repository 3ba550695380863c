#include "core/phantom/phantom.h"

#include "app/cli/command.h"
#include "app/cli/validators.h"

namespace spacrd::cli {

namespace {

struct Options
{
    std::filesystem::path output;
    PhantomOptions phantom;
};

Platform platformOf(const std::string& name)
{
    for (const Platform platform : {Platform::visium, Platform::visiumHd, Platform::legacySt, Platform::xenium}) {
        if (name == platformName(platform))
            return platform;
    }
    throw CLI::ValidationError("--platform",
                               "there is no platform named " + name + "; there are visium, visium-hd, st and xenium");
}

void phantom(const Options& options, Session& session)
{
    PhantomOptions phantom = options.phantom;
    phantom.seed = static_cast<std::uint64_t>(session.general.seed.value_or(static_cast<std::int64_t>(phantom.seed)));
    requireWritableFolder(options.output);
    writePhantom(options.output, phantom, session.task);

    const bool table = phantom.platform == Platform::legacySt;
    const std::filesystem::path sample = options.output / (table ? "counts.tsv.gz" : "outs");
    const std::filesystem::path slide = options.output / (table ? "image.tif" : "slide.tif");
    const std::filesystem::path labels = options.output / "truth.csv";
    const Json written{{"output", options.output.string()},
                       {"sample", sample.string()},
                       {"slide", slide.string()},
                       {"labels", labels.string()},
                       {"regions", (options.output / "truth.geojson").string()},
                       {"platform", platformName(phantom.platform)},
                       {"seed", phantom.seed}};
    session.print(written, "sample " + sample.string() + "\nslide  " + slide.string() + "\nlabels " + labels.string() + "\n");
}

} // namespace

void addPhantom(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("phantom", "Write a synthetic section with known tumour, to try the program on");
    const auto options = std::make_shared<Options>();
    const auto platform = std::make_shared<std::string>(platformName(Platform::visium));
    PhantomOptions& phantomOptions = options->phantom;
    command->add_option("-o,--output", options->output, "The folder to write")->required()->check(notEmpty())->type_name("DIR");
    command->add_option("--platform", *platform, "visium, visium-hd (bins of 8 µm), st or xenium [visium]")->type_name("NAME");
    command->add_option("--spots", phantomOptions.spots, "About so many spots in tissue; 0 = what fits the slide [0]")
        ->type_name("N")
        ->check(between(0, 1000000));
    command->add_option("--genes", phantomOptions.genes, "Genes of the matrix [2000]")->type_name("N")->check(between(50, 60000));
    command
        ->add_option("--width", phantomOptions.width,
                     "Width of the slide in pixels; 0 = as wide as high, or what the spots need [0]")
        ->type_name("PX")
        ->check(between(0, 200000));
    command
        ->add_option("--height", phantomOptions.height,
                     "Height of the slide in pixels; 0 = as high as wide, or what the spots need [0]")
        ->type_name("PX")
        ->check(between(0, 200000));
    command->add_option("--tumour-fraction", phantomOptions.tumourFraction, "Part of the tissue that is tumour, 0 to 0.9 [0.3]")
        ->type_name("F")
        ->check(between(0.0, 0.9));
    command
        ->add_option("--batch-effect", phantomOptions.batchEffect,
                     "Shift of genes and stain against other seeds, 0 (none) to 1 (strong) [0]")
        ->type_name("F")
        ->check(between(0.0, 1.0));
    addGeneralOptions(*command, line.general, Uses::seed);
    command->callback([options, platform, &line] {
        options->phantom.platform = platformOf(*platform);
        line.work = [options](Session& session) { phantom(*options, session); };
    });
}

} // namespace spacrd::cli
