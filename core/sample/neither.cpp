#include "core/sample/neither.h"

#include "core/base/error.h"
#include "core/slide/filekind.h"
#include "core/transcriptome/section.h"

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

// Slides that are neither TIFF nor JPEG: an index beside the data (MIRAX, Hamamatsu) or a database (Sakura); OpenSlide judges
// them.
constexpr const char* slideEndings[] = {".mrxs", ".vms", ".vmu", ".svslide"};

} // namespace

void refuseNeither(const fs::path& path)
{
    const bool slideName = std::any_of(std::begin(slideEndings), std::end(slideEndings),
                                       [&](const char* ending) { return path.extension() == ending; });
    if (slideName || fileKind(path) != FileKind::other)
        return;
    const fs::path folder = sectionAround(path);
    if (!folder.empty()) {
        throw Error(SPACRD_TR("core", "This file is not a slide nor a sample, but lies in the folder of one."), path,
                    Text(SPACRD_TR("core", "open %1"), {folder.string()}));
    }
    throw Error(
        SPACRD_TR("core", "This is neither a slide nor a sample that this program knows."), path,
        SPACRD_TR(
            "core",
            "open a slide, a JPEG, PNG or TIFF, a Space Ranger \"outs\" folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a "
            "legacy-ST table of counts"));
}

} // namespace spacrd
