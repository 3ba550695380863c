#include "app/cli/cancellation.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace spacrd::cli {

namespace {

/// Under a second together with the time it takes to remove what is unfinished.
constexpr int graceMilliseconds = 700;
constexpr char signalled = 's';
constexpr char finished = 'f';

/// The end of the pipe the handler writes to.
std::atomic<int> wakeUp{-1};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

extern "C" void onSignal(int)
{
    const int reason = errno;
    // A full pipe loses a byte that says nothing new.
    [[maybe_unused]] const ssize_t written = ::write(wakeUp.load(), &signalled, 1);
    errno = reason;
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART; // libraries do not expect interrupted reads
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

/// The next byte of the pipe, or 0 when none comes in time; −1 waits for ever.
char nextByte(int pipe, int milliseconds)
{
    pollfd watched{pipe, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&watched, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    char byte = 0;
    return ready > 0 && ::read(pipe, &byte, 1) == 1 ? byte : '\0';
}

} // namespace

Cancellation::Cancellation()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw Error(Text(SPACRD_TR("core", "The program could not prepare for being cancelled: %1."), {std::strerror(errno)}));
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK); // the handler must not wait
    wakeUp = ends[1];
    m_watcher = std::thread([this, pipe = ends[0]] { watch(pipe); });
    install(&onSignal);
}

Cancellation::~Cancellation()
{
    install(SIG_DFL);
    [[maybe_unused]] const ssize_t written = ::write(wakeUp.load(), &finished, 1);
    m_watcher.join();
    ::close(wakeUp.exchange(-1));
}

void Cancellation::watch(int pipe)
{
    if (nextByte(pipe, -1) == signalled) {
        m_stop.request_stop();
        if (nextByte(pipe, graceMilliseconds) != finished) {
            removeLiveTemporaries();
            std::_Exit(exitCode);
        }
    }
    ::close(pipe);
}

} // namespace spacrd::cli
