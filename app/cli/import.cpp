#include "core/slide/import.h"

#include "app/cli/command.h"
#include "app/cli/slidefacts.h"
#include "app/cli/validators.h"

namespace spacrd::cli {

namespace {

struct Options
{
    std::filesystem::path image;
    std::filesystem::path output;
    ImportOptions import;
};

void importPlainImage(const Options& options, Session& session)
{
    importImage(options.image, options.output, options.import, session.task);
    // Opening the result shows that OpenSlide reads it, and tells its size.
    const auto slide = openSlide(options.output);
    Json facts{{"output", options.output.string()}};
    addSlideFacts(facts, &slide->info());
    session.print(facts, slideText(slide->info(), options.output));
}

} // namespace

void addImport(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("import", "Make a tiled pyramid that OpenSlide reads from a plain image");
    const auto options = std::make_shared<Options>();
    command->add_option("IMAGE", options->image, "A JPEG, PNG, TIFF or BigTIFF, 8-bit grey or RGB")->required()->type_name("");
    command->add_option("-o,--output", options->output, "The pyramid to write, a .tif")
        ->required()
        ->check(notEmpty())
        ->type_name("OUT.tif");
    command
        ->add_option("--mpp", options->import.mpp, "Micrometres per pixel to store; without it, what the image says or nothing")
        ->type_name("UM")
        ->check(between(1e-3, 1e3));
    addGeneralOptions(*command, line.general, Uses::nothing);
    command->callback([options, &line] { line.work = [options](Session& session) { importPlainImage(*options, session); }; });
}

} // namespace spacrd::cli
