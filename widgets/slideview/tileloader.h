#pragma once

#include "widgets/slideview/viewpyramid.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace spacrd {

/// Decodes tiles on a small pool of threads and keeps them in a TileCache. Lives on the GUI thread and never blocks it:
/// changing the slide only swaps what the pool works on; a read in flight ends by itself and its tile is dropped.
/// The destructor waits for at most the tiles being decoded.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    /// A quarter of the machine's memory, at least 256 MiB and at most 1 GiB.
    static size_t defaultCacheBytes();

    explicit TileLoader(size_t cacheBytes = defaultCacheBytes(), QObject* parent = nullptr);
    ~TileLoader() override;

    /// Null: nothing to load. Forgets all tiles of the slide before.
    void setSlide(std::shared_ptr<const Slide> slide);
    bool hasSlide() const { return m_work != nullptr; }
    /// The levels of the tile keys. Only with a slide.
    const ViewPyramid& pyramid() const;
    /// True when the coarsest level is small enough to be loaded whole; the cache then never drops it.
    bool keepsCoarsest() const;

    /// Replaces everything that waits by these tiles, most urgent first. Cached, failed, double and already running ones are
    /// left out, so that a tile is read once however often it is asked for.
    void request(const std::vector<TileKey>& tiles);

    /// The tile if it is decoded, else null.
    std::shared_ptr<const Image> tile(const TileKey& key) const;
    bool hasFailed(const TileKey& key) const;
    /// True when no tile waits or is being read.
    bool isIdle() const;

Q_SIGNALS:
    /// A tile of the current slide was decoded or has failed.
    void tileDone(const spacrd::TileKey& key);
    /// The first failure of a slide, as a sentence for people.
    void tileFailed(const QString& sentence);

private:
    struct Work;

    void run(const std::stop_token& stop);
    void readOne(Work& work, const TileKey& key);
    void finish(const std::shared_ptr<Work>& work, const TileKey& key, const QString& failure);

    mutable std::mutex m_mutex; // guards m_work (written on the GUI thread only) and the lists in it
    std::condition_variable_any m_wake;
    std::shared_ptr<Work> m_work;
    size_t m_cacheBytes;
    std::vector<std::jthread> m_threads; // last: joined before what they use goes
};

} // namespace spacrd
