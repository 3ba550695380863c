#pragma once

#include "core/slide/image.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace spacrd {

/// A tile of a level: column and row count tiles of the level's tileWidth × tileHeight from its origin.
struct TileKey
{
    int level = 0;
    int column = 0;
    int row = 0;

    friend bool operator==(const TileKey&, const TileKey&) = default;
};

struct TileKeyHash
{
    size_t operator()(const TileKey& key) const;
};

/// Decoded tiles of one slide, least recently used dropped first when they exceed `capacityBytes`. Thread-safe.
/// Tiles of the pinned level (the coarsest) are not dropped for others, so that a view is never blank; only when they alone
/// exceed half the capacity, as on a large slide of a single level, are the least recently used of them dropped too.
class TileCache
{
public:
    TileCache(size_t capacityBytes, int pinnedLevel);

    /// The tile, now most recently used, or null. Outdated ones too: they are better than nothing.
    std::shared_ptr<const Image> find(const TileKey& key);
    /// Whether it is there and not outdated; this is no use of it.
    bool contains(const TileKey& key) const;
    void insert(const TileKey& key, std::shared_ptr<const Image> tile);
    /// Drops at once what is too much then.
    void setCapacity(size_t bytes);

    /// All that are there now are to be replaced.
    void outdate();

    size_t bytes() const;
    /// Tiles that were inserted so far, and of these how many were found at least once.
    size_t inserted() const;
    size_t found() const;
    void clear();

private:
    struct Entry
    {
        TileKey key;
        std::shared_ptr<const Image> tile;
        bool found = false;
        bool outdated = false;
    };

    /// Tiles of one kind, most recently used first.
    struct Shelf
    {
        std::list<Entry> entries;
        size_t bytes = 0;
    };

    Shelf& shelfOf(const TileKey& key);
    void drop(std::list<Entry>::iterator entry);
    void dropExcess();

    mutable std::mutex m_mutex;
    Shelf m_pinned;
    Shelf m_loose;
    std::unordered_map<TileKey, std::list<Entry>::iterator, TileKeyHash> m_index;
    size_t m_capacityBytes;
    int m_pinnedLevel;
    size_t m_inserted = 0;
    size_t m_found = 0;
};

} // namespace spacrd
