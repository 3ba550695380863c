#include "core/fusion/shrinkingbatch.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>

namespace spacrd {

namespace {

// LibTorch has a type for its allocator's word on CUDA memory; the processor's allocator and the libraries below it speak
// through the message alone.
constexpr std::array<std::string_view, 4> outOfMemoryWords{"out of memory", "can't allocate memory", "STATUS_ALLOC_FAILED",
                                                           "not enough memory"};

/// The next plan to try, with its note; false when there is none.
bool shrink(BatchPlan& plan, int batchOfBeginning, const std::function<void(Text)>& note)
{
    const bool onCard = plan.device != "cpu";
    if (plan.batch > smallestBatch) {
        plan.batch = std::max(smallestBatch, plan.batch / 2);
        note(Text(onCard ? SPACRD_TR("core", "The graphics card has too little memory; its batch was halved to %1 spots.")
                         : SPACRD_TR("core", "There is too little memory; the batch was halved to %1 spots."),
                  {toWord(plan.batch)}));
        return true;
    }
    if (!onCard)
        return false;
    note(Text(SPACRD_TR("core", "The graphics card has too little memory even for %1 spots at once; the processor took over."),
              {toWord(plan.batch)}));
    plan = {batchOfBeginning, "cpu"};
    return true;
}

} // namespace

bool isOutOfMemory(const std::exception& error)
{
    if (dynamic_cast<const std::bad_alloc*>(&error) || dynamic_cast<const c10::OutOfMemoryError*>(&error))
        return true;
    const auto* torchError = dynamic_cast<const c10::Error*>(&error);
    if (!torchError)
        return false;
    const std::string message = torchError->what_without_backtrace();
    return std::any_of(outOfMemoryWords.begin(), outOfMemoryWords.end(),
                       [&message](std::string_view word) { return message.find(word) != std::string::npos; });
}

BatchPlan withShrinkingBatch(BatchPlan plan, const std::function<void(int batch, const std::string& device)>& run,
                             const std::function<void(Text)>& note)
{
    const int batchOfBeginning = plan.batch;
    for (;;) {
        try {
            run(plan.batch, plan.device);
            return plan;
        } catch (const std::exception& error) {
            if (!isOutOfMemory(error) || !shrink(plan, batchOfBeginning, note))
                throw;
        }
    }
}

} // namespace spacrd
