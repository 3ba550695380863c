#include "app/cli/teaching.h"
#include "app/cli/validators.h"
#include "core/exchange/labels.h"
#include "core/fusion/device.h"

#include <algorithm>
#include <map>

namespace spacrd::cli {

namespace {

struct Options : TeachingOptions
{
    std::string panel = "first";
    std::string paper;
};

/// The names of --paper and what each switches on.
const std::map<std::string, bool PaperWays::*>& paperWays()
{
    static const std::map<std::string, bool PaperWays::*> ways{{"unit-embeddings", &PaperWays::unitEmbeddings},
                                                               {"deviation-to-classifier", &PaperWays::deviationToClassifier},
                                                               {"summed-reconstruction", &PaperWays::summedReconstruction},
                                                               {"no-separation", &PaperWays::noSeparation}};
    return ways;
}

std::string wrongPaperWay(const std::string& names)
{
    for (const std::string& name : splitNames(names)) {
        if (paperWays().count(name) == 0)
            return name + " is none of unit-embeddings, deviation-to-classifier, summed-reconstruction, no-separation";
    }
    return {};
}

void train(const Options& options, Session& session)
{
    requireWritableFile(options.output);
    requireTrust(options.encoder, session.task);
    checkClasses(options, {}, session);
    setComputeThreads(session.general.threads);
    TrainOptions train = options.train;
    // The reference's epoch 50 would leave the classifier untrained in a short run: it then starts half-way.
    train.classifierFromEpoch = std::min(train.classifierFromEpoch, train.epochs / 2);
    train.panel = options.panel == "all" ? PanelChoice::allSections : PanelChoice::firstSection;
    for (const std::string& name : splitNames(options.paper))
        train.paperWays.*paperWays().at(name) = true;
    teach(options, train, openSections(options.sections, options, session), session);
}

void addTrainSchedule(CLI::App& command, Options& options)
{
    addSchedule(
        command, options.train,
        "Epochs of each of the two stages; the classifier learns from epoch 50 of the second, or from its half with fewer "
        "than 100 [100]",
        "1e-5");
    const std::string schedule = "Schedule";
    command
        .add_option("--classifier-from", options.train.classifierFromEpoch,
                    "Epoch of the second stage from which the classifier learns [50]")
        ->type_name("N")
        ->check(between(0, 1000000))
        ->group(schedule);
    command.add_option("--genes", options.train.genes, "Size of the gene panel [3000]")
        ->type_name("N")
        ->check(between(1, 100000))
        ->group(schedule);
    command
        .add_option(
            "--panel", options.panel,
            "Its genes: first = the most variable ones of the first section; all = those of the largest variance over all "
            "sections, named in the model's card [first]")
        ->type_name("WHICH")
        ->check(CLI::IsMember({"first", "all"}).description(""))
        ->group(schedule);
    command.add_flag("--raw-count-hvg", options.train.rawCountHvg, "Rank the genes on raw counts, not on their logarithms")
        ->group(schedule);
    command
        .add_option("--paper", options.paper,
                    "Where paper and published code differ, the paper's way instead: unit-embeddings, deviation-to-classifier, "
                    "summed-reconstruction, no-separation")
        ->type_name("LIST")
        ->check(CLI::Validator([](std::string& names) { return wrongPaperWay(names); }, ""))
        ->group(schedule);
}

} // namespace

void addTrain(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("train", "Train a model from sections with labels");
    const auto options = std::make_shared<Options>();
    addTeachingOptions(*command, *options, "builtin, none (expression alone), or a TorchScript file [builtin]");
    addTrainSchedule(*command, *options);
    addMethods(*command, options->train);
    command
        ->add_flag("--ablate", options->ablate,
                   "Also train without each of these departures in turn, and put the table of AUCs into the card")
        ->needs("--holdout")
        ->group(departuresGroup);
    addGeneralOptions(*command, line.general, Uses::device);
    command->footer("LABELS: a table with a barcode column (or legacy x and y) and a label column of 0/1, true/false, or class\n"
                    "names with --positive. Spots without a label serve as neighbours only.");
    command->callback([options, &line] {
        requireApart(*options, {});
        line.work = [options](Session& session) { train(*options, session); };
    });
}

} // namespace spacrd::cli
