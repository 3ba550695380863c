#pragma once

#include "core/sample/orientation.h"
#include "core/sample/proof.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace spacrd::test {

using PlaceMap = std::function<FullresPoint(FullresPoint)>;

/// The section with every position mapped; `scale` is what lengths change by.
inline SpatialSection mapped(SpatialSection section, const PlaceMap& map, double scale = 1.0)
{
    for (Spot& spot : section.spots)
        spot.fullres = map(spot.fullres);
    for (FullresPoint& place : section.outsideTissue)
        place = map(place);
    section.spotPitchFullresPx *= scale;
    section.spotDiameterFullresPx *= scale;
    if (section.mpp)
        section.mpp = *section.mpp / scale;
    return section;
}

/// The section as if its spots had been measured on the image before that was turned to be the slide's: the fix that puts it
/// right has the name of `fix`.
inline SpatialSection spoiltBy(Orientation fix, const SpatialSection& section, const Alignment& truth, const SlideInfo& info)
{
    const auto back = turned(fix, static_cast<double>(info.width()), static_cast<double>(info.height())).inverse();
    return mapped(section, [&](FullresPoint place) { return truth.toFullres(back(truth.toLevel0(place))); });
}

inline SpatialSection inReducedPixels(const SpatialSection& section, double scale)
{
    return mapped(
        section,
        [scale](FullresPoint place) {
            return FullresPoint{place.x * scale, place.y * scale};
        },
        scale);
}

/// What the proof calls the first fix; "" without one.
inline std::string firstFix(const AlignmentProof& proof)
{
    const auto found = std::find_if(proof.findings.begin(), proof.findings.end(),
                                    [](const AlignmentFinding& finding) { return finding.fix.has_value(); });
    return found == proof.findings.end() ? std::string() : found->fixName;
}

/// How far the first fix leaves the worst spot from where it belongs, level-0 px; 1e9 without a fix.
inline double errorAfterFix(const AlignmentProof& proof, const SpatialSection& spoilt, const SpatialSection& right,
                            const Alignment& truth)
{
    for (const AlignmentFinding& finding : proof.findings) {
        if (!finding.fix)
            continue;
        double worst = 0.0;
        for (size_t i = 0; i < right.spots.size(); ++i) {
            const Level0Point a = finding.fix->toLevel0(spoilt.spots[i].fullres);
            const Level0Point b = truth.toLevel0(right.spots[i].fullres);
            worst = std::max(worst, std::hypot(a.x - b.x, a.y - b.y));
        }
        return worst;
    }
    return 1e9;
}

inline bool has(const AlignmentProof& proof, AlignmentFinding::Kind kind)
{
    return std::any_of(proof.findings.begin(), proof.findings.end(),
                       [kind](const AlignmentFinding& finding) { return finding.kind == kind; });
}

/// For QVERIFY2: the sentences of all findings.
inline std::string sentences(const AlignmentProof& proof)
{
    std::string text = "findings:";
    for (const AlignmentFinding& finding : proof.findings)
        text += " " + finding.explanation.english();
    return text;
}

} // namespace spacrd::test
