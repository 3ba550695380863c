#include "widgets/slideview/tileloader.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/slide/pixelmemory.h"
#include "core/slide/pyramid.h"
#include "widgets/slideview/pictureahead.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <unordered_set>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace spacrd {

namespace {

using TileSet = std::unordered_set<TileKey, TileKeyHash>;

/// More tiles than this in the coarsest level, and it is loaded where the view looks only.
constexpr int mostKeptTiles = 64;
constexpr std::chrono::milliseconds longestRetryInterval(60'000);
constexpr std::chrono::milliseconds watchInterval(2000);
constexpr size_t mebibyte = 1024 * 1024;

QString translated(const Text& text)
{
    QString sentence = QCoreApplication::translate("core", text.id().c_str());
    int number = 0;
    for (const std::string& argument : text.arguments())
        sentence.replace(QLatin1Char('%') + QString::number(++number), QString::fromStdString(argument));
    return sentence;
}

QString unreadable(const std::filesystem::path& file, const QString& why)
{
    return QCoreApplication::translate(
               "spacrd::TileLoader",
               "A part of “%1” cannot be read and is drawn hatched. %2 Reading it is tried again by itself: "
               "see that the file is whole and its disk connected.")
        .arg(QString::fromStdString(file.filename().string()), why);
}

bool isOneColour(const Image& image)
{
    return std::ranges::adjacent_find(image.pixels, std::not_equal_to<>()) == image.pixels.end();
}

/// Glass and what was never scanned: a million such tiles fit into memory.
Image onePixelOf(const Image& image)
{
    return {1, 1, Pixels(1, image.pixels.front())};
}

/// The thread of the window goes before this one, where the system can be told so.
void yieldToOthers()
{
#ifdef __linux__
    constexpr int politeness = 5;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), politeness);
#endif
}

/// Of the machine; 0 where it does not say.
size_t memoryBytes()
{
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGE_SIZE);
    return pages > 0 && pageBytes > 0 ? static_cast<size_t>(pages) * static_cast<size_t>(pageBytes) : 0;
}

int pinnedLevelOf(const ViewPyramid& pyramid)
{
    if (pyramid.info.levels.empty())
        return -1;
    const SlideLevel& coarsest = pyramid.info.levels.back();
    return tileColumns(coarsest) * tileRows(coarsest) <= mostKeptTiles ? pyramid.coarsest() : -1;
}

} // namespace

/// A tile that was read, or was to be.
struct TileLoader::Done
{
    TileKey key;
    QString failure;
    bool isBack = false; ///< after others had failed
};

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
    std::deque<TileKey> waiting; // guarded by TileLoader::m_mutex, as the sets, pictures and figures below
    std::map<const void*, std::shared_ptr<PictureAhead>> ahead; // by the view that waits for it
    TileSet running;
    TileSet failed;
    double tileSeconds = 0.0;
    size_t views = 0;       // that have asked for tiles
    std::vector<Done> done; // and not told yet
    bool isTelling = false; // an event for these is on its way
    bool isToAskForFile = false;
    bool isAskingForFile = false; // until its answer was told

    std::mutex colourMutex; // guards the next three; held while the stain is measured, so that the others wait for it
    std::map<bool, std::optional<StainProfile>> stains; // once asked for; true: of the colours by the slide's own profile
    std::optional<ColourTreatment> tablesOf;
    std::shared_ptr<const ColourTables> tables;

    bool failureTold = false; // GUI thread only, as the next three
    FileState fileState = FileState::asOpened;
    bool stainUnknownTold = false;
    TileKey lastFailed;
};

size_t TileLoader::defaultCacheBytes()
{
    return std::clamp(memoryBytes() / 4, 256 * mebibyte, 1024 * mebibyte);
}

size_t TileLoader::mostCacheBytes()
{
    return std::max(memoryBytes() / 2, 256 * mebibyte);
}

