#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace spacrd {

/// The names of the image files that lie with the data, sorted: in the folder `path` or the one of the file `path`, and in the
/// places of Space Ranger in it (`spatial`, `outs/spatial`), whose own pictures of its work (detected_tissue_image.jpg, …) do not
/// count. Files are not looked into. Empty when the folder cannot be read.
std::vector<std::string> imagesBeside(const std::filesystem::path& path);

} // namespace spacrd
