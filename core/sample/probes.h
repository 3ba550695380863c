#pragma once

// Private to core/sample.

#include "core/base/frames.h"
#include "core/transcriptome/section.h"

#include <Eigen/Core>

#include <vector>

namespace spacrd {

/// The places at which a section is compared with a picture, and what is known there. The same for every alignment tried.
struct Probes
{
    std::vector<FullresPoint> inside;  ///< spots in tissue, a sample of them where there are many
    std::vector<FullresPoint> outside; ///< places of the array without tissue, likewise
    Eigen::MatrixXd axes;              ///< expressionAxes of `inside`; no columns without expression
    std::vector<int> blockOfInside;    ///< which patch of the section a place lies in; patches are of about equal numbers
    std::vector<int> blockOfOutside;
    int blocks = 0;
    double spotPx = 0.0;        ///< spot diameter, full-resolution px
    double pitchPx = 0.0;       ///< distance of spots, full-resolution px
    double extentPitches = 0.0; ///< the longer side of the spots' bounding box over the pitch
};

/// Where the table names no place outside the tissue, the empty places of the array around and between the spots stand in.
Probes probesOf(const SpatialSection& section, Task& task);

} // namespace spacrd