TileLoader::TileLoader(size_t cacheBytes, QObject* parent)
    : QObject(parent)
    , m_cacheBytes(cacheBytes)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TileLoader::retry);
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &TileLoader::watch);
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

void TileLoader::setCacheBytes(size_t bytes)
{
    m_cacheBytes = bytes;
    if (m_work)
        m_work->cache.setCapacity(bytes);
}

void TileLoader::setSlide(std::shared_ptr<const Slide> slide)
{
    std::shared_ptr<Work> work = slide ? std::make_shared<Work>(std::move(slide), m_cacheBytes) : nullptr;
    m_retry.stop();
    m_wanted.clear();
    if (m_work)
        m_work->abandoned = true;
    {
        const std::lock_guard lock(m_mutex);
        m_work.swap(work);
    }
    if (m_work) {
        m_watch.start();
        return;
    }
    m_watch.stop();
    work.reset();
    freeKeptPixelMemory(); // another slide would have used it
}

void TileLoader::setTreatment(const ColourTreatment& treatment)
{
    if (treatment == m_treatment)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_treatment = treatment;
        if (m_work)
            m_work->cache.outdate();
    }
    Q_EMIT treatmentChanged();
}

ColourTreatment TileLoader::wantedTreatment() const
{
    const std::lock_guard lock(m_mutex);
    return m_treatment;
}

const ViewPyramid& TileLoader::pyramid() const
{
    return m_work->pyramid;
}

bool TileLoader::keepsCoarsest() const
{
    return m_work && m_work->pinnedLevel >= 0;
}

void TileLoader::request(const std::vector<TileRequest>& tiles, const void* view, const std::shared_ptr<PictureAhead>& ahead)
{
    if (tiles.empty())
        m_wanted.erase(view);
    else
        m_wanted[view] = tiles;
    if (!m_work)
        return;
    std::vector<TileRequest> byPriority = tiles;
    for (const auto& [other, wanted] : m_wanted) {
        if (other != view)
            byPriority.insert(byPriority.end(), wanted.begin(), wanted.end());
    }
    std::ranges::stable_sort(byPriority, {}, &TileRequest::priority);
    TileSet seen;
    std::deque<TileKey> wanted;
    // All three are asked under one lock: a tile that is done between two of them would be in neither, and be read again.
    std::unique_lock lock(m_mutex);
    const auto isKnown = [&work = *m_work](const TileKey& key) {
        return work.running.contains(key) || work.failed.contains(key) || work.cache.contains(key);
    };
    for (const auto& [key, priority] : byPriority) {
        if (seen.insert(key).second && !isKnown(key))
            wanted.push_back(key);
    }
    m_work->waiting = std::move(wanted);
    if (ahead)
        m_work->ahead[view] = ahead;
    else
        m_work->ahead.erase(view);
    m_work->views = m_wanted.size();
    // What was to wait for the last tile of a view that no one wants any more is told now.
    const bool isToTell = !m_work->done.empty() && !std::exchange(m_work->isTelling, true);
    lock.unlock();
    m_wake.notify_all();
    if (isToTell)
        tellDone(m_work);
}

std::shared_ptr<const Image> TileLoader::tile(const TileKey& key) const
{
    return m_work ? m_work->cache.find(key) : nullptr;
}

bool TileLoader::isDecoded(const TileKey& key) const
{
    return m_work && m_work->cache.contains(key);
}

TileCounts TileLoader::counts() const
{
    if (!m_work)
        return {};
    const std::lock_guard lock(m_mutex);
    return {m_work->cache.inserted(), m_work->cache.found(), m_work->failed.size()};
}

FileState TileLoader::fileState() const
{
    return m_work ? m_work->fileState : FileState::asOpened;
}

