#include "core/fusion/detect.h"

#include "app/cli/command.h"
#include "app/cli/devices.h"
#include "app/cli/encoders.h"
#include "app/cli/validators.h"
#include "core/base/error.h"
#include "core/base/table.h"
#include "core/exchange/labels.h"
#include "core/exchange/results.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace spacrd::cli {

namespace {

struct Options
{
    SampleOptions sample;
    std::filesystem::path model;
    std::filesystem::path output;
    std::string threshold = "auto";
    std::string formats = "csv,geojson,png";
    EncoderOptions encoder;
    ResultFiles files;
};

/// Of --formats. Throws CLI::ValidationError on a name that is not there (yet).
ResultFiles filesOf(const std::string& formats)
{
    ResultFiles files{false, false, false, true};
    for (const std::string& format : splitNames(formats)) {
        if (format == "csv")
            files.scores = true;
        else if (format == "geojson")
            files.regions = true;
        else if (format == "png")
            files.overlay = true;
        else if (format == "h5ad")
            files.annData = true;
        else if (format == "tiff-mask" || format == "loupe" || format == "report")
            throw CLI::ValidationError("--formats", format + " arrives in a later version; there are csv, geojson, png and h5ad");
        else
            throw CLI::ValidationError("--formats",
                                       "there is no format named " + format + "; there are csv, geojson, png and h5ad");
    }
    return files;
}

/// The rules decide() knows; a wrong one is a mistake on the command line and told before any work.
std::string wrongThreshold(const std::string& rule)
{
    const std::string prefix = "percentile:";
    const bool percentile = rule.starts_with(prefix);
    const std::optional<double> number = toDouble(percentile ? rule.substr(prefix.size()) : rule);
    const bool known = rule == "auto" || rule == "gmm" || (number && *number >= 0.0 && *number <= (percentile ? 100.0 : 1.0));
    return known ? std::string() : rule + " is none of auto, gmm, percentile:Q (0 to 100) and a number from 0 to 1";
}

/// The TorchScript encoder to read, trusted by now; empty when the model has the built-in one or none, or the sample no slide.
std::string encoderFileFor(const ModelCard& card, const Sample& sample, const EncoderOptions& options, const Task& task)
{
    if (!card.encoder || card.encoder->sha256.empty() || !sample.slide)
        return {};
    if (options.name.empty())
        throw Error(Text(SPACRD_TR("core", "The model needs the image encoder %1 it was trained with."), {card.encoder->id}), {},
                    SPACRD_TR("core", "name its TorchScript file with --encoder, or use --no-slide"));
    requireTrust(options, task);
    return options.name;
}

Provenance provenanceOf(const Options& options, const std::string& device, const Model& model, const Sample& sample,
                        const Session& session)
{
    Provenance provenance;
    provenance.modelFile = options.model;
    provenance.modelName = model.card().name;
    provenance.device = device;
    provenance.threads = session.general.threads;
    provenance.seed = session.general.seed.value_or(0);
    provenance.inputs = {{"model", options.model}, {"sample", options.sample.path}};
    if (!sample.image.empty())
        provenance.inputs["slide"] = sample.image;
    return provenance;
}

void report(const Options& options, const ComputeDevice& device, const Result& result, const Session& session)
{
    const auto positives = std::count(result.decision.classes.begin(), result.decision.classes.end(), 1);
    const auto spots = result.decision.classes.size();
    Json warnings = Json::array();
    for (const Text& warning : result.detection.warnings)
        warnings.push_back(warning.english());
    const Json object{{"output", options.output.string()},
                      {"spots", spots},
                      {"positives", positives},
                      {"method", result.decision.method},
                      {"threshold", result.decision.threshold},
                      {"regions", result.regions.size()},
                      {"device", device.title()},
                      {"used_image", result.detection.usedImage},
                      {"used_expression", result.detection.usedExpression},
                      {"missing_genes", result.detection.genes.missing.size()},
                      {"warnings", warnings}};
    session.print(object, fmt::format("{} of {} spots are cancer ({} ≥ {:.4g}), in {} regions; run on {}\n{}\n", positives, spots,
                                      result.decision.onProbability ? "probability" : "score", result.decision.threshold,
                                      result.regions.size(), device.title(), options.output.string()));
}

void detectIn(const Options& options, Session& session)
{
    requireWritableFolder(options.output);
    const ComputeDevice device = deviceFor(session);
    setComputeThreads(session.general.threads);
    const auto model = loadModel(options.model);
    const auto sample = openSample(sourcesOf(options.sample), session.task);
    session.warn(sample->warnings);
    DetectOptions how;
    how.device = device.name;
    how.encoder = encoderFileFor(model->card(), *sample, options.encoder, session.task);
    tellDevice(device, session);
    Detection detection = detectSample(*sample, *model, how, session.task);
    const Result result = decideResult(sample, std::move(detection), options.threshold);
    if (!result.detection.genes.missing.empty())
        session.warn({genesSentence(result.detection.genes)});
    session.warn(result.detection.warnings);
    session.warn(result.decision.notes);

    Provenance provenance = provenanceOf(options, device.name, *model, *sample, session);
    provenance.secondsPerStage = session.clock.seconds();
    writeResult(result, provenance, options.files, options.output, session.task);
    report(options, device, result, session);
}

} // namespace

void addDetect(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("detect", "Find the cancer regions of a sample");
    const auto options = std::make_shared<Options>();
    addSampleOptions(*command, options->sample, "SAMPLE",
                     "A Space Ranger outs folder, a Xenium folder, an .h5ad, a legacy-ST counts table, or a .json sample file");
    command->add_option("-m,--model", options->model, "The model, a .spacrd file")->required()->type_name("MODEL");
    command->add_option("-o,--output", options->output, "The folder to write; files of an earlier run in it are replaced")
        ->required()
        ->check(notEmpty())
        ->type_name("DIR");
    command
        ->add_option(
            "--threshold", options->threshold,
            "When a spot is cancer: auto (probability ≥ 0.5), gmm or percentile:Q (on the score), or a probability [auto]")
        ->type_name("RULE")
        ->check(CLI::Validator([](std::string& rule) { return wrongThreshold(rule); }, ""));
    command->add_option("--formats", options->formats, "What to write: csv, geojson, png, h5ad [csv,geojson,png]")
        ->type_name("LIST");
    addEncoderOptions(*command, options->encoder, "The TorchScript encoder of a model that was trained with one");
    addGeneralOptions(*command, line.general, Uses::device);
    command->footer("Writes scores.csv, attention.csv (csv), regions.geojson (geojson), overlay.png (png), "
                    "detection.h5ad\n(h5ad) and always run.json.");
    command->callback([options, &line] {
        options->files = filesOf(options->formats);
        line.work = [options](Session& session) { detectIn(*options, session); };
    });
}

} // namespace spacrd::cli
