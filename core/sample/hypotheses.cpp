#include "core/sample/hypotheses.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

using Level0Map = Affine<frame::Level0, frame::Level0>;

constexpr double sameScale = 0.02; ///< scales that differ by less are one
constexpr double foretellsTo = 0.05;
constexpr double sameSize = 1e-9;      ///< of what is measured in whole pixels
constexpr double lowresSidePx = 600.0; ///< longer side of tissue_lowres_image.png (10x, "Spatial outputs")

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a / b - 1.0) <= tolerance;
}

struct Slip
{
    ScaleSlip kind;
    double factor;
    bool foretold;
};

/// By how much the scale would have to change for the pitch of the spots and the slide's µm per pixel to agree.
std::optional<double> factorOfPitch(const Alignment& given, const SpatialSection& section, const SlideInfo& info)
{
    if (!section.mpp || !info.mppX)
        return std::nullopt;
    return *section.mpp / given.scale() / *info.mppX;
}

std::vector<Slip> slipsOf(const Alignment& given, const SpatialSection& section, const SlideInfo& info)
{
    const std::optional<double> pitch = factorOfPitch(given, section, info);
    std::vector<Slip> slips;
    const auto add = [&](ScaleSlip kind, double factor, bool foretold) {
        bool known = isNear(factor, 1.0, sameScale);
        for (const Slip& slip : slips)
            known = known || isNear(factor, slip.factor, sameScale);
        if (!known && std::isfinite(factor) && factor > 0.0)
            slips.push_back({kind, factor, foretold});
    };
    const std::optional<double> bySize = scaleBySize(section, info);
    const auto addReduced = [&](std::optional<double> scale, ScaleSlip spots, ScaleSlip image, bool sizeTells) {
        if (!scale)
            return;
        // The scale factors know the size of a spot at full resolution; a pitch as much smaller as the reduced image tells all.
        const bool smaller = section.statedMpp && section.mpp && isNear(*section.statedMpp / *section.mpp, *scale, foretellsTo);
        if (!smaller && isNear(given.scale(), *scale, sameScale))
            add(ScaleSlip::imageIsFullres, 1.0 / *scale, pitch && isNear(*pitch, 1.0 / *scale, foretellsTo));
        add(spots, 1.0 / *scale, smaller || (pitch && isNear(*pitch, 1.0 / *scale, foretellsTo)));
        const double factor = *scale / given.scale();
        add(image, factor, sizeTells || (pitch && isNear(*pitch, factor, foretellsTo)));
    };
    addReduced(section.hiresScale, ScaleSlip::spotsInHires, ScaleSlip::imageIsHires, false);
    addReduced(section.lowresScale, ScaleSlip::spotsInLowres, ScaleSlip::imageIsLowres,
               bySize && isNear(*bySize, *section.lowresScale, sameSize));
    if (bySize)
        add(ScaleSlip::imageSize, *bySize / given.scale(), false);
    if (pitch && !isNear(*pitch, 1.0, 0.1))
        add(ScaleSlip::pitch, *pitch, false);
    return slips;
}

const char* slipName(ScaleSlip slip)
{
    switch (slip) {
    case ScaleSlip::spotsInHires:
        return "spots-in-hires";
    case ScaleSlip::spotsInLowres:
        return "spots-in-lowres";
    case ScaleSlip::imageIsHires:
        return "image-is-hires";
    case ScaleSlip::imageIsLowres:
        return "image-is-lowres";
    case ScaleSlip::imageIsFullres:
        return "image-is-fullres";
    case ScaleSlip::imageSize:
        return "image-size";
    case ScaleSlip::pitch:
        return "pitch";
    default:
        return "";
    }
}

const char* turnLabel(Orientation orientation)
{
    switch (orientation) {
    case Orientation::rotate90:
        return SPACRD_TR("core", "Turn the spots by 90° clockwise");
    case Orientation::rotate180:
        return SPACRD_TR("core", "Turn the spots by 180°");
    case Orientation::rotate270:
        return SPACRD_TR("core", "Turn the spots by 90° anticlockwise");
    case Orientation::flipX:
        return SPACRD_TR("core", "Mirror the spots left to right");
    case Orientation::flipY:
        return SPACRD_TR("core", "Mirror the spots top to bottom");
    case Orientation::transpose:
        return SPACRD_TR("core", "Exchange x and y of the spots");
    default:
        return SPACRD_TR("core", "Exchange x and y of the spots and turn them by 180°");
    }
}

} // namespace

std::optional<double> scaleBySize(const SpatialSection& section, const SlideInfo& info)
{
    if (!section.lowresScale)
        return std::nullopt;
    return static_cast<double>(std::max(info.width(), info.height())) * *section.lowresScale / lowresSidePx;
}

