#pragma once

#include "core/slide/tilecache.h"

namespace spacrd {

/// What a tile is wanted for; the first is read first.
enum class TilePriority
{
    kept,          ///< of the coarsest level, which stays in memory: a view is never blank
    placeholder,   ///< in view, of a coarser level, while the sharp ones will take their time
    visibleSharp,  ///< in view
    visibleCoarse, ///< in view, of a coarser level, for when one zooms out
    ahead,         ///< where the motion of the view leads
    neighbour,     ///< around the view
};

/// A tile that a view wants. The key tells requests and their results apart.
struct TileRequest
{
    TileKey key;
    TilePriority priority = TilePriority::visibleSharp;
};

} // namespace spacrd
