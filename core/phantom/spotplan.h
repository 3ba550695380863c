#pragma once

#include "core/phantom/layout.h"
#include "core/phantom/tissueplan.h"

#include <array>
#include <string>
#include <vector>

namespace spacrd {
class Task;
}

namespace spacrd::phantom {

/// Kinds of cells that express differently; a spot is a mixture of them.
enum class Cells
{
    stroma,
    fat,
    gland,
    immune,
    tumour,
    quietTumour, ///< of nests that only the image shows
    growingBenign,
};
inline constexpr size_t cellKinds = 7;

/// Shares of a disc's area; the rest is glass.
using Mixture = std::array<double, cellKinds>;

/// One place of the array with what lies under it.
struct PlannedSpot
{
    std::string barcode; ///< "ACGT…-1" (Visium), "s_008um_00012_00034-1" (HD), "XxY" (ST), "aaaabbbb-1" (Xenium)
    int arrayRow = 0;
    int arrayCol = 0;
    Point fullres;                  ///< centre, px
    bool inTissue = false;          ///< tissue under at least half of the disc
    Tissue tissue = Tissue::glass;  ///< tumour where it is labelled so, else the most of the rest
    bool tumour = false;            ///< tumour under at least half of the tissue under the disc
    NestKind nest = NestKind::both; ///< of most of its tumour
    Mixture cells{};                ///< under the disc and, bled, around it
};

/// All places of the array over the picture, row by row.
std::vector<PlannedSpot> planSpots(const TissuePlan& plan, const Layout& layout, std::uint64_t seed, const Task& task);

/// Indices of the spots in tissue in the order of the count matrix: by barcode as Space Ranger sorts them, for ST by place.
std::vector<size_t> matrixOrder(const std::vector<PlannedSpot>& spots, Platform platform);

} // namespace spacrd::phantom
