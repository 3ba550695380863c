#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace spacrd {

/// Thrown by Task::check() when the work was cancelled. Not an Error: nobody is shown a message for it.
struct Cancelled
{};

/// How far a long function has come. `stage` is an English phrase marked with SPACRD_TR (a string literal).
struct Progress
{
    const char* stage = "";
    double fraction = 0.0;       ///< of this stage, 0…1
    std::int64_t done = 0;       ///< items finished in this stage
    std::int64_t total = 0;      ///< items of this stage; 0 = not known
    const char* unit = "";       ///< what an item is: "spots", "tiles", "epochs"; marked with SPACRD_TR
    double itemsPerSecond = 0.0; ///< over this stage so far; 0 = not known yet
    double secondsLeft = -1.0;   ///< for this stage; negative = not known yet
};

/// What every long function takes: a stop token it must honour within 100 ms (or one batch), and a progress sink.
///
/// The sink is called on the working thread, at most about ten times a second plus once at the start and once at the
/// end of each stage. One Task serves one thread; worker threads inside a function only read the stop token.
class Task
{
public:
    using Sink = std::function<void(const Progress&)>;

    Task() = default;
    explicit Task(std::stop_token stop, Sink sink = {})
        : m_stop(std::move(stop))
        , m_sink(std::move(sink))
    {}

    bool cancelled() const { return m_stop.stop_requested(); }
    std::stop_token stopToken() const { return m_stop; }

    /// Throws Cancelled when a stop was asked for.
    void check() const;

    /// Begins a stage. `stage` and `unit` must be string literals.
    void stage(const char* stage, std::int64_t total = 0, const char* unit = "");

    /// Says that `done` items of the stage are finished, and checks for a stop.
    void advanceTo(std::int64_t done);

private:
    void report(bool always);

    std::stop_token m_stop;
    Sink m_sink;
    Progress m_progress;
    double m_stageStart = 0.0;
    double m_lastReport = 0.0;
};

} // namespace spacrd
