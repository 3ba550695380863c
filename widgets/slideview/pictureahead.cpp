#include "widgets/slideview/pictureahead.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace spacrd {

PictureAhead::PictureAhead(QImage picture, std::vector<TileTarget> targets)
    : m_missing(std::move(targets))
    , m_picture(std::move(picture))
    , m_pixels(wholeBand(m_picture))
{}

bool PictureAhead::misses(const TileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::find(m_missing, key, &TileTarget::key) != m_missing.end();
}

bool PictureAhead::put(const TileKey& key, const Image& tile)
{
    TileTarget at;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_missing, key, &TileTarget::key);
        if (found == m_missing.end() || m_isTaken)
            return false;
        at = *found;
        m_missing.erase(found);
        ++m_painting;
    }
    blitTile(m_pixels, at.target, at.clip, tile, at.sampling);
    const std::lock_guard lock(m_mutex);
    --m_painting;
    m_painted.notify_all();
    return true;
}

bool PictureAhead::isComplete() const
{
    const std::lock_guard lock(m_mutex);
    return m_missing.empty() && m_painting == 0;
}

PictureAhead::Taken PictureAhead::take()
{
    std::unique_lock lock(m_mutex);
    Taken taken;
    std::ranges::transform(m_missing, std::back_inserter(taken.missing), &TileTarget::key);
    m_isTaken = true;
    m_painted.wait(lock, [this] { return m_painting == 0; });
    taken.picture = std::move(m_picture);
    return taken;
}

} // namespace spacrd
