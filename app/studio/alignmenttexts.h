#pragma once

#include "core/sample/orientation.h"
#include "core/sample/proof.h"

#include <QString>

namespace spacrd {

QString orientationText(Orientation orientation);

/// What speaks against an alignment, for a window: without the option of the command line that core's sentence names.
QString findingText(const AlignmentFinding& finding);

} // namespace spacrd
