#pragma once

#include "core/slide/image.h"

#include <string>

namespace spacrd {

/// The image as a PNG (8-bit RGB, no metadata): the same image gives the same bytes. Throws Error.
std::string pngBytes(const Image& image);

/// Draws an SVG document of exactly the image's size over it. Needs no display. Throws Error.
void drawSvg(Image& image, const std::string& svg);

} // namespace spacrd
