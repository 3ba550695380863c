#include "core/sample/proof.h"

#include "core/sample/hypotheses.h"
#include "core/sample/picturefindings.h"
#include "core/sample/tissuemap.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr double toleratedMicrons = 0.10;
constexpr double mostOnGlass = 1.0 / 3.0;

size_t spotsOffImage(const SpatialSection& section, const SlideInfo& info, const Alignment& alignment)
{
    const Rect image{0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())};
    return static_cast<size_t>(std::count_if(section.spots.begin(), section.spots.end(), [&](const Spot& spot) {
        return !image.contains(alignment.toLevel0(spot.fullres).plain());
    }));
}

void addOffImage(AlignmentProof& proof, const SpatialSection& section, const SlideInfo& info, const Alignment& given)
{
    const size_t off = spotsOffImage(section, info, given);
    if (off > 0) {
        proof.findings.push_back(
            {AlignmentFinding::Kind::offImage,
             Text(SPACRD_TR("core", "%1 of %2 spots lie outside the image."), {toWord(off), toWord(section.spots.size())}),
             {},
             {},
             {},
             0.0});
    }
}

/// Only where nothing explains it: no way to put the spots right was found, and there is tissue at all.
void addOnGlass(AlignmentProof& proof)
{
    const bool explained = std::any_of(proof.findings.begin(), proof.findings.end(), [](const AlignmentFinding& finding) {
        return finding.fix || finding.kind == AlignmentFinding::Kind::noTissue;
    });
    // Of those that the image shows; the others have a sentence of their own.
    if (explained || !proof.score || proof.score->onImage - proof.score->onTissue <= mostOnGlass * proof.score->onImage)
        return;
    proof.findings.push_back({AlignmentFinding::Kind::onGlass,
                              Text(SPACRD_TR("core", "%1 % of the spots lie where the image shows no tissue."),
                                   {toWord(std::round(100.0 * (1.0 - proof.score->onTissue)))}),
                              {},
                              {},
                              {},
                              0.0});
}

void addMicrons(AlignmentProof& proof, const SpatialSection& section, const SlideInfo& info, const Alignment& given)
{
    if (!info.mppX || !section.mpp)
        return;
    const auto disagrees = [&](const Alignment& alignment) {
        return std::abs(*section.mpp / alignment.scale() / *info.mppX - 1.0) > toleratedMicrons;
    };
    const bool explained = std::any_of(proof.findings.begin(), proof.findings.end(), [&](const AlignmentFinding& finding) {
        return finding.kind == AlignmentFinding::Kind::scaleSlip && finding.fix && !disagrees(*finding.fix);
    });
    if (!disagrees(given) || explained)
        return;
    proof.findings.push_back(
        {AlignmentFinding::Kind::micronsDisagree,
         Text(SPACRD_TR("core", "The slide says %1 µm per pixel, the distance of the spots %2; check that they belong together."),
              {toWord(*info.mppX), toWord(*section.mpp / given.scale())}),
         {},
         {},
         {},
         0.0});
}

} // namespace

AlignmentProof proveAlignment(const SpatialSection& section, const Slide& slide, const Alignment& given, Task& task)
{
    AlignmentProof proof;
    if (isQuickToRead(slide.info()))
        proof = picturedProof(section, slide, given, task);
    addOffImage(proof, section, slide.info(), given);
    addOnGlass(proof);
    addMicrons(proof, section, slide.info(), given);
    return proof;
}

std::optional<Alignment> alignmentNamed(const std::string& name, const SpatialSection& section, const SlideInfo& info,
                                        const Alignment& given)
{
    for (const Hypothesis& hypothesis : hypothesesAbout(given, section, info)) {
        if (!hypothesis.isNothing() && hypothesis.name() == name)
            return hypothesis.alignment;
    }
    return std::nullopt;
}

} // namespace spacrd
