#pragma once

// Private to core/transcriptome.

#include "core/base/affine.h"

#include <filesystem>

namespace spacrd {

class Task;

/// The H&E picture that was taken of a Xenium section after the run, and how it lies, as 10x hands them out beside the output
/// folder: `<sample>_he_image.ome.tif` and `<sample>_he_imagealignment.csv`. Empty paths where there are none.
struct HeImage
{
    std::filesystem::path image;
    std::filesystem::path alignment;
};

/// Those in the folder, else those in the folder above. More than one of a kind is none: the right one must be named.
HeImage findHeImage(const std::filesystem::path& folder);

/// Where a place of the morphology image (the full-resolution frame of Xenium) lies on the H&E picture. The file holds the other
/// way: three rows of three numbers, the affine matrix that Xenium Explorer exports, from pixels of the H&E picture to pixels of
/// the morphology image. Throws Error naming the file and the line.
/// (10x Genomics, "How can I convert coordinates between H&E image and Xenium data?")
Affine<frame::Fullres, frame::Level0> readHeAlignment(const std::filesystem::path& file, const Task& task);

} // namespace spacrd
