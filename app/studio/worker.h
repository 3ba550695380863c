#pragma once

#include "core/base/error.h"
#include "core/base/task.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>

namespace spacrd {

/// One thread that runs long functions in the order they were asked for. Lives on the GUI thread; so do all callbacks.
///
/// A job's result comes back as a value in a queued event and is given to `done`, unless the job was abandoned in between.
/// Nothing is shown for a cancelled job. shutdown() (and the destructor) asks every job to stop and joins the thread, so
/// nothing outlives the Worker.
class Worker : public QObject
{
    Q_OBJECT

public:
    using Id = quint64; ///< never 0

    /// What happens at the other two ends of a job.
    struct Ends
    {
        std::function<void(const Error&)> failed;
        std::function<void()> cancelled;
    };

    explicit Worker(const QString& threadName, QObject* parent = nullptr);
    ~Worker() override;

    /// Runs `work(Task&)` on the thread, then `done(value)` here (`done()` where work returns nothing).
    template <class Work, class Done>
    Id start(Work work, Done done, const Ends& ends = {})
    {
        return enqueue(
            [work = std::move(work), done = std::move(done)](Task& task) -> Delivery {
                using Value = decltype(work(task));
                if constexpr (std::is_void_v<Value>) {
                    work(task);
                    return [done] { done(); };
                } else {
                    auto value = std::make_shared<Value>(work(task));
                    return [done, value] { done(std::move(*value)); };
                }
            },
            ends);
    }

    /// Asks the job to stop and returns at once; `cancelled` follows when it has, or `done` when it was too late.
    void cancel(Id id);
    /// Asks the job to stop and forgets it: none of its callbacks will run.
    void abandon(Id id);
    bool isRunning(Id id) const { return m_requests.contains(id); }

    /// Asks every job to stop, runs `last` on the thread (to drop what must die there), and joins.
    void shutdown(std::function<void()> last = {});

Q_SIGNALS:
    void progressed(spacrd::Worker::Id id, const spacrd::Progress& progress);

private:
    using Delivery = std::function<void()>;
    using Job = std::function<Delivery(Task&)>;
    struct Request
    {
        std::stop_source stop;
        Ends ends;
    };

    Id enqueue(Job job, Ends ends);
    void run(Id id, const std::stop_token& stop, const Job& job);
    void deliver(Id id, std::function<void(const Ends&)> end);

    QThread m_thread;
    QObject* m_onThread; // lives on m_thread: its event queue is the job queue
    std::unordered_map<Id, Request> m_requests;
    Id m_lastId = 0;
};

/// Of many requests only the newest matters: one runs, one waits, those between are dropped. For what follows a slider.
class LatestJob
{
public:
    explicit LatestJob(Worker& worker)
        : m_worker(worker)
    {}

    template <class Work, class Done>
    void start(Work work, Done done, std::function<void(const Error&)> failed = {})
    {
        std::function<void()> launch = [this, work = std::move(work), done = std::move(done), failed = std::move(failed)] {
            m_running = m_worker.start(work,
                                       [this, done](auto value) {
                                           next();
                                           done(std::move(value));
                                       },
                                       {[this, failed](const Error& error) {
                                            next();
                                            if (failed)
                                                failed(error);
                                        },
                                        [this] { next(); }});
        };
        if (m_running != 0)
            m_waiting = std::move(launch);
        else
            launch();
    }

    /// Neither the running nor the waiting request will report.
    void abandon();

private:
    void next();

    Worker& m_worker;
    Worker::Id m_running = 0;
    std::function<void()> m_waiting;
};

} // namespace spacrd
