#include "core/sample/imagesbeside.h"

#include <algorithm>
#include <cctype>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr const char* imageEndings[] = {".svs", ".ndpi", ".scn", ".mrxs", ".bif",  ".vms", ".vmu",
                                        ".tif", ".tiff", ".btf", ".jpg",  ".jpeg", ".png"};
// What Space Ranger draws of its work, in `spatial`.
constexpr const char* drawnPictures[] = {"aligned_fiducials", "aligned_tissue_image", "detected_tissue_image"};

bool isImageName(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto ends = [&](const char* ending) { return name.ends_with(ending); };
    const auto holds = [&](const char* part) { return name.find(part) != std::string::npos; };
    return std::any_of(std::begin(imageEndings), std::end(imageEndings), ends)
           && std::none_of(std::begin(drawnPictures), std::end(drawnPictures), holds);
}

} // namespace

std::vector<std::string> imagesBeside(const fs::path& path)
{
    std::error_code code;
    const fs::path folder = fs::is_directory(path, code) ? path : fs::absolute(path, code).parent_path();
    std::vector<std::string> names;
    for (const fs::path& place : {folder, folder / "spatial", folder / "outs", folder / "outs" / "spatial"}) {
        std::error_code broken;
        for (fs::directory_iterator entry(place, broken), end; !broken && entry != end; entry.increment(broken)) {
            std::error_code ignored;
            if (entry->is_regular_file(ignored) && isImageName(entry->path().filename().string()))
                names.push_back(entry->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace spacrd
