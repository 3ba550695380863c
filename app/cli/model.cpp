#include "core/fusion/model.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace spacrd::cli {

namespace {

struct Options
{
    std::filesystem::path model;
    bool check = false;
};

std::string cardText(const ModelCard& card)
{
    std::string text = fmt::format("model {}\n  genes           {}\n  encoder         {}\n", card.name, card.panel.size(),
                                   card.encoder ? card.encoder->id : "none (expression alone)");
    text += fmt::format("  trained on      {}\n  training spots  {}, positive {}\n  schedule        {}, seed {}\n",
                        fmt::join(card.trainedOn, ", "), card.trainingSpots, card.trainingPositives, card.schedule, card.seed);
    for (const auto& [figure, value] : card.heldOut)
        text += fmt::format("  held-out {:<6} {:.4f}\n", figure, value);
    text += fmt::format("  licence         {}\n  intended use    {}\n", card.licence, card.intendedUse);
    return text;
}

void model(const Options& options, Session& session)
{
    const ModelCard card = readModelCard(options.model);
    Json object = Json::parse(modelCardJson(card));
    std::string text = cardText(card);
    if (options.check) {
        loadModel(options.model);
        object["check"] = "ok";
        text += "  check           every tensor has the right name, shape and type, and is finite\n";
    }
    session.print(object, text);
}

} // namespace

void addModel(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("model", "Show the card of a model file");
    const auto options = std::make_shared<Options>();
    command->add_option("MODEL", options->model, "A .spacrd file")->required()->type_name("");
    command->add_flag("--check", options->check, "Read the whole file and verify every tensor");
    addGeneralOptions(*command, line.general, Uses::nothing);
    command->callback([options, &line] { line.work = [options](Session& session) { model(*options, session); }; });
}

} // namespace spacrd::cli
