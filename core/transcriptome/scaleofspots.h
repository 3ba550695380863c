#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/scalefactors.h"
#include "core/transcriptome/section.h"
#include "core/transcriptome/spotgeometry.h"

namespace spacrd {

/// How the spots of a platform are laid out.
struct ArrayFacts
{
    SpotLattice lattice = SpotLattice::irregular;
    double pitchUm = 0.0; ///< 0 = not fixed
    double spotUm = 0.0;
};

/// Visium: hexagonal, 100 and 55 µm; legacy ST: square, 200 and 100 µm; Visium HD: square, its bins; others: nothing fixed.
ArrayFacts arrayFacts(Platform platform);

/// The bin size in µm that the barcodes of Visium HD name ("s_008um_00301_00321-1": 8), or nothing.
std::optional<double> binSizeOf(const std::string& barcode);

/// Fills in pitch, spot diameter and µm per pixel of a section whose platform and lattice are set: from the distance of the
/// spots on their array (with the `others` of the array where those of the section do not tell), checked against the scale
/// factors with a warning where they disagree by more than 10 %. `geometry`: there are no array coordinates, this is what the
/// places say; the scale factors then come first, since neighbours may be missing. µm per pixel stays empty when nothing tells.
void useScale(SpatialSection& section, const std::vector<Spot>& others, const ScaleFactors& factors,
              const std::optional<SpotGeometry>& geometry);

} // namespace spacrd
