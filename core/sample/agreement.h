#pragma once

// Private to core/sample.

#include "core/sample/alignment.h"
#include "core/sample/probes.h"
#include "core/sample/tissuemap.h"

#include <vector>

namespace spacrd {

/// How well one alignment makes section and picture agree. Losses are per block, sums over its probes; 0 is perfect, and an
/// alignment that tells nothing has about as much as there are probes.
struct Agreement
{
    std::vector<double> tissueLoss;     ///< (in tissue − tissue seen)², inside and outside weighted alike
    std::vector<double> expressionLoss; ///< squared error of the axes predicted from the looks, cross-validated, mean over axes
    double loss = 0.0;                  ///< both together, mean per probe
    double tissueAgreement = 0.0; ///< 1 = tissue is seen where spots are in tissue and nowhere else, 0 = as good as nothing seen
    double onPicture = 0.0;       ///< share of `inside` on the scanned part of the slide
    double onTissue = 0.0;        ///< share of `inside` where at least a quarter of the spot shows tissue
    double outsideOnTissue = 0.0; ///< the same of `outside`
    double expressionR2 = 0.0;    ///< explained by the looks, cross-validated; may be negative
};

Agreement agreementOf(const Probes& probes, const TissueMap& map, const Alignment& alignment);

/// By how much `other` agrees better than `one`.
struct Advantage
{
    double gain = 0.0;   ///< mean loss per probe less; positive = better
    double sigmas = 0.0; ///< gain over its standard error, which the scatter between the blocks gives
};
Advantage advantageOf(const Agreement& other, const Agreement& one, const Probes& probes);

} // namespace spacrd
