#pragma once

#include <filesystem>

namespace spacrd {

/// What a file's first bytes say it is. OpenSlide slides of the TIFF family are `tiff` as well.
enum class FileKind
{
    missing,
    folder,
    special,    ///< a device, a pipe, a socket
    unreadable, ///< permission, or an error of the disk
    empty,
    jpeg,
    png,
    tiff, ///< classic or BigTIFF, either byte order
    dicom,
    other,
};

/// Reads at most 132 bytes; throws nothing.
FileKind fileKind(const std::filesystem::path& path);

/// True for a TIFF that ends before the directory of its first image, whose place its first bytes tell; many writers put that
/// last. Throws nothing.
bool isCutShortTiff(const std::filesystem::path& path);

} // namespace spacrd
