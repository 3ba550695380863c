#pragma once

#include "core/base/geometry.h"
#include "core/transcriptome/section.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// A connected area of spots of one class, in full-resolution pixels.
struct Region
{
    std::string name; ///< "CTR 1", … by falling area
    /// Valid in the sense of OGC simple features, on a grid of 0.01 px. The outer ring has a positive shoelace sum
    /// (counter-clockwise where y points up, as RFC 7946 wants), holes a negative one; each ring starts at its topmost
    /// point, the leftmost of those.
    Polygon fullres;
    int spots = 0;
    double meanScore = 0.0;
    double meanProbability = 0.0;
    double areaPx2 = 0.0;
    std::optional<double> areaUm2; ///< when µm per pixel is known
};

/// Unites the cells of the spots whose class is 1 (GEOS): a hexagon of the pitch for a hexagonal lattice, a square for a
/// square one, the nearest places for an irregular one, so that neighbouring spots join and a missing spot leaves a hole. Cells
/// are turned with the lattice. One Region per connected part, by falling area, then by top-left corner. Cells that touch at a
/// corner only stay apart. Takes about 20 µs a spot. Throws Error when the lists differ in length, a class is neither 0 nor 1, or
/// the size of a cell is not known (see spotCells).
std::vector<Region> regionsOf(const SpatialSection& section, const std::vector<int>& classes, const std::vector<double>& score,
                              const std::vector<double>& probability);

/// The cells of all spots in spot order, full-resolution pixels. Neighbours share their corners (each corner is the mean of
/// what the spots round it say), so real, slightly crooked arrays are covered without gaps or overlaps.
/// The lattice is read from the array coordinates where they fit the positions, else from the nearest neighbours; with
/// fewer than three spots its size comes from the spot diameter, the pitch or µm per pixel. Spots on no array get the places that
/// are nearer to them than to others (voronoicells.h). Throws Error when none is known.
std::vector<Ring> spotCells(const SpatialSection& section);

/// The cell of one spot. For many spots call spotCells() once.
Ring spotCell(const SpatialSection& section, size_t spot);

} // namespace spacrd
