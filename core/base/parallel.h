#pragma once

#include <cstddef>
#include <functional>

namespace spacrd {

/// Calls `work(i)` for i in [0, count) on up to `threads` threads (0 = as many as cores) and returns when all are done;
/// the caller's thread takes part. Order is not defined. The first exception thrown stops the rest and is thrown here.
void parallelFor(size_t count, const std::function<void(size_t)>& work, int threads = 0);

} // namespace spacrd