double TileLoader::tileSeconds() const
{
    const std::lock_guard lock(m_mutex);
    return m_work ? m_work->tileSeconds : 0.0;
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
    yieldToOthers();
    for (;;) {
        std::shared_ptr<Work> work;
        TileKey key;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_work && (!m_work->waiting.empty() || m_work->isToAskForFile); });
            if (stop.stop_requested())
                return;
            work = m_work;
            if (std::exchange(work->isToAskForFile, false)) {
                work->isAskingForFile = true;
                lock.unlock();
                askForFile(work);
                continue;
            }
            key = work->waiting.front();
            work->waiting.pop_front();
            work->running.insert(key);
        }
        QString failure;
        bool isEnough = true;
        const auto begin = std::chrono::steady_clock::now();
        try {
            isEnough = readOne(work, key);
        } catch (const Error& error) {
            spdlog::warn("tile {}/{}/{}: {}", key.level, key.column, key.row, error.what());
            failure = unreadable(work->slide->info().path, translated(error.sentence()));
        } catch (const std::exception& error) {
            spdlog::error("tile {}/{}/{}: {}", key.level, key.column, key.row, error.what());
            failure = unreadable(work->slide->info().path, QString::fromUtf8(error.what()));
        }
        finish(work, {key, failure}, isEnough, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
}

/// False when no view has anything to show yet: each has put the tile on a picture ahead that still misses others.
bool TileLoader::readOne(const std::shared_ptr<Work>& work, const TileKey& key)
{
    for (;;) {
        const ColourTreatment treatment = wantedTreatment();
        const std::shared_ptr<const ColourTables> colours = this->colours(work, treatment);
        Image image = readTile(*work->slide, work->pyramid, key, [&work] { return work->abandoned.load(); });
        if (image.empty())
            return true;
        if (isOneColour(image))
            image = onePixelOf(image);
        colours->apply(image);
        auto tile = std::make_shared<const Image>(std::move(image));
        std::map<const void*, std::shared_ptr<PictureAhead>> ahead;
        size_t views = 0;
        {
            const std::lock_guard lock(m_mutex);
            if (work->abandoned)
                return true;
            if (treatment != m_treatment) // it is read again, in the colours that are wanted now
                continue;
            work->cache.insert(key, tile);
            ahead = work->ahead;
            views = work->views;
        }
        bool isEnough = ahead.size() < views;
        for (const auto& [view, picture] : ahead) {
            const bool isPut = picture->put(key, *tile);
            if (isPut)
                work->cache.find(key); // it counts as shown
            isEnough = isEnough || !isPut || picture->isComplete();
        }
        return isEnough;
    }
}

/// Measured once: other tones of the same colours have the same stains.
const std::optional<StainProfile>& TileLoader::stainsOf(Work& work, bool profiled)
{
    const auto [known, isNew] = work.stains.try_emplace(profiled);
    if (isNew) {
        Image pixels = stainPixels(*work.slide, [&work] { return work.abandoned.load(); });
        if (profiled)
            work.slide->info().colourProfile->apply(pixels);
        known->second = measureStains(pixels.pixels);
    }
    return known->second;
}

std::shared_ptr<const ColourTables> TileLoader::colours(const std::shared_ptr<Work>& work, const ColourTreatment& treatment)
{
    const std::lock_guard lock(work->colourMutex);
    if (work->tablesOf == treatment)
        return work->tables;
    const std::shared_ptr<const ColourProfile> profile = work->slide->info().colourProfile;
    std::optional<StainProfile> stains;
    if (treatment.normalised) {
        stains = stainsOf(*work, treatment.profiled && profile);
        if (!stains)
            tellStainUnknown(work);
    }
    ColourTreatment possible = treatment;
    possible.normalised = stains.has_value();
    work->tables = std::make_shared<const ColourTables>(possible, stains.value_or(standardStains()), profile);
    work->tablesOf = treatment;
    return work->tables;
}

void TileLoader::tellStainUnknown(const std::shared_ptr<Work>& work)
{
    const auto told = [this, from = std::weak_ptr(work)] {
        const std::shared_ptr<Work> of = from.lock();
        if (of && of == m_work && !std::exchange(of->stainUnknownTold, true))
            Q_EMIT stainUnknown(tr("The stain of this slide cannot be normalised: too little of it is stained by two dyes. It is "
                                   "shown as it was scanned."));
    };
    QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
}

