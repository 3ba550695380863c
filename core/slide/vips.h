#pragma once

// Private to core/slide: the only header here that includes libvips.

#include "core/slide/startvips.h"

#include <exception>
#include <memory>
#include <string>

#include <vips/vips.h>

namespace spacrd {

class Task;

struct GObjectUnref
{
    void operator()(void* object) const { g_object_unref(object); }
};
using VipsPtr = std::unique_ptr<VipsImage, GObjectUnref>;

/// What libvips says went wrong, as the end of a sentence (one line, no full stop); empties its error buffer.
std::string takeVipsError();

/// While it lives, evaluating `image` moves `task` on (its stage must be open, with `total` items) and stops when the task is
/// cancelled. The evaluating call of libvips then fails; throwIfStopped() tells that apart from an error.
class VipsProgress
{
public:
    VipsProgress(VipsImage* image, Task& task, long long total);
    ~VipsProgress();
    VipsProgress(const VipsProgress&) = delete;
    VipsProgress& operator=(const VipsProgress&) = delete;

    /// Throws what the task's progress sink or its check threw while libvips was running.
    void throwIfStopped() const;

private:
    static void onEval(VipsImage* image, ::VipsProgress* progress, void* self);

    VipsImage* m_image;
    Task& m_task;
    long long m_total;
    unsigned long m_connection;
    std::exception_ptr m_thrown;
};

} // namespace spacrd
