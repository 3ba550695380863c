#include "app/cli/teaching.h"
#include "app/cli/validators.h"
#include "core/base/error.h"
#include "core/fusion/device.h"

#include <map>

namespace spacrd::cli {

namespace {

struct Options : TeachingOptions
{
    std::filesystem::path model;
    std::vector<std::string> replay;
    std::string frozen = "encoders";
};

const std::map<std::string, Frozen> frozenByName{
    {"nothing", Frozen::nothing}, {"encoders", Frozen::encoders}, {"all-but-head", Frozen::allButHead}};

std::string wrongFrozen(const std::string& name)
{
    return frozenByName.count(name) != 0 ? std::string() : name + " is none of nothing, encoders, all-but-head";
}

void warnOfMissingGenes(const std::vector<TrainingSection>& sections, const PanelGenes& panel, const Session& session)
{
    for (const TrainingSection& section : sections) {
        const GeneReport report = reportOf(panel, matchGenes(panel.universe, section.sample->expression().genes));
        if (!report.missing.empty())
            session.warn({genesSentence(report)});
    }
}

void finetune(const Options& options, Session& session)
{
    requireWritableFile(options.output);
    checkClasses(options, options.replay, session);
    setComputeThreads(session.general.threads);
    TeachingOptions teaching = options;
    TrainOptions train = options.train;
    train.start = loadModel(options.model);
    train.frozen = frozenByName.at(options.frozen);
    train.paperWays = train.start->card().paperWays;
    const std::optional<EncoderIdentity>& encoder = train.start->card().encoder;
    if (!encoder)
        teaching.encoder.name = "none"; // its sections need no slide
    else if (!encoder->sha256.empty() && !isEncoderFile(teaching.encoder.name))
        throw Error(Text(SPACRD_TR("core", "The model needs the image encoder %1 it was trained with."), {encoder->id}), {},
                    SPACRD_TR("core", "name its TorchScript file with --encoder"));
    requireTrust(teaching.encoder, session.task);
    std::vector<TrainingSection> sections = openSections(options.sections, teaching, session);
    for (TrainingSection& section : openSections(options.replay, teaching, session)) {
        section.replay = true;
        sections.push_back(std::move(section));
    }
    warnOfMissingGenes(sections, panelOf(train.start->card()), session);
    teach(teaching, train, sections, session);
}

} // namespace

void addFinetune(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("finetune", "Teach a model further, from sections of your own");
    const auto options = std::make_shared<Options>();
    options->train.epochs = 30;
    command->add_option("MODEL", options->model, "The .spacrd file to go on from; it stays as it is")->required()->type_name("");
    addTeachingOptions(*command, *options, "The TorchScript encoder of a model that was trained with one");
    command
        ->add_option(
            "--freeze", options->frozen,
            "What stays as it is: nothing; encoders, the reading of expression and image; all-but-head, everything but the "
            "classifier [encoders]")
        ->type_name("WHAT")
        ->check(CLI::Validator([](std::string& name) { return wrongFrozen(name); }, ""));
    addSections(*command, "--replay", options->replay,
                "A section of the model's earlier training, shown again so that it is not forgotten; repeatable");
    command->add_option("--replay-share", options->train.replayShare, "Replayed spots an epoch, per spot of the new sections [1]")
        ->type_name("SHARE")
        ->check(between(0, 100));
    addSchedule(*command, options->train, "Epochs; the classifier learns from the first [30]", "1e-5");
    addMethods(*command, options->train);
    addGeneralOptions(*command, line.general, Uses::device);
    command->footer("The new model keeps the genes and the image encoder of the one it goes on from.");
    command->callback([options, &line] {
        requireApart(*options, options->replay);
        std::error_code ignored;
        if (std::filesystem::equivalent(options->model, options->output, ignored))
            throw CLI::ValidationError("--output", "this is the model to go on from, which stays as it is; name another file");
        line.work = [options](Session& session) { finetune(*options, session); };
    });
}

} // namespace spacrd::cli
