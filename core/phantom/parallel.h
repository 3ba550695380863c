#pragma once

#include "core/base/task.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace spacrd::phantom {

/// Calls `work(i)` once for every i in [0, count) on all cores; the threads end before this returns.
/// Rethrows the first exception of a call; throws Cancelled when stopped (looked at before each call).
template <typename Work>
void forEachInParallel(int count, const Task& task, const Work& work)
{
    std::atomic<int> nextIndex{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto loop = [&] {
        for (int i = nextIndex++; i < count && !task.cancelled(); i = nextIndex++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(failureMutex);
                failure = std::current_exception();
                nextIndex = count;
            }
        }
    };
    {
        const int threads =
            std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, std::min(16, std::max(1, count)));
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i)
            others.emplace_back(loop);
        loop();
    }
    if (failure)
        std::rethrow_exception(failure);
    task.check();
}

} // namespace spacrd::phantom
