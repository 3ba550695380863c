#include "core/base/task.h"

#include <chrono>

namespace spacrd {

namespace {

constexpr double reportEverySeconds = 0.1;

double secondsNow()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

void Task::check() const
{
    if (m_stop.stop_requested())
        throw Cancelled{};
}

void Task::stage(const char* stage, std::int64_t total, const char* unit)
{
    check();
    m_progress = Progress{stage, 0.0, 0, total, unit, 0.0, -1.0};
    m_stageStart = secondsNow();
    report(true);
}

void Task::advanceTo(std::int64_t done)
{
    check();
    m_progress.done = done;
    report(m_progress.total > 0 && done >= m_progress.total);
}

void Task::report(bool always)
{
    if (!m_sink)
        return;
    const double now = secondsNow();
    if (!always && now - m_lastReport < reportEverySeconds)
        return;
    m_lastReport = now;
    const double elapsed = now - m_stageStart;
    if (m_progress.total > 0)
        m_progress.fraction = static_cast<double>(m_progress.done) / static_cast<double>(m_progress.total);
    if (m_progress.done > 0 && elapsed > 0.2) {
        m_progress.itemsPerSecond = static_cast<double>(m_progress.done) / elapsed;
        if (m_progress.total > 0)
            m_progress.secondsLeft = static_cast<double>(m_progress.total - m_progress.done) / m_progress.itemsPerSecond;
    }
    m_sink(m_progress);
}

} // namespace spacrd