std::string Hypothesis::name() const
{
    std::string name = slipName(slip);
    const auto add = [&](const char* part) { name += (name.empty() ? "" : "+") + std::string(part); };
    if (cropped)
        add("bounds");
    if (orientation != Orientation::asItIs)
        add(orientationName(orientation));
    return name;
}

std::vector<Hypothesis> hypothesesAbout(const Alignment& given, const SpatialSection& section, const SlideInfo& info)
{
    std::vector<Rect> pictures{{0.0, 0.0, static_cast<double>(info.width()), static_cast<double>(info.height())}};
    const Rect& bounds = info.level0Bounds;
    if (bounds.x >= 1.0 || bounds.y >= 1.0)
        pictures.push_back(bounds);
    std::vector<Slip> slips{{ScaleSlip::none, 1.0, false}};
    for (const Slip& slip : slipsOf(given, section, info))
        slips.push_back(slip);

    std::vector<Hypothesis> all;
    for (const Slip& slip : slips) {
        const auto scaled = Level0Map::of({slip.factor, 0.0, 0.0, 0.0, slip.factor, 0.0});
        const auto right = scaled ? given.then(*scaled) : std::nullopt;
        for (size_t p = 0; right && p < pictures.size(); ++p) {
            const auto shift = Level0Map::of({1.0, 0.0, pictures[p].x, 0.0, 1.0, pictures[p].y});
            for (const Orientation orientation : allOrientations) {
                const auto turnedRight = right->then(turned(orientation, pictures[p].width, pictures[p].height));
                const auto shifted = turnedRight && shift ? turnedRight->then(*shift) : std::nullopt;
                if (shifted)
                    all.push_back({slip.kind, p > 0, orientation, *shifted, slip.factor, slip.foretold});
            }
        }
    }
    return all;
}

Text explanationOf(const Hypothesis& hypothesis, const std::string& name)
{
    switch (hypothesis.slip) {
    case ScaleSlip::spotsInHires:
        return Text(SPACRD_TR("core", "The spots seem to be given in pixels of Space Ranger's hires image, not of the full "
                                      "resolution; --align %1 puts them right."),
                    {name});
    case ScaleSlip::spotsInLowres:
        return Text(SPACRD_TR("core", "The spots seem to be given in pixels of Space Ranger's lowres image, not of the full "
                                      "resolution; --align %1 puts them right."),
                    {name});
    case ScaleSlip::imageIsHires:
        return Text(SPACRD_TR("core", "The spots fit the image by Space Ranger's hires scale factor, not by the one it is taken "
                                      "for; --align %1 puts them right."),
                    {name});
    case ScaleSlip::imageIsLowres:
        return Text(SPACRD_TR("core", "The spots fit the image by Space Ranger's lowres scale factor, not by the one it is taken "
                                      "for; --align %1 puts them right."),
                    {name});
    case ScaleSlip::imageIsFullres:
        return Text(SPACRD_TR("core",
                              "The image seems to be the one of full resolution, but is taken for a reduced copy; --align "
                              "%1 puts the spots right."),
                    {name});
    case ScaleSlip::imageSize:
        return Text(SPACRD_TR("core", "The spots fit the image only when scaled by %1, as the size of the image and the lowres "
                                      "scale factor ask for; --align %2 puts them right."),
                    {toWord(hypothesis.factor), name});
    case ScaleSlip::pitch:
        return Text(SPACRD_TR("core", "The spots fit the image only when scaled by %1, as their distance and the slide's µm per "
                                      "pixel ask for; --align %2 puts them right."),
                    {toWord(hypothesis.factor), name});
    default:
        break;
    }
    if (hypothesis.orientation != Orientation::asItIs) {
        return Text(SPACRD_TR("core", "The spots seem to be turned or mirrored against the image; --align %1 puts them right."),
                    {name});
    }
    return Text(SPACRD_TR("core", "The spots seem to be measured from the corner of the scanned part, not of the whole slide; "
                                  "--align %1 puts them right."),
                {name});
}

Text labelOf(const Hypothesis& hypothesis)
{
    if (hypothesis.parts() > 1)
        return Text(SPACRD_TR("core", "Put the spots right by \"%1\""), {hypothesis.name()});
    if (hypothesis.orientation != Orientation::asItIs)
        return turnLabel(hypothesis.orientation);
    if (hypothesis.slip != ScaleSlip::none)
        return Text(SPACRD_TR("core", "Scale the spots by %1"), {toWord(hypothesis.factor)});
    return SPACRD_TR("core", "Measure the spots from the corner of the scanned part");
}

} // namespace spacrd
