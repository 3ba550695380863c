#include "core/slide/version.h"

#include <openslide.h>

namespace spacrd {

std::string openslideVersion()
{
    return openslide_get_version();
}

} // namespace spacrd
