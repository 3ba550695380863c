#include "core/transcriptome/version.h"

#include "core/base/text.h"

#include <hdf5.h>

namespace spacrd {

std::string hdf5Version()
{
    unsigned major = 0;
    unsigned minor = 0;
    unsigned release = 0;
    if (H5get_libversion(&major, &minor, &release) < 0)
        return "?";
    return toWord(static_cast<long long>(major)) + "." + toWord(static_cast<long long>(minor)) + "."
           + toWord(static_cast<long long>(release));
}

} // namespace spacrd
