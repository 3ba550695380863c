#include "app/cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace spacrd::cli {

namespace {

constexpr int barWidth = 30;

double secondsNow()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

void write(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

std::string rateAndTime(const Progress& progress)
{
    std::string words;
    if (progress.itemsPerSecond > 0.0)
        words += fmt::format("  {:.3g} {}/s", progress.itemsPerSecond, progress.unit);
    if (progress.secondsLeft >= 1.0)
        words += fmt::format("  {:.0f} s left", progress.secondsLeft);
    return words;
}

} // namespace

ProgressPrinter::Style ProgressPrinter::styleOfStderr()
{
    const char* terminal = std::getenv("TERM");
    const bool redraws = ::isatty(STDERR_FILENO) && terminal && std::string_view(terminal) != "dumb";
    return redraws ? Style::bar : Style::lines;
}

void ProgressPrinter::show(const Progress& progress)
{
    if (m_style == Style::nothing)
        return;
    // A stage of the same name may come again, for the next section: its count then starts anew.
    const bool newStage = m_stage != progress.stage || progress.done < m_done;
    if (newStage) {
        clear();
        m_stage = progress.stage;
        m_note.clear();
        m_tenths = 0;
    }
    m_done = progress.done;
    if (m_style == Style::bar)
        showBar(progress);
    else
        showLine(progress, newStage);
}

void ProgressPrinter::showLine(const Progress& progress, bool newStage)
{
    if (progress.total <= 0) {
        if (newStage)
            write(m_stage + "\n");
        return;
    }
    const int tenths = static_cast<int>(std::clamp(progress.fraction, 0.0, 1.0) * 10.0);
    if (!newStage && tenths <= m_tenths)
        return;
    m_tenths = tenths;
    write(fmt::format("{}: {} %{}{}\n", m_stage, tenths * 10, m_note.empty() ? "" : "  ", m_note));
}

void ProgressPrinter::showBar(const Progress& progress)
{
    std::string line = "\r\033[K" + m_stage;
    if (progress.total > 0) {
        const double fraction = std::clamp(progress.fraction, 0.0, 1.0);
        const int filled = static_cast<int>(fraction * barWidth);
        line += fmt::format("  [{}{}] {:3.0f} %", std::string(static_cast<size_t>(filled), '#'),
                            std::string(static_cast<size_t>(barWidth - filled), '.'), fraction * 100.0);
        line += rateAndTime(progress);
    }
    if (!m_note.empty())
        line += "  " + m_note;
    write(line);
    m_barShown = true;
}

void ProgressPrinter::clear()
{
    if (m_barShown)
        write("\r\033[K");
    m_barShown = false;
}

void StageClock::see(const Progress& progress)
{
    const double now = secondsNow();
    if (!m_seconds.empty()) {
        if (m_seconds[m_running].first == progress.stage)
            return;
        m_seconds[m_running].second += now - m_since;
    }
    m_since = now;
    const auto known = std::find_if(m_seconds.begin(), m_seconds.end(),
                                    [&progress](const auto& stage) { return stage.first == progress.stage; });
    m_running = static_cast<size_t>(known - m_seconds.begin());
    if (known == m_seconds.end())
        m_seconds.emplace_back(progress.stage, 0.0);
}

std::vector<std::pair<std::string, double>> StageClock::seconds() const
{
    auto seconds = m_seconds;
    if (!seconds.empty())
        seconds[m_running].second += secondsNow() - m_since;
    return seconds;
}

} // namespace spacrd::cli
