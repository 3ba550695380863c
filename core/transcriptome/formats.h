#pragma once

// Private to core/transcriptome: the readers that section.cpp lists.

#include "core/transcriptome/section.h"

namespace spacrd {

bool recognisesSpaceRanger(const SectionSources& sources);
SpatialSection readSpaceRanger(const SectionSources& sources, Task& task);

bool recognisesLegacySt(const SectionSources& sources);
SpatialSection readLegacySt(const SectionSources& sources, Task& task);

} // namespace spacrd
