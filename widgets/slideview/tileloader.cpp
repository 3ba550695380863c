#include "widgets/slideview/tileloader.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/slide/pyramid.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <deque>
#include <unordered_set>
#include <utility>

#include <unistd.h>

namespace spacrd {

namespace {

using TileSet = std::unordered_set<TileKey, TileKeyHash>;

/// More tiles than this in the coarsest level, and it is loaded where the view looks only.
constexpr int mostKeptTiles = 64;
constexpr size_t mebibyte = 1024 * 1024;

QString translated(const Text& text)
{
    QString sentence = QCoreApplication::translate("core", text.id().c_str());
    int number = 0;
    for (const std::string& argument : text.arguments())
        sentence.replace(QLatin1Char('%') + QString::number(++number), QString::fromStdString(argument));
    return sentence;
}

QString unreadable(const QString& why)
{
    return QCoreApplication::translate("spacrd::TileLoader", "A part of the slide cannot be read and is drawn hatched. %1")
        .arg(why);
}

int pinnedLevelOf(const ViewPyramid& pyramid)
{
    if (pyramid.info.levels.empty())
        return -1;
    const SlideLevel& coarsest = pyramid.info.levels.back();
    return tileColumns(coarsest) * tileRows(coarsest) <= mostKeptTiles ? pyramid.coarsest() : -1;
}

} // namespace

/// What the pool works on for one slide. Threads hold it by shared_ptr while they read, so slide and cache outlive a change.
struct TileLoader::Work
{
    Work(std::shared_ptr<const Slide> from, size_t cacheBytes)
        : slide(std::move(from))
        , pyramid(viewPyramid(slide->info()))
        , pinnedLevel(pinnedLevelOf(pyramid))
        , cache(cacheBytes, pinnedLevel)
    {}

    const std::shared_ptr<const Slide> slide;
    const ViewPyramid pyramid;
    const int pinnedLevel;
    TileCache cache;
    std::atomic<bool> abandoned = false;
    std::deque<TileKey> waiting; // guarded by TileLoader::m_mutex, as the two sets
    TileSet running;
    TileSet failed;
    bool failureTold = false; // GUI thread only
};

size_t TileLoader::defaultCacheBytes()
{
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGE_SIZE);
    const size_t memory = pages > 0 && pageBytes > 0 ? static_cast<size_t>(pages) * static_cast<size_t>(pageBytes) : 0;
    return std::clamp(memory / 4, 256 * mebibyte, 1024 * mebibyte);
}

TileLoader::TileLoader(size_t cacheBytes, QObject* parent)
    : QObject(parent)
    , m_cacheBytes(cacheBytes)
{
    const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

TileLoader::~TileLoader()
{
    setSlide(nullptr);
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

void TileLoader::setSlide(std::shared_ptr<const Slide> slide)
{
    std::shared_ptr<Work> work = slide ? std::make_shared<Work>(std::move(slide), m_cacheBytes) : nullptr;
    if (m_work)
        m_work->abandoned = true;
    const std::lock_guard lock(m_mutex);
    m_work.swap(work);
}

const ViewPyramid& TileLoader::pyramid() const
{
    return m_work->pyramid;
}

bool TileLoader::keepsCoarsest() const
{
    return m_work && m_work->pinnedLevel >= 0;
}

void TileLoader::request(const std::vector<TileKey>& tiles)
{
    if (!m_work)
        return;
    TileSet seen;
    std::deque<TileKey> wanted;
    for (const TileKey& key : tiles) {
        if (seen.insert(key).second && !m_work->cache.find(key))
            wanted.push_back(key);
    }
    const std::lock_guard lock(m_mutex);
    std::erase_if(wanted, [this](const TileKey& key) { return m_work->running.contains(key) || m_work->failed.contains(key); });
    m_work->waiting = std::move(wanted);
    m_wake.notify_all();
}

std::shared_ptr<const Image> TileLoader::tile(const TileKey& key) const
{
    return m_work ? m_work->cache.find(key) : nullptr;
}

bool TileLoader::hasFailed(const TileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    return m_work && m_work->failed.contains(key);
}

bool TileLoader::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return !m_work || (m_work->waiting.empty() && m_work->running.empty());
}

void TileLoader::run(const std::stop_token& stop)
{
    for (;;) {
        std::shared_ptr<Work> work;
        TileKey key;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_work && !m_work->waiting.empty(); });
            if (stop.stop_requested())
                return;
            work = m_work;
            key = work->waiting.front();
            work->waiting.pop_front();
            work->running.insert(key);
        }
        QString failure;
        try {
            readOne(*work, key);
        } catch (const Error& error) {
            spdlog::warn("tile {}/{}/{}: {}", key.level, key.column, key.row, error.what());
            failure = unreadable(translated(error.sentence()));
        } catch (const std::exception& error) {
            spdlog::error("tile {}/{}/{}: {}", key.level, key.column, key.row, error.what());
            failure = unreadable(QString::fromUtf8(error.what()));
        }
        finish(work, key, failure);
    }
}

void TileLoader::readOne(Work& work, const TileKey& key)
{
    Image image = readTile(*work.slide, work.pyramid, key, [&work] { return work.abandoned.load(); });
    if (!work.abandoned && !image.empty())
        work.cache.insert(key, std::make_shared<const Image>(std::move(image)));
}

void TileLoader::finish(const std::shared_ptr<Work>& work, const TileKey& key, const QString& failure)
{
    {
        const std::lock_guard lock(m_mutex);
        work->running.erase(key);
        if (!failure.isEmpty())
            work->failed.insert(key);
        if (work != m_work)
            return;
    }
    // The slide may change before the event arrives: the weak pointer is this slide's identity.
    const auto report = [this, from = std::weak_ptr(work), key, failure] {
        const std::shared_ptr<Work> done = from.lock();
        if (!done || done != m_work)
            return;
        const bool first = !failure.isEmpty() && !std::exchange(done->failureTold, true);
        Q_EMIT tileDone(key);
        if (first)
            Q_EMIT tileFailed(failure);
    };
    QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
}

} // namespace spacrd
