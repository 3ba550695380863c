#include "core/slide/refusal.h"

#include "core/base/error.h"
#include "core/slide/filekind.h"
#include "core/slide/ometiff.h"
#include "core/slide/plainimage.h"

#include <string_view>

#include <openslide.h>

namespace spacrd {

namespace fs = std::filesystem;

void checkIsFile(const fs::path& path)
{
    switch (fileKind(path)) {
    case FileKind::missing:
        throw Error(SPACRD_TR("core", "There is no such file."), path,
                    SPACRD_TR("core", "check the name and that its disk is connected"));
    case FileKind::folder:
        throw Error(SPACRD_TR("core", "This is a folder, not an image file."), path,
                    SPACRD_TR("core", "name the image file inside it"));
    case FileKind::special:
        throw Error(SPACRD_TR("core", "This is not an ordinary file."), path, SPACRD_TR("core", "name an image file"));
    case FileKind::unreadable:
        throw Error(SPACRD_TR("core", "The file cannot be read."), path,
                    SPACRD_TR("core", "check that you have permission to read it"));
    case FileKind::empty:
        throw Error(SPACRD_TR("core", "The file is empty."), path, SPACRD_TR("core", "copy it again from where it came"));
    default:
        return;
    }
}

bool knownToOpenSlide(const fs::path& path)
{
    return openslide_detect_vendor(path.c_str()) != nullptr;
}

bool onlyLargestLevelKnownToOpenSlide(const fs::path& path)
{
    const char* vendor = openslide_detect_vendor(path.c_str());
    return vendor && std::string_view(vendor) == "generic-tiff" && hasLevelsInSubDirectories(path);
}

void refuseUnknownSlide(const fs::path& path)
{
    const FileKind kind = fileKind(path);
    if (kind == FileKind::dicom)
        throw Error(Text(SPACRD_TR("core", "This is a DICOM file; reading it needs OpenSlide 4, and this is OpenSlide %1."),
                         {openslide_get_version()}),
                    path, SPACRD_TR("core", "convert it to a pyramidal TIFF, or install OpenSlide 4"));
    if (kind == FileKind::jpeg || kind == FileKind::png || kind == FileKind::tiff) {
        openPlainImage(path); // throws its own sentence when the image is damaged or of a kind that cannot be imported
        throw Error(SPACRD_TR("core", "This is a plain image, not a whole-slide image with levels."), path,
                    SPACRD_TR("core", "import it first: spacrd import IMAGE -o SLIDE.tif"));
    }
    throw Error(
        SPACRD_TR("core", "This is not a slide of a format that OpenSlide reads."), path,
        SPACRD_TR("core",
                  "readable are Aperio, Hamamatsu, Leica, MIRAX, Philips, Sakura, Trestle, Ventana and tiled TIFF slides, and "
                  "JPEG, PNG and TIFF pictures; convert any other image to TIFF"));
}

} // namespace spacrd
