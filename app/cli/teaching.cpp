#include "app/cli/teaching.h"

#include "app/cli/devices.h"
#include "app/cli/trainingarguments.h"
#include "app/cli/validators.h"
#include "core/fusion/ablation.h"

#include <fmt/format.h>

#include <set>

namespace spacrd::cli {

namespace {

/// The same weights under a card that tells how the model did on sections it has not seen.
Model withCard(const std::shared_ptr<const Model>& model, const std::string& name, const std::vector<HeldOutSection>& heldOut,
               std::vector<AblationLine> ablation)
{
    ModelCard card = model->card();
    card.ablation = std::move(ablation);
    if (card.name.empty())
        card.name = name;
    card.heldOutOn.clear();
    for (const HeldOutSection& section : heldOut)
        card.heldOutOn.push_back(section.name);
    card.heldOut = meanOfNetwork(heldOut);
    card.baseline = meanOfBaseline(heldOut);
    return Model(std::move(card), std::shared_ptr<const Model::Weights>(model, &model->weights()));
}

Json figures(const NamedFigures& named)
{
    Json object = named.empty() ? Json(nullptr) : Json::object();
    for (const auto& [name, value] : named)
        object[name] = value;
    return object;
}

Json figures(const Metrics& metrics)
{
    return Json{{"auc", metrics.auc}, {"ap", metrics.ap}, {"f1", metrics.f1}};
}

std::string heldOutText(const std::vector<HeldOutSection>& heldOut)
{
    if (heldOut.empty())
        return {};
    std::string text = fmt::format("{:<24} {:>8} {:>8} {:>8}   logistic regression: {:>8} {:>8} {:>8}\n", "held out", "AUC", "AP",
                                   "F1", "AUC", "AP", "F1");
    for (const HeldOutSection& section : heldOut) {
        text += fmt::format("{:<24} {:>8.4f} {:>8.4f} {:>8.4f}", section.name, section.network.auc, section.network.ap,
                            section.network.f1);
        if (section.baseline)
            text += fmt::format("   {:>20} {:>8.4f} {:>8.4f} {:>8.4f}", "", section.baseline->auc, section.baseline->ap,
                                section.baseline->f1);
        text += '\n';
    }
    return text;
}

std::string ablationText(const std::vector<AblationLine>& ablation)
{
    std::string text = ablation.empty() ? "" : "mean AUC on the held-out sections\n";
    for (const AblationLine& line : ablation)
        text += fmt::format("{:>8.4f}  {}\n", line.auc, line.change);
    return text;
}

void report(const TeachingOptions& options, const ModelCard& card, const std::vector<HeldOutSection>& heldOut,
            const Session& session)
{
    double seconds = 0.0;
    for (const auto& stage : session.clock.seconds())
        seconds += stage.second;
    Json sections = Json::array();
    for (const HeldOutSection& section : heldOut) {
        sections.push_back({{"section", section.name},
                            {"network", figures(section.network)},
                            {"baseline", section.baseline ? figures(*section.baseline) : Json(nullptr)}});
    }
    Json ablation = Json::array();
    for (const AblationLine& line : card.ablation)
        ablation.push_back({{"change", line.change}, {"auc", line.auc}});
    const Json object{{"output", options.output.string()},
                      {"genes", card.panel.size()},
                      {"spots", card.trainingSpots},
                      {"positives", card.trainingPositives},
                      {"schedule", card.schedule},
                      {"methods", card.methods},
                      {"seed", card.seed},
                      {"seconds", seconds},
                      {"held_out", figures(card.heldOut)},
                      {"baseline", figures(card.baseline)},
                      {"held_out_sections", sections},
                      {"ablation", ablation}};
    const std::string text = fmt::format("{}: {} genes, {} spots with a label, {} positive\n", options.output.string(),
                                         card.panel.size(), card.trainingSpots, card.trainingPositives)
                             + heldOutText(heldOut) + ablationText(card.ablation);
    session.print(object, text);
}

CLI::Validator trainingArgument()
{
    return {[](std::string& argument) { return wrongTrainingArgument(argument); }, ""};
}

} // namespace

void addSections(CLI::App& command, const std::string& name, std::vector<std::string>& sections, const std::string& what)
{
    command.add_option(name, sections, what)->type_name("SAMPLE:LABELS")->allow_extra_args(false)->check(trainingArgument());
}

void addTeachingOptions(CLI::App& command, TeachingOptions& options, const std::string& encoders)
{
    command.add_option("SECTION", options.sections, "Sections with their label tables; a .json sample file can name a slide")
        ->required()
        ->type_name("SAMPLE:LABELS")
        ->check(trainingArgument());
    addSections(command, "--validate", options.validation,
                "A section never trained on whose labels set the model's temperature (how sure it is), and its best epoch with "
                "--patience; repeatable");
    addSections(command, "--holdout", options.heldOut, "A section to measure the model on, not trained on; repeatable");
    command.add_option("-o,--output", options.output, "The model to write")
        ->required()
        ->check(notEmpty())
        ->type_name("MODEL.spacrd");
    addLabelOptions(command, options.labels);
    addEncoderOptions(command, options.encoder, encoders);
    command.add_flag("--half", options.halfPrecision, "Write weights in half precision: half the size, errors of about 1e-3");
    command
        .add_option("--checkpoint-every", options.checkpointEvery,
                    "Keep MODEL.spacrd.checkpoint, from which --resume goes on, every N epochs [0: never]")
        ->type_name("N")
        ->check(between(0, 1000000));
    command.add_flag("--resume", options.resume, "Go on from MODEL.spacrd.checkpoint when it is there, with the same result");
}

void requireApart(const TeachingOptions& options, const std::vector<std::string>& replayed)
{
    std::set<std::filesystem::path> seen;
    const auto take = [&seen](const char* option, const std::vector<std::string>& sections) {
        for (const std::string& argument : sections) {
            std::error_code ignored;
            const std::filesystem::path sample = splitTrainingArgument(argument).sample;
            if (!seen.insert(std::filesystem::weakly_canonical(std::filesystem::absolute(sample, ignored), ignored)).second)
                throw CLI::ValidationError(option, sample.string() + " is named already; a section has one part in a training");
        }
    };
    take("SECTION", options.sections);
    take("--replay", replayed);
    const auto taught = seen;
    take("--validate", options.validation);
    if (options.train.patience == 0) // their labels then choose no epoch, and a temperature changes no rank
        seen = taught;
    take("--holdout", options.heldOut);
}

void addSchedule(CLI::App& command, TrainOptions& train, const std::string& epochs, const std::string& learningRate)
{
    const std::string schedule = "Schedule";
    command.add_option("--epochs", train.epochs, epochs)->type_name("N")->check(between(1, 1000000))->group(schedule);
    command.add_option("--batch", train.batch, "Spots a step [512]")->type_name("N")->check(between(2, 1000000))->group(schedule);
    command.add_option("--lr", train.learningRate, "Learning rate of Adam [" + learningRate + "]")
        ->type_name("RATE")
        ->check(between(1e-12, 1e3))
        ->group(schedule);
}

void addMethods(CLI::App& command, TrainOptions& train)
{
    const auto share = between(0.0, 0.99);
    const auto add = [&](const char* name, auto& value, const char* what, const char* type, const CLI::Validator& check) {
        command.add_option(name, value, what)->type_name(type)->check(check)->group(departuresGroup);
    };
    add("--encoder-dropout", train.encoderDropout, "Dropout of the encoders [0.2]", "P", share);
    add("--attention-dropout", train.attentionDropout, "Dropout of the attention [0.1]", "P", share);
    add("--input-dropout", train.inputDropout, "Share of the expression entries set to 0 in each batch", "P", share);
    add("--weight-decay", train.weightDecay, "Decoupled weight decay (AdamW)", "W", between(0, 1e3));
    add("--clip", train.clipNorm, "Largest norm of the gradients of a step", "NORM", between(0, 1e9));
    add("--average", train.averageDecay, "Decay of a moving average of the weights, which the model then is, like 0.99", "D",
        between(0, 0.999999));
    add("--patience", train.patience, "Stop after N epochs without a better AUC on the --validate sections, and keep the best",
        "N", between(1, 1000000));
    command.get_option("--patience")->needs("--validate");
    command.add_flag("--mixed-precision", train.mixedPrecision, "bfloat16 products on CUDA; of no effect on the CPU")
        ->group(departuresGroup);
}

void checkClasses(const TeachingOptions& options, const std::vector<std::string>& replayed, Session& session)
{
    std::vector<std::filesystem::path> tables;
    for (const auto* sections : {&options.sections, &replayed, &options.validation, &options.heldOut}) {
        for (const std::string& argument : *sections)
            tables.push_back(splitTrainingArgument(argument).labels);
    }
    warnOfUnknownClasses(options.labels, tables, session);
}

std::vector<TrainingSection> openSections(const std::vector<std::string>& arguments, const TeachingOptions& options,
                                          Session& session)
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

void teach(const TeachingOptions& options, TrainOptions train, const std::vector<TrainingSection>& sections, Session& session)
{
    train.encoder = options.encoder.name;
    const ComputeDevice device = deviceFor(session);
    train.device = device.name;
    train.seed = session.general.seed.value_or(train.seed);
    train.validation = openSections(options.validation, options, session);
    train.checkpoint = options.output.string() + ".checkpoint";
    train.checkpointEvery = options.checkpointEvery;
    train.resume = options.resume;
    const auto heldOut = openSections(options.heldOut, options, session);

    TrainingEvents events;
    events.onEpoch = [&session](const EpochReport& epoch) {
        std::string words = fmt::format("loss {:.4f}", epoch.loss);
        if (epoch.validationAuc >= 0.0)
            words += fmt::format(", validation AUC {:.4f}", epoch.validationAuc);
        session.progress.note(words);
    };
    events.onNote = [&session](const Text& note) { session.warn({note}); };
    tellDevice(device, session);
    const auto trained = trainModel(sections, train, events, session.task);

    DetectOptions how;
    how.device = train.device;
    how.encoder = isEncoderFile(options.encoder.name) ? options.encoder.name : std::string();
    const auto measured = measureHeldOut(*trained, sections, heldOut, how, session.task);
    std::vector<AblationLine> ablation;
    if (options.ablate)
        ablation = ablate(sections, heldOut, train, how, meanOfNetwork(measured).front().second, session.task);
    const Model model = withCard(trained, options.output.stem().string(), measured, std::move(ablation));
    session.task.check();
    saveModel(model, options.output, options.halfPrecision);
    std::error_code ignored;
    std::filesystem::remove(train.checkpoint, ignored); // the model has taken its place
    report(options, model.card(), measured, session);
}

} // namespace spacrd::cli
