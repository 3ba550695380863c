#include "core/base/largepages.h"

#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace spacrd {

void preferLargePages([[maybe_unused]] void* memory, [[maybe_unused]] size_t bytes)
{
#ifdef __linux__
    constexpr size_t largePage = size_t(1) << 21;
    const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + largePage - 1) / largePage * largePage;
    const auto end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / largePage * largePage;
    if (begin < end)
        madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

} // namespace spacrd
