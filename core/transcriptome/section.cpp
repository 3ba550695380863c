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
    case Platform::legacySt:
        return "st";
    }
    return "";
}

const std::vector<SectionFormat>& sectionFormats()
{
    static const std::vector<SectionFormat> formats{
        {"Space Ranger", &recognisesSpaceRanger, &readSpaceRanger},
        {"legacy ST", &recognisesLegacySt, &readLegacySt},
    };
    return formats;
}

bool isSection(const SectionSources& sources)
{
    const auto& formats = sectionFormats();
    return std::any_of(formats.begin(), formats.end(), [&](const SectionFormat& format) { return format.recognises(sources); });
}

SpatialSection readSection(const SectionSources& sources, Task& task)
{
    std::error_code code;
    if (!std::filesystem::exists(sources.path, code))
        throw Error(SPACRD_TR("core", "The sample does not exist."), sources.path);
    if (!std::filesystem::is_directory(sources.path, code))
        checkReadableFile(sources.path);
    else if (std::filesystem::directory_iterator(sources.path, code); code)
        throw Error(SPACRD_TR("core", "The folder cannot be read."), sources.path);
    for (const SectionFormat& format : sectionFormats()) {
        if (format.recognises(sources))
            return format.read(sources, task);
    }
    throw Error(SPACRD_TR("core", "This is not a spatial-transcriptomics sample that this program knows."), sources.path,
                SPACRD_TR("core", "open a Space Ranger \"outs\" folder, a 10x .h5 file, or a legacy-ST table of counts"));
}

} // namespace spacrd
