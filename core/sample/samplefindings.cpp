#include "core/sample/samplefindings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spacrd {

namespace {

using Kind = AlignmentFinding::Kind;

const char* nameOf(Kind kind)
{
    switch (kind) {
    case Kind::scaleSlip:
        return "scale-slip";
    case Kind::orientation:
        return "orientation";
    case Kind::boundsOffset:
        return "bounds-offset";
    case Kind::shift:
        return "shift";
    case Kind::offImage:
        return "off-image";
    case Kind::noTissue:
        return "no-tissue";
    case Kind::onGlass:
        return "on-glass";
    case Kind::noMatch:
        return "no-match";
    case Kind::micronsDisagree:
        return "microns-disagree";
    }
    return "";
}

/// What `fix` does to the places that `given` gives the spots.
void addChange(SampleFinding& finding, const Alignment& given, const Alignment& fix)
{
    const auto change = given.inverse().then(fix);
    if (!change)
        return;
    const auto& [a, b, x, d, e, y] = change->numbers();
    const bool mirrored = a * e - b * d < 0.0;
    const double side = mirrored ? -1.0 : 1.0;
    double degrees = std::atan2(side * d, side * a) * 180.0 / std::numbers::pi;
    if (std::abs(degrees) < 1e-9) // what rounding leaves of a right angle
        degrees = 0.0;
    else if (std::abs(degrees + 180.0) < 1e-9)
        degrees = 180.0;
    finding.numbers.emplace_back("angle_degrees", degrees);
    finding.numbers.emplace_back("mirrored", mirrored ? 1.0 : 0.0);
    finding.numbers.emplace_back("scale", change->scale());
    finding.numbers.emplace_back("offset_x_px", x);
    finding.numbers.emplace_back("offset_y_px", y);
}

size_t spotsOffImage(const Sample& sample)
{
    const SlideInfo& info = sample.slide->info();
    const Rect image{0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())};
    const auto& spots = sample.spots();
    return static_cast<size_t>(std::count_if(spots.begin(), spots.end(), [&](const Spot& spot) {
        return !image.contains(sample.alignment.toLevel0(spot.fullres).plain());
    }));
}

void addFigures(SampleFinding& finding, const AlignmentFinding& found, const Sample& sample)
{
    if (found.sigmas > 0.0 && std::isfinite(found.sigmas))
        finding.numbers.emplace_back("sigmas", found.sigmas);
    if (!sample.slide) // it was left out, and with it the alignment that was tried
        return;
    if (found.kind == Kind::offImage) {
        finding.numbers.emplace_back("count", static_cast<double>(spotsOffImage(sample)));
        finding.numbers.emplace_back("spots", static_cast<double>(sample.spots().size()));
    }
    if (found.kind == Kind::onGlass && sample.proof.score)
        finding.numbers.emplace_back("share", 1.0 - sample.proof.score->onTissue);
    if (found.kind == Kind::micronsDisagree && sample.slide->info().mppX && sample.section.mpp) {
        finding.numbers.emplace_back("slide_um_per_px", *sample.slide->info().mppX);
        finding.numbers.emplace_back("spots_um_per_px", *sample.section.mpp / sample.alignment.scale());
    }
}

SampleFinding ofProof(const AlignmentFinding& found, const Sample& sample)
{
    SampleFinding finding{nameOf(found.kind), true, found.explanation, found.fixName, {}, {}};
    if (found.fix) {
        if (sample.slide)
            addChange(finding, sample.alignment, *found.fix);
        finding.alignment.assign(found.fix->numbers().begin(), found.fix->numbers().end());
    }
    addFigures(finding, found, sample);
    return finding;
}

bool holds(const std::vector<Text>& texts, const Text& text)
{
    return std::any_of(texts.begin(), texts.end(), [&](const Text& one) { return one.english() == text.english(); });
}

/// A warning that is none of the proof's.
SampleFinding ofOther(const Text& warning, const Sample& sample)
{
    if (holds(sample.section.warnings, warning))
        return {"data", holds(sample.section.doubts, warning), warning, {}, {}, {}};
    if (holds(sample.imageWarnings, warning))
        return {"image-left-out", true, warning, {}, {}, {}};
    return {sample.slide ? "reduced-copy" : "no-image", false, warning, {}, {}, {}};
}

} // namespace

std::vector<SampleFinding> findingsOf(const Sample& sample)
{
    std::vector<SampleFinding> findings;
    for (const Text& warning : sample.warnings) {
        const auto found =
            std::find_if(sample.proof.findings.begin(), sample.proof.findings.end(),
                         [&](const AlignmentFinding& finding) { return finding.explanation.english() == warning.english(); });
        findings.push_back(found == sample.proof.findings.end() ? ofOther(warning, sample) : ofProof(*found, sample));
    }
    return findings;
}

} // namespace spacrd
