#pragma once

#include "core/sample/sample.h"

#include <memory>

namespace spacrd::test {

/// A square grid of `columns` × `rows` spots, `pitch` level-0 pixels apart, the first one at (pitch, pitch); half a pitch wide.
inline std::shared_ptr<const Sample> gridSample(int columns, int rows, double pitch)
{
    auto sample = std::make_shared<Sample>();
    sample->section.platform = Platform::legacySt;
    sample->section.lattice = SpotLattice::square;
    sample->section.spotPitchFullresPx = pitch;
    sample->section.spotDiameterFullresPx = pitch / 2;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Spot spot;
            spot.fullres = {pitch * (column + 1), pitch * (row + 1)};
            sample->section.spots.push_back(spot);
        }
    }
    return sample;
}

} // namespace spacrd::test
