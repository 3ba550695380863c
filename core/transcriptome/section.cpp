#include "core/transcriptome/section.h"

#include "core/base/error.h"
#include "core/base/textfile.h"
#include "core/transcriptome/formats.h"

#include <algorithm>

namespace spacrd {

const char* platformName(Platform platform)
{
    switch (platform) {
    case Platform::visium:
        return "visium";
    case Platform::visiumHd:
        return "visium-hd";
    case Platform::legacySt:
        return "st";
    case Platform::xenium:
        return "xenium";
    case Platform::other:
        return "other";
    }
    return "";
}

const std::vector<SectionFormat>& sectionFormats()
{
    static const std::vector<SectionFormat> formats{
        {"Xenium", &recognisesXenium, &readXenium, nullptr, &lookOverXenium},
        {"Space Ranger", &recognisesSpaceRanger, &readSpaceRanger, &spaceRangerBins, &lookOverSpaceRanger},
        {"AnnData", &recognisesAnnData, &readAnnData, &annDataLibraries, &lookOverAnnData},
        {"legacy ST", &recognisesLegacySt, &readLegacySt, nullptr, &lookOverLegacySt},
    };
    return formats;
}

bool isSection(const SectionSources& sources)
{
    const auto& formats = sectionFormats();
    return std::any_of(formats.begin(), formats.end(), [&](const SectionFormat& format) { return format.recognises(sources); });
}

std::filesystem::path sectionAround(const std::filesystem::path& file)
{
    constexpr int foldersUp = 3; // outs/binned_outputs/square_008um/spatial
    std::error_code code;
    std::filesystem::path folder = std::filesystem::absolute(file, code).lexically_normal().parent_path();
    for (int up = 0; up < foldersUp && folder.has_relative_path(); ++up, folder = folder.parent_path()) {
        // A folder of positions and pictures is recognised for itself, but the section is the one around it.
        if (folder.filename() != "spatial" && isSection({folder, {}, {}, {}}))
            return folder;
    }
    return {};
}

namespace {

/// The names of folders in a folder that are sections, up to a dozen, in the order of the alphabet.
std::vector<std::string> sectionsIn(const std::filesystem::path& folder)
{
    constexpr size_t mostLookedAt = 200;
    constexpr size_t mostNamed = 12;
    std::vector<std::filesystem::path> folders;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (folders.size() < mostLookedAt && entry.is_directory(code))
            folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    std::vector<std::string> names;
    for (const auto& path : folders) {
        if (names.size() < mostNamed && isSection({path, {}, {}, {}}))
            names.push_back(path.filename().string());
    }
    return names;
}

const SectionFormat& formatOf(const SectionSources& sources)
{
    std::error_code code;
    if (!std::filesystem::exists(sources.path, code))
        throw Error(SPACRD_TR("core", "The sample does not exist."), sources.path);
    if (!std::filesystem::is_directory(sources.path, code))
        checkReadableFile(sources.path);
    else if (std::filesystem::directory_iterator(sources.path, code); code)
        throw Error(SPACRD_TR("core", "The folder cannot be read."), sources.path);
    const auto& formats = sectionFormats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const SectionFormat& format) { return format.recognises(sources); });
    if (found == formats.end()) {
        const std::vector<std::string> inside = sectionsIn(sources.path);
        if (!inside.empty())
            throw Error(Text(SPACRD_TR("core", "This folder is no sample, but holds some: %1."), {listed(inside)}), sources.path,
                        SPACRD_TR("core", "open one of them"));
        const bool isFile = std::filesystem::is_regular_file(sources.path, code);
        if (const auto around = isFile ? sectionAround(sources.path) : std::filesystem::path(); !around.empty())
            throw Error(SPACRD_TR("core", "This is not a sample by itself, but lies in the folder of one."), sources.path,
                        Text(SPACRD_TR("core", "open %1"), {around.string()}));
        throw Error(SPACRD_TR("core", "This is not a spatial-transcriptomics sample that this program knows."), sources.path,
                    SPACRD_TR("core",
                              "open a Space Ranger \"outs\" folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a legacy-ST "
                              "table of counts"));
    }
    return *found;
}

} // namespace

std::string listed(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

void throwNoSuchSection(const std::string& wanted, const std::vector<std::string>& names, const std::filesystem::path& path)
{
    if (names.empty())
        throw Error(Text(SPACRD_TR("core", "There is no section \"%1\" here; there is only one, without a name."), {wanted}),
                    path, SPACRD_TR("core", "leave the name of the section out"));
    throw Error(Text(SPACRD_TR("core", "There is no section \"%1\"; there are: %2."), {wanted, listed(names)}), path);
}

std::vector<std::string> sectionLibraries(const SectionSources& sources)
{
    const SectionFormat& format = formatOf(sources);
    return format.libraries ? format.libraries(sources) : std::vector<std::string>();
}

std::vector<std::string> sectionsToChooseOf(const SectionSources& sources)
{
    const SectionFormat& format = formatOf(sources);
    if (!sources.library.empty() || !format.libraries)
        return {};
    SectionOverview overview;
    overview.libraries = format.libraries(sources);
    if (overview.libraries.size() < 2)
        return {};
    format.lookOver(sources, overview);
    return overview.library.empty() ? overview.libraries : std::vector<std::string>();
}

SectionOverview sectionOverview(const SectionSources& sources)
{
    const SectionFormat& format = formatOf(sources);
    SectionOverview overview;
    overview.format = format.name;
    if (format.libraries)
        overview.libraries = format.libraries(sources);
    format.lookOver(sources, overview);
    return overview;
}

SpatialSection readSection(const SectionSources& sources, Task& task)
{
    const SectionFormat& format = formatOf(sources);
    if (!sources.library.empty() && !format.libraries)
        throwNoSuchSection(sources.library, {}, sources.path);
    return format.read(sources, task);
}

} // namespace spacrd
