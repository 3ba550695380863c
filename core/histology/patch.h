#pragma once

#include "core/histology/encoder.h"

namespace spacrd {

/// µm per level-0 pixel, by which patches are cut. Throws Error without a slide or where it is not known.
double patchMpp(const Sample& sample);

/// The picture that an encoder is given of a spot: the square of `patchUm` round its centre as patchPx × patchPx pixels, each
/// the mean of what it covers; white where it leaves the slide. Rows and columns run as on the slide, however it is viewed.
/// Throws what patchMpp and readScaled throw.
Image spotPatch(const Sample& sample, size_t spot, const EncoderIdentity& encoder);

} // namespace spacrd
