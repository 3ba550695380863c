#include "app/studio/worker.h"

#include <QMetaObject>

#include <exception>
#include <new>

namespace spacrd {

namespace {

/// Whatever else a job throws is told as an Error: a person gets a sentence, the program goes on.
Error unexpected(const std::exception& exception)
{
    if (dynamic_cast<const std::bad_alloc*>(&exception))
        return Error(Text(SPACRD_TR("core", "There is not enough memory for this.")), {},
                     Text(SPACRD_TR("core", "close other programs, or open a smaller section")));
    return Error(Text(SPACRD_TR("core", "Something unexpected went wrong: %1"), {exception.what()}));
}

} // namespace

Worker::Worker(const QString& threadName, QObject* parent)
    : QObject(parent)
    , m_onThread(new QObject)
{
    m_thread.setObjectName(threadName);
    // LibTorch's and libvips' kernels are generous with the stack; QThread's default is the system's, which musl makes small.
    m_thread.setStackSize(16 * 1024 * 1024);
    m_onThread->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    shutdown();
}

void Worker::cancel(Id id)
{
    if (const auto found = m_requests.find(id); found != m_requests.end())
        found->second.stop.request_stop();
}

void Worker::abandon(Id id)
{
    cancel(id);
    m_requests.erase(id);
}

void Worker::shutdown(std::function<void()> last)
{
    if (!m_onThread)
        return;
    for (auto& [id, request] : m_requests)
        request.stop.request_stop();
    m_requests.clear();
    // Queued behind the jobs, which now all end at their first check.
    QMetaObject::invokeMethod(
        m_onThread,
        [this, last = std::move(last)] {
            if (last)
                last();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    delete m_onThread;
    m_onThread = nullptr;
}

Worker::Id Worker::enqueue(Job job, Ends ends)
{
    const Id id = ++m_lastId;
    if (!m_onThread)
        return id; // after shutdown nothing is started any more
    Request& request = m_requests[id];
    request.ends = std::move(ends);
    QMetaObject::invokeMethod(
        m_onThread, [this, id, stop = request.stop.get_token(), job = std::move(job)] { run(id, stop, job); },
        Qt::QueuedConnection);
    return id;
}

void Worker::run(Id id, const std::stop_token& stop, const Job& job)
{
    Task task(stop, [this, id](const Progress& progress) {
        QMetaObject::invokeMethod(
            this,
            [this, id, progress] {
                if (m_requests.contains(id))
                    Q_EMIT progressed(id, progress);
            },
            Qt::QueuedConnection);
    });
    try {
        task.check();
        deliver(id, [delivery = job(task)](const Ends&) { delivery(); });
    } catch (const Cancelled&) {
        deliver(id, [](const Ends& ends) {
            if (ends.cancelled)
                ends.cancelled();
        });
    } catch (const Error& error) {
        deliver(id, [error](const Ends& ends) {
            if (ends.failed)
                ends.failed(error);
        });
    } catch (const std::exception& exception) {
        deliver(id, [error = unexpected(exception)](const Ends& ends) {
            if (ends.failed)
                ends.failed(error);
        });
    }
}

void Worker::deliver(Id id, std::function<void(const Ends&)> end)
{
    QMetaObject::invokeMethod(
        this,
        [this, id, end = std::move(end)] {
            const auto found = m_requests.find(id);
            if (found == m_requests.end())
                return; // abandoned: a stale result is dropped
            const Ends ends = std::move(found->second.ends);
            m_requests.erase(found);
            end(ends);
        },
        Qt::QueuedConnection);
}

void LatestJob::abandon()
{
    m_waiting = {};
    if (m_running != 0)
        m_worker.abandon(std::exchange(m_running, 0));
}

void LatestJob::next()
{
    m_running = 0;
    if (const auto launch = std::exchange(m_waiting, {}))
        launch();
}

} // namespace spacrd
