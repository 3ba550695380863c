#include "core/transcriptome/scaleofspots.h"

#include "core/transcriptome/spotpitch.h"

#include <charconv>
#include <cmath>

namespace spacrd {

namespace {

// Space Ranger's spot_diameter_fullres stands for 65 µm on Visium, and for the bin on Visium HD.
constexpr double spaceRangerSpotUm = 65.0;
constexpr double toleratedDisagreement = 0.10;
constexpr double closerThanStated = 0.8;

/// Full-resolution pixels per µm that the scale factors tell, or nothing.
std::optional<double> pixelsPerUm(const ScaleFactors& factors, Platform platform)
{
    if (factors.micronsPerPixel)
        return 1.0 / *factors.micronsPerPixel;
    const bool bins = platform == Platform::visiumHd;
    // On other platforms whoever wrote the diameter may have meant another length by it.
    if (!factors.spotDiameterFullres || (bins ? !factors.binSizeUm : platform != Platform::visium))
        return std::nullopt;
    return *factors.spotDiameterFullres / (bins ? *factors.binSizeUm : spaceRangerSpotUm);
}

} // namespace

ArrayFacts arrayFacts(Platform platform)
{
    switch (platform) {
    case Platform::visium:
        return {SpotLattice::hexagonal, 100.0, 55.0};
    case Platform::visiumHd:
        return {SpotLattice::square, 0.0, 0.0};
    case Platform::legacySt:
        return {SpotLattice::square, 200.0, 100.0};
    case Platform::xenium:
    case Platform::other:
        break;
    }
    return {};
}

std::optional<double> binSizeOf(const std::string& barcode)
{
    double size = 0.0;
    if (!barcode.starts_with("s_"))
        return std::nullopt;
    const char* end = barcode.data() + barcode.size();
    const auto [stop, error] = std::from_chars(barcode.data() + 2, end, size, std::chars_format::fixed);
    if (error != std::errc() || !std::string_view(stop, end).starts_with("um_") || !(size > 0.0))
        return std::nullopt;
    return size;
}

void useScale(SpatialSection& section, const std::vector<Spot>& others, const ScaleFactors& factors,
              const std::optional<SpotGeometry>& geometry)
{
    const bool bins = section.platform == Platform::visiumHd;
    ArrayFacts facts = arrayFacts(section.platform);
    ScaleFactors known = factors;
    if (bins) {
        if (!known.binSizeUm && !section.spots.empty())
            known.binSizeUm = binSizeOf(section.spots.front().barcode);
        facts.pitchUm = facts.spotUm = known.binSizeUm.value_or(0.0);
    }
    section.hiresScale = known.hiresScale;
    section.lowresScale = known.lowresScale;
    if (section.lattice == SpotLattice::irregular) {
        section.spotPitchFullresPx = section.spotDiameterFullresPx = geometry ? geometry->pitchPx : 0.0;
        return;
    }
    double pitch = geometry ? geometry->pitchPx : spotPitch(section.spots, section.lattice);
    if (pitch <= 0.0) { // a single spot in tissue: the array around it tells as well
        std::vector<Spot> all = section.spots;
        all.insert(all.end(), others.begin(), others.end());
        pitch = spotPitch(all, section.lattice);
    }
    const std::optional<double> perUm = pixelsPerUm(known, section.platform);
    if (perUm)
        section.statedMpp = 1.0 / *perUm;
    if (geometry && perUm && facts.pitchUm > 0.0) {
        // Where spots were taken away the others lie further apart than the array's, but never closer: then they are in other
        // pixels.
        const double stated = facts.pitchUm * *perUm;
        if (!(pitch > 0.0 && pitch < closerThanStated * stated))
            pitch = stated;
    }
    section.spotPitchFullresPx = pitch;
    if (facts.pitchUm <= 0.0)
        return;
    if (pitch > 0.0)
        section.mpp = facts.pitchUm / pitch;
    else if (perUm)
        section.mpp = 1.0 / *perUm;
    if (!section.mpp)
        return;
    section.spotDiameterFullresPx = facts.spotUm / *section.mpp;
    if (perUm && std::abs(*perUm * *section.mpp - 1.0) > toleratedDisagreement) {
        section.doubt(Text(
            SPACRD_TR("core", "The scale factors say %1 µm per pixel, the distance of the spots %2; the spots are believed."),
            std::vector<std::string>{toWord(1.0 / *perUm), toWord(*section.mpp)}));
    } else if (perUm) {
        section.spotDiameterFullresPx = facts.spotUm * *perUm;
    }
}

} // namespace spacrd
