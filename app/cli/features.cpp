#include "app/cli/command.h"
#include "app/cli/encoders.h"
#include "app/cli/validators.h"
#include "core/fusion/device.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace spacrd::cli {

namespace {

struct Options
{
    SampleOptions sample;
    std::filesystem::path output;
    EncoderOptions encoder{"builtin", {}};
};

void features(const Options& options, Session& session)
{
    requireWritableFile(options.output);
    setComputeThreads(session.general.threads);
    const auto encoder = openEncoder(options.encoder, session.task);
    const auto sample = openSample(sourcesOf(options.sample), session.task);
    session.warn(sample->warnings);
    const FeatureMatrix features = imageFeatures(*sample, *encoder, session.task);
    writeFeatures(options.output, features, sample->expression().barcodes, encoder->identity());

    const Json written{{"output", options.output.string()},
                       {"spots", features.rows()},
                       {"dimension", features.cols()},
                       {"encoder", encoder->identity().id}};
    session.print(written, fmt::format("{}: {} spots × {} features of {}\n", options.output.string(), features.rows(),
                                       features.cols(), encoder->identity().id));
}

} // namespace

void addFeatures(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("features", "Write the image features of every spot");
    const auto options = std::make_shared<Options>();
    addSampleOptions(*command, options->sample, "SAMPLE",
                     "A Space Ranger outs folder, a legacy-ST counts table, or a .json sample file; with an image");
    command->add_option("-o,--output", options->output, "The HDF5 file to write")
        ->required()
        ->check(notEmpty())
        ->type_name("F.h5");
    addEncoderOptions(*command, options->encoder, "builtin, or a TorchScript file [builtin]");
    addGeneralOptions(*command, line.general, Uses::device);
    command->callback([options, &line] {
        if (options->encoder.name == "none")
            throw CLI::ValidationError("--encoder", "features need an encoder: builtin or a TorchScript file");
        line.work = [options](Session& session) { features(*options, session); };
    });
}

} // namespace spacrd::cli
