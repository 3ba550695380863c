#include "core/fusion/model.h"

#include "app/cli/command.h"
#include "core/base/printable.h"
#include "core/base/sha256.h"
#include "core/fusion/modelfile.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace spacrd::cli {

namespace {

struct Options
{
    std::filesystem::path model;
    bool check = false;
};

/// The card as lines; every text of it is from a file that nobody vouches for and stays on its line.
class CardText
{
public:
    void line(const std::string& label, const std::string& text)
    {
        m_text += fmt::format("  {:<16}{}\n", label, printable(text, 2000));
    }
    void lines(const std::string& label, const std::vector<std::string>& texts)
    {
        for (size_t i = 0; i < texts.size(); ++i)
            line(i == 0 ? label : "", texts[i]);
    }
    void title(const std::string& name) { m_text += "model " + printable(name, 2000) + "\n"; }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string joined(const std::vector<std::string>& names)
{
    return names.empty() ? "not known" : fmt::format("{}", fmt::join(names, ", "));
}

void addInput(CardText& text, const ModelCard& card)
{
    const auto known = std::count_if(card.panelIds.begin(), card.panelIds.end(), [](const auto& id) { return !id.empty(); });
    text.line("genes",
              fmt::format("{}{}; library size over {}", card.panel.size(),
                          known > 0 ? fmt::format(" ({} with an Ensembl id)", known) : std::string(), card.universe.size()));
    text.line("normalisation", card.normalisation);
    if (!card.encoder) {
        text.line("encoder", "none (expression alone)");
        return;
    }
    const EncoderIdentity& encoder = *card.encoder;
    text.line("encoder",
              fmt::format("{}, {} features of a {} patch of {:g} µm in {} px ({:.4g} µm/px)", encoder.id, encoder.dimension,
                          encoder.channelOrder, encoder.patchUm, encoder.patchPx, encoder.patchUm / encoder.patchPx));
    if (!encoder.sha256.empty())
        text.line("encoder's hash", encoder.sha256);
}

void addPaperWays(CardText& text, const PaperWays& ways)
{
    std::vector<std::string> taken;
    if (ways.unitEmbeddings)
        taken.emplace_back("unit embeddings in both stages");
    if (ways.deviationToClassifier)
        taken.emplace_back("the classifier sees σ");
    if (ways.summedReconstruction)
        taken.emplace_back("reconstruction error summed");
    if (ways.noSeparation)
        taken.emplace_back("no separation of the class centres");
    text.lines("paper's ways", taken);
}

void addTraining(CardText& text, const ModelCard& card)
{
    text.line("trained on", joined(card.trainedOn));
    if (!card.validatedOn.empty())
        text.line("validated on", joined(card.validatedOn));
    if (!card.startedFrom.empty())
        text.line("started from", card.startedFrom);
    if (!card.startedFromTrainedOn.empty())
        text.line("", "trained on " + joined(card.startedFromTrainedOn));
    text.line("training spots", fmt::format("{}, positive {}", card.trainingSpots, card.trainingPositives));
    text.line("schedule", fmt::format("{}, seed {}", card.schedule, card.seed));
    addPaperWays(text, card.paperWays);
    text.lines("methods", card.methods);
    std::vector<std::string> ablation;
    for (const AblationLine& line : card.ablation)
        ablation.push_back(fmt::format("{:.4f}  {}", line.auc, line.change));
    text.lines("ablation, AUC", ablation);
}

void addFigures(CardText& text, const ModelCard& card)
{
    if (!card.heldOutOn.empty())
        text.line("held out", joined(card.heldOutOn));
    for (const auto& [figure, value] : card.heldOut)
        text.line("held-out " + printable(figure), fmt::format("{:.4f}", value));
    for (const auto& [figure, value] : card.baseline)
        text.line("", fmt::format("{:.4f} {} of a logistic regression on the same split", value, figure));
}

void addMeasurements(CardText& text, const ModelCard& card)
{
    if (!card.calibration)
        text.line("calibration", "none: the probability is the model's own");
    else if (card.calibration->method == Calibration::Method::temperature)
        text.line("calibration", fmt::format("temperature {:.4g}, offset {:.4g}, from {} spots", 1.0 / card.calibration->slope,
                                             card.calibration->offset, card.calibration->spots));
    else
        text.line("calibration", fmt::format("isotonic with {} knots, from {} spots", card.calibration->knotLogits.size(),
                                             card.calibration->spots));
    if (!card.familiarity)
        text.line("familiarity", "unknown: no warning when a section is unlike the training");
    else
        text.line("familiarity", fmt::format("99 % of training spots within {}{:.3g} (latent); {:.1f} % were cancer",
                                             card.familiarity->imageMean.empty()
                                                 ? std::string()
                                                 : fmt::format("{:.3g} (image) and ", card.familiarity->imageDistance),
                                             card.familiarity->latentDistance, 100.0 * card.familiarity->positiveShare));
}

std::string textOf(const ModelCard& card)
{
    CardText text;
    text.title(card.name);
    text.line("format", std::to_string(card.formatVersion));
    addInput(text, card);
    addTraining(text, card);
    addFigures(text, card);
    addMeasurements(text, card);
    text.line("licence", card.licence);
    text.line("intended use", card.intendedUse);
    return text.text();
}

/// Reads every value; says what was found in the object and as text.
std::string check(ModelFile& file, const std::filesystem::path& path, Json& object, Task& task)
{
    file.verify(task);
    const std::string hash = sha256OfFile(path, task);
    object["check"] = "ok";
    object["tensors"] = file.tensors().size();
    object["parameters"] = file.parameters();
    object["running_statistics"] = file.runningStatistics();
    object["sha256"] = hash;
    CardText text;
    text.line("check",
              fmt::format("{} tensors with {} parameters and {} running statistics: names, shapes, types and values are in order",
                          file.tensors().size(), file.parameters(), file.runningStatistics()));
    text.line("sha256", hash);
    return text.text();
}

void model(const Options& options, Session& session)
{
    ModelFile file(options.model);
    Json object = Json::parse(modelCardJson(file.card()));
    std::string text = textOf(file.card());
    if (options.check)
        text += check(file, options.model, object, session.task);
    session.print(object, text);
}

} // namespace

void addModel(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("model", "Show the card of a model file");
    const auto options = std::make_shared<Options>();
    command->add_option("MODEL", options->model, "A .spacrd file")->required()->type_name("");
    command->add_flag("--check", options->check, "Read the whole file, verify every tensor, and print the file's SHA-256");
    addGeneralOptions(*command, line.general, Uses::nothing);
    command->callback([options, &line] { line.work = [options](Session& session) { model(*options, session); }; });
}

} // namespace spacrd::cli
