#include "core/slide/tilecache.h"

#include <utility>

namespace spacrd {

namespace {

size_t bytesOf(const Image& tile)
{
    return sizeof(Image) + tile.pixels.size() * sizeof(std::uint32_t);
}

} // namespace

size_t TileKeyHash::operator()(const TileKey& key) const
{
    std::uint64_t bits = static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.level)) << 58;
    bits ^= static_cast<std::uint64_t>(static_cast<std::uint32_t>(key.row)) << 29;
    bits ^= static_cast<std::uint32_t>(key.column);
    bits *= 0x9e3779b97f4a7c15ULL; // 2^64 / golden ratio: spreads neighbours over the buckets
    return static_cast<size_t>(bits ^ (bits >> 32));
}

TileCache::TileCache(size_t capacityBytes, int pinnedLevel)
    : m_capacityBytes(capacityBytes)
    , m_pinnedLevel(pinnedLevel)
{}

std::shared_ptr<const Image> TileCache::find(const TileKey& key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_index.find(key);
    if (it == m_index.end())
        return nullptr;
    Shelf& shelf = shelfOf(key);
    shelf.entries.splice(shelf.entries.begin(), shelf.entries, it->second);
    if (!std::exchange(it->second->found, true))
        ++m_found;
    return it->second->tile;
}

bool TileCache::contains(const TileKey& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_index.find(key);
    return it != m_index.end() && !it->second->outdated;
}

void TileCache::insert(const TileKey& key, std::shared_ptr<const Image> tile)
{
    if (!tile)
        return;
    const std::lock_guard lock(m_mutex);
    if (const auto it = m_index.find(key); it != m_index.end())
        drop(it->second);
    Shelf& shelf = shelfOf(key);
    shelf.bytes += bytesOf(*tile);
    shelf.entries.push_front({key, std::move(tile)});
    ++m_inserted;
    m_index[key] = shelf.entries.begin();
    dropExcess();
}

void TileCache::setCapacity(size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_capacityBytes = bytes;
    dropExcess();
}

void TileCache::outdate()
{
    const std::lock_guard lock(m_mutex);
    for (Shelf* shelf : {&m_pinned, &m_loose}) {
        for (Entry& entry : shelf->entries)
            entry.outdated = true;
    }
}

size_t TileCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_pinned.bytes + m_loose.bytes;
}

size_t TileCache::inserted() const
{
    const std::lock_guard lock(m_mutex);
    return m_inserted;
}

size_t TileCache::found() const
{
    const std::lock_guard lock(m_mutex);
    return m_found;
}

void TileCache::clear()
{
    const std::lock_guard lock(m_mutex);
    m_index.clear();
    m_pinned = {};
    m_loose = {};
}

TileCache::Shelf& TileCache::shelfOf(const TileKey& key)
{
    return key.level == m_pinnedLevel ? m_pinned : m_loose;
}

void TileCache::dropExcess()
{
    while (m_pinned.bytes > m_capacityBytes / 2)
        drop(std::prev(m_pinned.entries.end()));
    while (!m_loose.entries.empty() && m_pinned.bytes + m_loose.bytes > m_capacityBytes)
        drop(std::prev(m_loose.entries.end()));
}

void TileCache::drop(std::list<Entry>::iterator entry)
{
    Shelf& shelf = shelfOf(entry->key);
    shelf.bytes -= bytesOf(*entry->tile);
    m_index.erase(entry->key);
    shelf.entries.erase(entry);
}

} // namespace spacrd
