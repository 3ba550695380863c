#pragma once

#include "core/base/task.h"

#include <string>
#include <utility>
#include <vector>

namespace spacrd::cli {

/// Shows progress on stderr: a bar that redraws itself, or one line per 10 % of each stage, or nothing.
class ProgressPrinter
{
public:
    enum class Style
    {
        nothing,
        lines,
        bar
    };

    /// A bar when stderr is a terminal that can redraw a line, else lines.
    static Style styleOfStderr();

    explicit ProgressPrinter(Style style)
        : m_style(style)
    {}
    ~ProgressPrinter() { clear(); }
    ProgressPrinter(const ProgressPrinter&) = delete;
    ProgressPrinter& operator=(const ProgressPrinter&) = delete;

    void show(const Progress& progress);
    /// A few words shown after the progress from now on in this stage, like "loss 0.51".
    void note(std::string words) { m_note = std::move(words); }
    /// Takes the bar away, so that something else can be written.
    void clear();

private:
    void showLine(const Progress& progress, bool newStage);
    void showBar(const Progress& progress);

    Style m_style;
    std::string m_stage;
    std::string m_note;
    std::int64_t m_done = 0;
    int m_tenths = 0; ///< of the stage, already printed
    bool m_barShown = false;
};

/// How long each stage took, for run.json. A stage that comes again adds to its time.
class StageClock
{
public:
    void see(const Progress& progress);
    /// In order of first appearance; the stage that is running counts until now.
    std::vector<std::pair<std::string, double>> seconds() const;

private:
    std::vector<std::pair<std::string, double>> m_seconds;
    size_t m_running = 0;
    double m_since = 0.0;
};

} // namespace spacrd::cli
