#pragma once

#include <cstddef>

namespace spacrd {

/// Asks the system to back memory that is not written yet by large pages, of which a hundred MB take a fraction of the time to map
/// and clear. A hint: does nothing where there are none, and never fails.
void preferLargePages(void* memory, size_t bytes);

} // namespace spacrd
