#pragma once

#include "core/base/text.h"

#include <exception>
#include <functional>
#include <string>

namespace spacrd {

/// How many spots at once, and where ("cpu", "cuda:0").
struct BatchPlan
{
    int batch = 0;
    std::string device;

    bool operator==(const BatchPlan&) const = default;
};

/// Batches are not halved below this many spots.
inline constexpr int smallestBatch = 32;

/// True when an exception says that memory ran out: LibTorch's own, those of the CUDA libraries below it, std::bad_alloc.
bool isOutOfMemory(const std::exception& error);

/// Runs `run` with the plan. Each time it runs out of memory the batch is halved; on a CUDA device where the smallest batch
/// does not fit either, the processor takes over, with the batch of the beginning. Each step is told to `note`, as a sentence
/// for the warnings of the result. Gives the plan that went through, with which work in parts goes on:
///
///     for (each part)
///         plan = withShrinkingBatch(plan, [&](int batch, const std::string& device) { … }, note);
///
/// `run` starts anew each time, so it must not have added to anything before it throws, and it must let LibTorch's exceptions
/// through. Whatever else it throws, and running out of memory on the processor with the smallest batch, leaves here as it is.
/// LibTorch hands its cached blocks back to the card before it reports that memory ran out, so nothing has to be emptied here.
BatchPlan withShrinkingBatch(BatchPlan plan, const std::function<void(int batch, const std::string& device)>& run,
                             const std::function<void(Text)>& note);

} // namespace spacrd
