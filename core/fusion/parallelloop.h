#pragma once

#include <ATen/Parallel.h>

#ifndef INTRA_OP_PARALLEL
#error "at::parallel_for is a plain loop here: compile with OpenMP"
#endif

namespace spacrd {

/// Calls `work(i)` for each i in [0, count) on LibTorch's threads, in runs of at least `grain`.
template <class Work>
void forEachOnAllThreads(std::int64_t count, std::int64_t grain, Work&& work)
{
    at::parallel_for(0, count, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            work(i);
    });
}

} // namespace spacrd