void TileLoader::finish(const std::shared_ptr<Work>& work, Done done, bool isEnough, double seconds)
{
    std::unique_lock lock(m_mutex);
    work->running.erase(done.key);
    constexpr double newest = 0.2; // weight in the running mean
    work->tileSeconds = work->tileSeconds == 0.0 ? seconds : work->tileSeconds * (1.0 - newest) + seconds * newest;
    if (!done.failure.isEmpty()) {
        work->isToAskForFile = work->isToAskForFile || (work->failed.empty() && !work->isAskingForFile); // it tells why
        work->failed.insert(done.key);
    } else if (work->failed.contains(done.key)) {
        work->failed.clear();
        done.isBack = true;
    }
    if (work != m_work)
        return;
    work->done.push_back(std::move(done));
    const bool isToTell = (isEnough || work->waiting.empty()) && !std::exchange(work->isTelling, true);
    lock.unlock();
    if (isToTell)
        tellDone(work);
}

/// One event for all that come before it is taken: to wake another thread costs as much as a part of a tile.
void TileLoader::tellDone(const std::shared_ptr<Work>& work)
{
    // The slide may change before the event arrives: the weak pointer is this slide's identity.
    const auto told = [this, from = std::weak_ptr(work)] {
        const std::shared_ptr<Work> of = from.lock();
        if (!of || of != m_work)
            return;
        std::vector<Done> done;
        {
            const std::lock_guard lock(m_mutex);
            of->isTelling = false;
            done.swap(of->done);
        }
        for (const Done& one : done) {
            if (of == m_work) // else one before it had the slide changed
                report(*of, one);
        }
    };
    QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
}

void TileLoader::report(Work& work, const Done& done)
{
    if (!done.failure.isEmpty()) {
        work.lastFailed = done.key;
        if (!m_retry.isActive())
            m_retry.start(m_retryInterval);
    }
    if (done.isBack)
        m_retry.stop();
    const bool first = !done.failure.isEmpty() && !std::exchange(work.failureTold, true);
    const bool recovered = done.isBack && std::exchange(work.failureTold, false);
    Q_EMIT tileDone(done.key);
    if (first)
        Q_EMIT tileFailed(done.failure);
    if (recovered)
        Q_EMIT tilesBack();
}

void TileLoader::retry()
{
    if (!m_work)
        return;
    m_retry.start(std::min(m_retry.intervalAsDuration() * 2, longestRetryInterval));
    tryAgain();
}

/// One tile tells whether the file is back.
void TileLoader::tryAgain()
{
    const std::lock_guard lock(m_mutex);
    if (m_work->running.contains(m_work->lastFailed))
        return;
    m_work->waiting.push_front(m_work->lastFailed);
    m_wake.notify_all();
}

/// By a thread of the pool: a network that is away may answer after minutes.
void TileLoader::watch()
{
    const std::lock_guard lock(m_mutex);
    if (!m_work || m_work->isAskingForFile)
        return;
    m_work->isToAskForFile = true;
    m_wake.notify_one();
}

void TileLoader::askForFile(const std::shared_ptr<Work>& work)
{
    const FileState state = work->slide->fileState();
    const auto told = [this, state, from = std::weak_ptr(work)] {
        const std::shared_ptr<Work> of = from.lock();
        if (of && of == m_work)
            reportFile(*of, state);
    };
    QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
}

void TileLoader::reportFile(Work& work, FileState state)
{
    {
        const std::lock_guard lock(m_mutex);
        work.isAskingForFile = false;
    }
    if (std::exchange(work.fileState, state) == state)
        return;
    if (state == FileState::asOpened && m_retry.isActive()) { // what had failed need not wait
        m_retry.start(m_retryInterval);
        tryAgain();
    }
    Q_EMIT fileStateChanged();
}

} // namespace spacrd
