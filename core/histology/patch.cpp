#include "core/histology/patch.h"

#include "core/base/error.h"

namespace spacrd {

double patchMpp(const Sample& sample)
{
    if (!sample.slide) {
        throw Error(SPACRD_TR("core", "The sample has no image to take features from."), sample.path,
                    SPACRD_TR("core", "name its slide with --slide"));
    }
    const std::optional<double> mpp = sample.level0Mpp();
    if (!mpp) {
        throw Error(SPACRD_TR("core", "The size of a pixel in µm is not known, so patches cannot be cut."), sample.image,
                    SPACRD_TR("core", "import the image with its µm per pixel: spacrd import --mpp"));
    }
    return *mpp;
}

Image spotPatch(const Sample& sample, size_t spot, const EncoderIdentity& encoder)
{
    const double side = encoder.patchUm / patchMpp(sample);
    const Level0Point centre = sample.alignment.toLevel0(sample.spots().at(spot).fullres);
    return readScaled(*sample.slide, {centre.x - side / 2, centre.y - side / 2, side, side}, encoder.patchPx, encoder.patchPx);
}

} // namespace spacrd
