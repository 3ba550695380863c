#pragma once

#include "core/slide/colourtreatment.h"
#include "core/slide/slide.h"
#include "widgets/slideview/viewpyramid.h"

#include "widgets/slideview/tilerequest.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace spacrd {

class PictureAhead;

/// What became of the tiles of a slide so far.
struct TileCounts
{
    size_t decoded = 0;
    size_t shown = 0;  ///< of these, painted at least once
    size_t failed = 0; ///< could not be read
};

/// Decodes tiles on a small pool of threads and keeps them in a TileCache. Lives on the GUI thread and never blocks it:
/// changing the slide only swaps what the pool works on; a read in flight ends by itself and its tile is dropped.
/// The destructor waits for at most the tiles being decoded.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    /// A quarter of the machine's memory, at least 256 MiB and at most 1 GiB.
    static size_t defaultCacheBytes();
    /// Half of it: more would be swapped out.
    static size_t mostCacheBytes();

    explicit TileLoader(size_t cacheBytes = defaultCacheBytes(), QObject* parent = nullptr);
    ~TileLoader() override;

    /// Null: nothing to load. Forgets all tiles of the slide before.
    void setSlide(std::shared_ptr<const Slide> slide);
    bool hasSlide() const { return m_work != nullptr; }
    /// The levels of the tile keys. Only with a slide.
    const ViewPyramid& pyramid() const;
    /// True when the coarsest level is small enough to be loaded whole; the cache then never drops it.
    bool keepsCoarsest() const;

    /// How much memory decoded tiles may take, of this slide and of later ones.
    size_t cacheBytes() const { return m_cacheBytes; }
    void setCacheBytes(size_t bytes);

    /// The colours of all tiles from now on, also of other slides. Tiles in those before are given until they were read anew.
    void setTreatment(const ColourTreatment& treatment);
    const ColourTreatment& treatment() const { return m_treatment; }

    /// Replaces everything that waits for `view` by these tiles, read by priority and in the given order within one; what other
    /// views of the slide wait for stays. Cached, failed, double and already running ones are left out, so that a tile is read
    /// once however often it is asked for.
    /// Of these, those that have a target on `ahead` are put there as they are decoded, on the decoder's thread; from the next
    /// call on no more.
    void request(const std::vector<TileRequest>& tiles, const void* view = nullptr,
                 const std::shared_ptr<PictureAhead>& ahead = nullptr);

    /// The tile if it is decoded, else null. One of a single colour may be a single pixel. It counts as shown from now on.
    std::shared_ptr<const Image> tile(const TileKey& key) const;
    /// Whether tile() has it, in the colours that are wanted.
    bool isDecoded(const TileKey& key) const;
    bool hasFailed(const TileKey& key) const;
    TileCounts counts() const;
    /// Seconds that reading and decoding a tile of this slide took of late, on one of threads(). 0 = none was read yet.
    double tileSeconds() const;
    /// Of the slide's file when it was looked after last. Tiles that are shown stay.
    FileState fileState() const;
    /// After a failure one tile is tried again after this time, then after twice as long, and so on up to a minute. 2 s.
    void setRetryInterval(std::chrono::milliseconds interval) { m_retryInterval = interval; }
    int threads() const { return static_cast<int>(m_threads.size()); }
    /// True when no tile waits or is being read.
    bool isIdle() const;

Q_SIGNALS:
    /// setTreatment() was called with another: what is seen is to be asked for anew.
    void treatmentChanged();
    /// A tile of the current slide was decoded or has failed.
    void tileDone(const spacrd::TileKey& key);
    /// The first failure of a slide, as a sentence for people.
    void tileFailed(const QString& sentence);
    /// After that: the file can be read again, and what had failed is to be asked for anew.
    void tilesBack();
    void fileStateChanged();
    /// The stain of the slide was to be normalised and cannot be measured: it is shown as it is. A sentence for people, once a
    /// slide.
    void stainUnknown(const QString& sentence);

private:
    struct Work;
    struct Done;

    void run(const std::stop_token& stop);
    bool readOne(const std::shared_ptr<Work>& work, const TileKey& key);
    std::shared_ptr<const ColourTables> colours(const std::shared_ptr<Work>& work, const ColourTreatment& treatment);
    ColourTreatment wantedTreatment() const;
    static const std::optional<StainProfile>& stainsOf(Work& work, bool profiled);
    void tellStainUnknown(const std::shared_ptr<Work>& work);
    void tellDone(const std::shared_ptr<Work>& work);
    void report(Work& work, const Done& done);
    void retry();
    void tryAgain();
    void watch();
    void askForFile(const std::shared_ptr<Work>& work);
    void reportFile(Work& work, FileState state);
    void finish(const std::shared_ptr<Work>& work, Done done, bool isEnough, double seconds);

    mutable std::mutex m_mutex; // guards m_work (written on the GUI thread only) and the lists in it
    std::condition_variable_any m_wake;
    std::shared_ptr<Work> m_work;
    ColourTreatment m_treatment;                              // guarded by m_mutex; written on the GUI thread only
    std::map<const void*, std::vector<TileRequest>> m_wanted; // by whom; GUI thread only
    size_t m_cacheBytes;
    QTimer m_retry;
    std::chrono::milliseconds m_retryInterval{2000};
    QTimer m_watch;
    std::vector<std::jthread> m_threads; // last: joined before what they use goes
};

} // namespace spacrd
