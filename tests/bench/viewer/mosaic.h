#pragma once

#include <filesystem>

namespace spacrd::bench {

/// Writes a pyramid of `copies` × `copies` of a slide, every second turned about left and right, as scanners and libvips write
/// theirs: tiles of 256 px, JPEG of quality 80 with halved chroma. Throws Error.
void writeMosaic(const std::filesystem::path& slide, int copies, double mpp, const std::filesystem::path& file);

} // namespace spacrd::bench
