#pragma once

#include "core/sample/alignment.h"

#include <vector>

namespace spacrd {

/// One place seen in both: where it is on the array and where it is on the slide.
struct LandmarkPair
{
    FullresPoint fullres;
    Level0Point level0;
};

enum class AlignmentModel
{
    similarity, ///< shift, rotation, one scale, mirrored or not: what a photograph of the same section can differ by
    affine,     ///< also two scales and a shear
};

struct LandmarkFit
{
    Alignment alignment;
    std::vector<double> residualsUm; ///< one a pair: how far on the slide the fit puts it from where it was marked
    double rmsUm = 0.0;              ///< of the residuals; 0 for an affine fit to three pairs, which says nothing of its worth
};

/// The alignment that puts the pairs' places on one another best: least squares of the distances on the slide. `level0ToMicron`
/// gives the residuals their unit. Throws Error with fewer than three pairs, a coordinate that is not finite, or places that lie
/// on one line or in one point on either side.
///
/// The similarity is the closed form of Umeyama (1991, IEEE TPAMI 13:376) in the plane, for both hands; the better is taken.
LandmarkFit fitAlignment(const std::vector<LandmarkPair>& pairs, AlignmentModel model,
                         const Affine<frame::Level0, frame::Micron>& level0ToMicron);

} // namespace spacrd
