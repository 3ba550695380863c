#pragma once

#include <stop_token>
#include <thread>

namespace spacrd::cli {

/// Turns SIGINT and SIGTERM into a stop request, and ends the process when the request is not heard.
///
/// The signal handler only writes a byte into a pipe; a watching thread reads it and asks for a stop. Work that honours the
/// token unwinds and the program ends by itself. Should a library be deaf for `graceMilliseconds`, or a second signal come,
/// the watcher removes the unfinished files and ends the process with exit code 130. One object a process, made before
/// any other thread.
class Cancellation
{
public:
    static constexpr int exitCode = 130;

    Cancellation();
    ~Cancellation();
    Cancellation(const Cancellation&) = delete;
    Cancellation& operator=(const Cancellation&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch(int pipe);

    std::stop_source m_stop;
    std::thread m_watcher;
};

} // namespace spacrd::cli
