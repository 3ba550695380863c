#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace spacrd {

void parallelFor(size_t count, const std::function<void(size_t)>& work, int threads)
{
    std::atomic<size_t> next{0};
    std::mutex mutex;
    std::exception_ptr first;
    const auto run = [&] {
        for (size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!first)
                    first = std::current_exception();
                next = count;
            }
        }
    };
    const size_t wanted = threads > 0 ? static_cast<size_t>(threads) : std::max(1u, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> helpers;
        for (size_t i = 1; i < std::min(wanted, count); ++i)
            helpers.emplace_back(run);
        run();
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace spacrd
