#pragma once

#include "core/base/geometry.h"
#include "core/slide/slide.h"
#include "core/slide/tilecache.h"

#include <vector>

namespace spacrd {

/// Geometry of a slide's tiles; no pixels are read here.

/// Number of tile columns and rows of a level.
int tileColumns(const SlideLevel& level);
int tileRows(const SlideLevel& level);

/// The part of a tile inside its level, in level pixels (x, y of its top-left; tiles at the right and bottom border
/// are smaller).
Rect tileLevelRect(const SlideInfo& info, const TileKey& key);

/// The tile's place in level-0 pixels.
Rect tileLevel0Rect(const SlideInfo& info, const TileKey& key);

/// Tiles of `level` that touch `level0Rect`, row by row.
std::vector<TileKey> tilesIn(const SlideInfo& info, int level, const Rect& level0Rect);
/// The same, those nearest to its centre first.
std::vector<TileKey> tilesFromCentre(const SlideInfo& info, int level, const Rect& level0Rect);

} // namespace spacrd
