#pragma once

#include "core/slide/slide.h"
#include "core/slide/tilecache.h"

#include <functional>
#include <vector>

namespace spacrd {

/// The levels a view draws from: the slide's own, and levels in between (and above the coarsest) that are averaged from the
/// next finer one where the slide leaves gaps.
///
/// With them no tile is ever shrunk by more than about two, which bilinear drawing does without aliasing, and the number of
/// tiles on a screen stays bounded, even for slides with one level only.
struct ViewPyramid
{
    struct Source
    {
        int slideLevel = 0;
        int reduce = 1; ///< view pixels are means of reduce × reduce pixels of the slide's level
    };

    SlideInfo info;              ///< as the slide's, with the view's levels
    std::vector<Source> sources; ///< one a level

    int coarsest() const { return static_cast<int>(info.levels.size()) - 1; }
};

ViewPyramid viewPyramid(const SlideInfo& slide);

/// Reads the pixels of a tile. `abandoned` is asked between reads of a long tile; the result is empty when it said true.
/// Throws what Slide::readRegion throws.
Image readTile(const Slide& slide, const ViewPyramid& pyramid, const TileKey& key, const std::function<bool()>& abandoned);

} // namespace spacrd
