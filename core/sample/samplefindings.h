#pragma once

#include "core/sample/sample.h"

#include <string>
#include <utility>
#include <vector>

namespace spacrd {

/// A warning of a sample for a script: what kind it is, and its numbers by name.
struct SampleFinding
{
    /// Of the proof: "scale-slip", "orientation", "bounds-offset", "shift", "off-image", "no-tissue", "on-glass",
    /// "no-match", "microns-disagree" (AlignmentFinding::Kind). Others: "image-left-out" (of an image that was found and cannot
    /// be used), "no-image" (none was found), "reduced-copy", "data" (what was read).
    std::string kind;
    bool serious = true; ///< false: only to be known; true: the result can be wrong
    Text sentence;       ///< the warning
    std::string fix;     ///< what --align calls the fix; empty without one

    /// With a fix: "angle_degrees" (clockwise as seen), "mirrored" (1: left and right are exchanged before that), "scale",
    /// "offset_x_px", "offset_y_px": what takes the level-0 pixel that a spot has to the one it should have; offsets come last.
    /// And "sigmas" where the image was compared. "off-image": "count", "spots". "on-glass": "share". "microns-disagree":
    /// "slide_um_per_px", "spots_um_per_px". Every value is finite.
    std::vector<std::pair<std::string, double>> numbers;
    std::vector<double> alignment; ///< with a fix: the six numbers for "alignment" of a sample file; else empty
};

/// One for each of the sample's warnings, in their order.
std::vector<SampleFinding> findingsOf(const Sample& sample);

} // namespace spacrd
