#pragma once

#include "core/sample/quality.h"

namespace spacrd {

/// Which spots are good enough. A filter on something that is not known of a spot keeps it.
struct QualityFilter
{
    double minUmis = 0.0;
    int minGenes = 0;
    std::optional<double> maxMitochondrialPercent;
    bool onlyOnTissue = false; ///< leaves out ImageState::glass
    bool notBlurred = false;

    bool keepsAll() const { return minUmis <= 0.0 && minGenes <= 0 && !maxMitochondrialPercent && !onlyOnTissue && !notBlurred; }
    friend bool operator==(const QualityFilter&, const QualityFilter&) = default;
};

/// What a filter does to a sample. The numbers by one reason are those that this part of the filter drops by itself, so that
/// they may add up to more than `dropped`.
struct FilterOutcome
{
    std::vector<size_t> kept; ///< indices of spots, ascending
    size_t dropped = 0;       ///< by one reason or more
    size_t byUmis = 0;
    size_t byGenes = 0;
    size_t byMitochondria = 0;
    size_t byGlass = 0;
    size_t byBlur = 0;
};

/// Linear in the spots.
FilterOutcome judge(const SampleQuality& quality, const QualityFilter& filter);

/// The section reduced to some of its spots, in that order: spots, barcodes, counts. Pitch, scale and the places outside the
/// tissue stay. Throws Error for an index that is no spot, Cancelled.
SpatialSection sectionOf(const SpatialSection& section, const std::vector<size_t>& spots, Task& task);

/// The same of a sample, slide and alignment shared; its warnings say how many spots were left out. Throws Error when no
/// spot is named, and as sectionOf.
std::shared_ptr<const Sample> sampleOf(const Sample& sample, const std::vector<size_t>& spots, Task& task);

} // namespace spacrd
