#pragma once

#include "core/slide/tilecache.h"
#include "widgets/slideview/tileblit.h"

#include <QImage>
#include <QRect>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace spacrd {

/// Where a tile goes on a picture: over `target`, of which only what is in `clip` is seen; pixels of the picture.
struct TileTarget
{
    TileKey key;
    QRect target;
    QRect clip;
    Sampling sampling = Sampling::smooth;
};

/// A picture of a view that nobody looks at until all its tiles are there. Whoever decodes a tile puts it there at once, while it
/// is in that processor's own memory: the window's thread has nothing left to do. Thread-safe.
class PictureAhead
{
public:
    /// `picture` is Format_RGB32; no pixel is in two of the `targets`.
    PictureAhead(QImage picture, std::vector<TileTarget> targets);

    /// False where the tile has no target, or is there.
    bool misses(const TileKey& key) const;
    /// Paints the tile where it is missing; whether it was.
    bool put(const TileKey& key, const Image& tile);
    /// True when every tile is painted; never, when it was taken before.
    bool isComplete() const;

    struct Taken
    {
        QImage picture;
        std::vector<TileKey> missing; ///< what is there is not told
    };
    /// Once; puts no tile any more. Waits for one that is being painted, which takes some tens of microseconds.
    Taken take();

private:
    mutable std::mutex m_mutex; // guards the next four
    std::vector<TileTarget> m_missing;
    int m_painting = 0;
    bool m_isTaken = false;
    QImage m_picture;
    std::condition_variable m_painted;
    const Band m_pixels;
};

} // namespace spacrd
