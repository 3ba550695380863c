#include "core/fusion/train.h"

#include "app/cli/command.h"
#include "app/cli/encoders.h"
#include "app/cli/labels.h"
#include "app/cli/trainingarguments.h"
#include "app/cli/validators.h"
#include "core/fusion/device.h"

#include <fmt/format.h>

#include <algorithm>

namespace spacrd::cli {

namespace {

struct Options
{
    std::vector<std::string> sections;
    std::vector<std::string> heldOut;
    std::filesystem::path output;
    LabelOptions labels;
    EncoderOptions encoder{"builtin", {}};
    TrainOptions train;
    bool halfPrecision = false;
};

/// Reads and checks everything before the first epoch.
std::vector<TrainingSection> openAll(const std::vector<std::string>& arguments, const Options& options, Session& session)
{
    std::vector<TrainingSection> sections;
    for (const std::string& argument : arguments) {
        const auto [path, labels] = splitTrainingArgument(argument);
        SampleSources sources = sampleSources(path);
        sources.withoutSlide = options.encoder.name == "none";
        if (sources.withoutSlide)
            sources.slide.clear();
        TrainingSection section;
        section.sample = openSample(sources, session.task);
        session.warn(section.sample->warnings);
        section.labels = options.labels.read(labels, section.sample->expression().barcodes, session.task);
        sections.push_back(std::move(section));
    }
    return sections;
}

TrainOptions trainOptionsOf(const Options& options, const Session& session)
{
    TrainOptions train = options.train;
    train.encoder = options.encoder.name;
    train.device = resolveDevice(session.general.device);
    train.seed = session.general.seed.value_or(train.seed);
    // The reference's epoch 50 would leave the classifier untrained in a short run: it then starts half-way.
    train.classifierFromEpoch = std::min(train.classifierFromEpoch, train.epochs / 2);
    return train;
}

/// Scores of different sections are not comparable (each is scaled by itself), so each section has its own figures and the
/// model's are their means.
std::vector<std::pair<std::string, double>> evaluateHeldOut(const Model& model, const std::vector<TrainingSection>& heldOut,
                                                            const Options& options, Session& session)
{
    if (heldOut.empty())
        return {};
    Metrics mean;
    const auto share = 1.0 / static_cast<double>(heldOut.size());
    for (const TrainingSection& section : heldOut) {
        DetectOptions how;
        how.device = resolveDevice(session.general.device);
        how.encoder = isEncoderFile(options.encoder.name) ? options.encoder.name : std::string();
        const Detection detection = detectSample(*section.sample, model, how, session.task);
        session.warn(detection.warnings);
        const Metrics metrics = evaluateLabelled(detection.score, detection.probability, section.labels);
        mean.auc += metrics.auc * share;
        mean.ap += metrics.ap * share;
        mean.f1 += metrics.f1 * share;
    }
    return {{"auc", mean.auc}, {"ap", mean.ap}, {"f1", mean.f1}};
}

/// The same weights under a card that tells how the model did on sections it has not seen.
Model withCard(const std::shared_ptr<const Model>& model, const std::string& name,
               std::vector<std::pair<std::string, double>> heldOut)
{
    ModelCard card = model->card();
    if (card.name.empty())
        card.name = name;
    card.heldOut = std::move(heldOut);
    return Model(std::move(card), std::shared_ptr<const Model::Weights>(model, &model->weights()));
}

void report(const Options& options, const ModelCard& card, const Session& session)
{
    Json heldOut = card.heldOut.empty() ? Json(nullptr) : Json::object();
    std::string text = fmt::format("{}: {} genes, {} spots with a label, {} positive\n", options.output.string(),
                                   card.panel.size(), card.trainingSpots, card.trainingPositives);
    for (const auto& [figure, value] : card.heldOut) {
        heldOut[figure] = value;
        text += fmt::format("held-out {} {:.4f}\n", figure == "f1" ? "F1" : figure == "ap" ? "AP" : "AUC", value);
    }
    double seconds = 0.0;
    for (const auto& stage : session.clock.seconds())
        seconds += stage.second;
    const Json object{{"output", options.output.string()},
                      {"genes", card.panel.size()},
                      {"spots", card.trainingSpots},
                      {"positives", card.trainingPositives},
                      {"schedule", card.schedule},
                      {"seed", card.seed},
                      {"seconds", seconds},
                      {"held_out", heldOut}};
    session.print(object, text);
}

void train(const Options& options, Session& session)
{
    requireWritableFile(options.output);
    requireTrust(options.encoder, session.task);
    setComputeThreads(session.general.threads);
    const auto sections = openAll(options.sections, options, session);
    const auto heldOut = openAll(options.heldOut, options, session);
    const auto noteLoss = [&session](const EpochReport& epoch) { session.progress.note(fmt::format("loss {:.4f}", epoch.loss)); };
    const auto trained = trainModel(sections, trainOptionsOf(options, session), {noteLoss, {}}, session.task);
    const Model model = withCard(trained, options.output.stem().string(), evaluateHeldOut(*trained, heldOut, options, session));
    session.task.check();
    saveModel(model, options.output, options.halfPrecision);
    report(options, model.card(), session);
}

void addSchedule(CLI::App& command, TrainOptions& train)
{
    const std::string schedule = "Schedule";
    command.add_option("--genes", train.genes, "Size of the gene panel: the most variable genes of the first section [3000]")
        ->type_name("N")
        ->check(between(1, 100000))
        ->group(schedule);
    command.add_flag("--raw-count-hvg", train.rawCountHvg, "Rank the genes on raw counts, not on their logarithms")
        ->group(schedule);
    command
        .add_option("--epochs", train.epochs,
                    "Epochs of each of the two stages; the classifier learns from epoch 50 of the second, "
                    "or from its half with fewer than 100 [100]")
        ->type_name("N")
        ->check(between(1, 1000000))
        ->group(schedule);
    command
        .add_option("--classifier-from", train.classifierFromEpoch,
                    "Epoch of the second stage from which the classifier learns [50]")
        ->type_name("N")
        ->check(between(0, 1000000))
        ->group(schedule);
    command.add_option("--batch", train.batch, "Spots a step [512]")->type_name("N")->check(between(2, 1000000))->group(schedule);
    command.add_option("--lr", train.learningRate, "Learning rate of Adam [1e-5]")
        ->type_name("RATE")
        ->check(between(1e-12, 1e3))
        ->group(schedule);
}

/// What the published training does not do; every one is off unless named, and named in the card.
void addMethods(CLI::App& command, TrainOptions& train)
{
    const std::string methods = "Departures from the published training, each off by default and named in the model's card";
    const auto share = between(0.0, 0.99);
    command.add_option("--encoder-dropout", train.encoderDropout, "Dropout of the encoders [0.2]")
        ->type_name("P")
        ->check(share)
        ->group(methods);
    command.add_option("--attention-dropout", train.attentionDropout, "Dropout of the attention [0.1]")
        ->type_name("P")
        ->check(share)
        ->group(methods);
    command.add_option("--input-dropout", train.inputDropout, "Share of the expression entries set to 0 in each batch")
        ->type_name("P")
        ->check(share)
        ->group(methods);
    command.add_option("--weight-decay", train.weightDecay, "Decoupled weight decay (AdamW)")
        ->type_name("W")
        ->check(between(0, 1e3))
        ->group(methods);
    command.add_option("--clip", train.clipNorm, "Largest norm of the gradients of a step")
        ->type_name("NORM")
        ->check(between(0, 1e9))
        ->group(methods);
    command
        .add_option("--average", train.averageDecay,
                    "Decay of a moving average of the weights, which the model then is, like 0.99")
        ->type_name("D")
        ->check(between(0, 0.999999))
        ->group(methods);
    command
        .add_option("--patience", train.patience,
                    "Stop after N epochs without a better AUC on the --validate sections, keep the best")
        ->type_name("N")
        ->check(between(1, 1000000))
        ->group(methods);
    command.add_flag("--mixed-precision", train.mixedPrecision, "bfloat16 products on CUDA; of no effect on the CPU")
        ->group(methods);
}

} // namespace

void addTrain(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("train", "Train a model from sections with labels");
    const auto options = std::make_shared<Options>();
    const auto check = CLI::Validator([](std::string& argument) { return wrongTrainingArgument(argument); }, "");
    command
        ->add_option("SAMPLE:LABELS", options->sections, "Sections with their label tables; a .json sample file can name a slide")
        ->required()
        ->type_name("")
        ->check(check);
    command->add_option("--holdout", options->heldOut, "A section to measure the model on, never trained on; repeatable")
        ->type_name("SAMPLE:LABELS")
        ->allow_extra_args(false)
        ->check(check);
    command->add_option("-o,--output", options->output, "The model to write")->required()->type_name("MODEL.spacrd");
    addLabelOptions(*command, options->labels);
    addEncoderOptions(*command, options->encoder, "builtin, none (expression alone), or a TorchScript file [builtin]");
    command->add_flag("--half", options->halfPrecision, "Write weights in half precision: half the size, errors of about 1e-3");
    addSchedule(*command, options->train);
    addMethods(*command, options->train);
    addGeneralOptions(*command, line.general, Uses::device);
    command->footer("LABELS: a table with a barcode column (or legacy x and y) and a label column of 0/1, true/false, or class\n"
                    "names with --positive. Spots without a label serve as neighbours only.");
    command->callback([options, &line] { line.work = [options](Session& session) { train(*options, session); }; });
}

} // namespace spacrd::cli
