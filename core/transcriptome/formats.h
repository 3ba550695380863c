#pragma once

// Private to core/transcriptome: the readers that section.cpp lists.

#include "core/transcriptome/section.h"

namespace spacrd {

/// The Error of a section that was named but is not among `names`.
[[noreturn]] void throwNoSuchSection(const std::string& wanted, const std::vector<std::string>& names,
                                     const std::filesystem::path& path);
/// "a, b, c"
std::string listed(const std::vector<std::string>& names);

bool recognisesSpaceRanger(const SectionSources& sources);
SpatialSection readSpaceRanger(const SectionSources& sources, Task& task);
void lookOverSpaceRanger(const SectionSources& sources, SectionOverview& overview);

/// "square_002um", "square_008um", …: the bin sizes of a Visium HD folder; empty for Visium.
std::vector<std::string> spaceRangerBins(const SectionSources& sources);

bool recognisesXenium(const SectionSources& sources);
SpatialSection readXenium(const SectionSources& sources, Task& task);
void lookOverXenium(const SectionSources& sources, SectionOverview& overview);

bool recognisesAnnData(const SectionSources& sources);
SpatialSection readAnnData(const SectionSources& sources, Task& task);
void lookOverAnnData(const SectionSources& sources, SectionOverview& overview);
std::vector<std::string> annDataLibraries(const SectionSources& sources);

bool recognisesLegacySt(const SectionSources& sources);
SpatialSection readLegacySt(const SectionSources& sources, Task& task);
void lookOverLegacySt(const SectionSources& sources, SectionOverview& overview);

} // namespace spacrd
