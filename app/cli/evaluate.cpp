#include "core/evaluate/metrics.h"

#include "app/cli/command.h"
#include "app/cli/labels.h"
#include "core/base/error.h"
#include "core/base/table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace spacrd::cli {

namespace {

struct Options
{
    std::filesystem::path scores;
    std::filesystem::path labels;
    LabelOptions meaning;
};

struct Scores
{
    std::vector<std::string> barcodes;
    std::vector<double> score;
    std::vector<double> probability;
};

double numberIn(const Table& table, size_t row, size_t column)
{
    const std::optional<double> number = toDouble(table.rows[row][column]);
    if (!number)
        throw Error(Text(SPACRD_TR("core", "The column %1 holds %2, which is not a number, in data row %3."),
                         {table.header[column], table.rows[row][column], toWord(row + 1)}),
                    table.path);
    return *number;
}

/// scores.csv of `spacrd detect`, or any table with the columns barcode and score. Without a column probability the
/// score stands for it, as long as it lies in 0…1.
Scores readScores(const std::filesystem::path& file, const Task& task)
{
    const Table table = readTableWithHeader(file, task);
    const size_t barcode = table.requiredColumn("barcode");
    const size_t score = table.requiredColumn("score");
    const size_t probability = table.column("probability").value_or(score);
    Scores scores;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        scores.barcodes.push_back(table.rows[row][barcode]);
        scores.score.push_back(numberIn(table, row, score));
        scores.probability.push_back(numberIn(table, row, probability));
        if (scores.probability.back() < 0.0 || scores.probability.back() > 1.0)
            throw Error(Text(SPACRD_TR("core", "The probability in data row %1 lies outside 0 to 1."), {toWord(row + 1)}), file);
    }
    if (scores.barcodes.empty())
        throw Error(SPACRD_TR("core", "The table holds no scores."), file);
    return scores;
}

void evaluate(const Options& options, Session& session)
{
    const Scores scores = readScores(options.scores, session.task);
    warnOfUnknownClasses(options.meaning, {options.labels}, session);
    const std::vector<int> labels = options.meaning.read(options.labels, scores.barcodes, session.task);
    const Metrics metrics = evaluateLabelled(scores.score, scores.probability, labels);

    const Json figures{{"auc", metrics.auc},     {"ap", metrics.ap},
                       {"f1", metrics.f1},       {"threshold", metrics.threshold},
                       {"n", metrics.n},         {"positives", metrics.positives},
                       {"brier", metrics.brier}, {"ece", metrics.ece}};
    session.print(figures,
                  fmt::format("AUC {:.4f}\nAP {:.4f}\nF1 {:.4f} at the true-prevalence threshold {:.4f}\nspots {}, positive {}\n"
                              "Brier {:.4f}\nECE {:.4f}\n",
                              metrics.auc, metrics.ap, metrics.f1, metrics.threshold, metrics.n, metrics.positives, metrics.brier,
                              metrics.ece));
}

} // namespace

void addEvaluate(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("evaluate", "Compare scores with labels: AUC, AP, F1, calibration");
    const auto options = std::make_shared<Options>();
    command->add_option("SCORES", options->scores, "scores.csv of detect, or a table with the columns barcode and score")
        ->required()
        ->type_name("");
    command->add_option("LABELS", options->labels, "A table with a barcode (or x and y) and a label column")
        ->required()
        ->type_name("");
    addLabelOptions(*command, options->meaning);
    addGeneralOptions(*command, line.general, Uses::nothing);
    command->callback([options, &line] { line.work = [options](Session& session) { evaluate(*options, session); }; });
}

} // namespace spacrd::cli
