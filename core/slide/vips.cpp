#include "core/slide/vips.h"

#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/task.h"

#include <mutex>

namespace spacrd {

namespace {

void logVipsMessage(const char*, GLogLevelFlags, const char* message, void*)
{
    spdlog::debug("libvips: {}", message);
}

} // namespace

void startVips()
{
    static std::once_flag started;
    std::call_once(started, [] {
        g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK & ~G_LOG_LEVEL_ERROR), logVipsMessage, nullptr);
        if (VIPS_INIT("spacrd"))
            throw Error(Text(SPACRD_TR("core", "The image library libvips did not start: %1."), {takeVipsError()}), {},
                        SPACRD_TR("core", "reinstall the package libvips42"));
        vips_cache_set_max(0);
    });
}

std::string takeVipsError()
{
    std::string text = vips_error_buffer();
    vips_error_clear();
    text = text.substr(0, text.find('\n'));
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    return text.empty() ? std::string("its data are incomplete or make no sense") : text;
}

VipsProgress::VipsProgress(VipsImage* image, Task& task, long long total)
    : m_image(image)
    , m_task(task)
    , m_total(total)
    , m_connection(g_signal_connect(image, "eval", G_CALLBACK(&VipsProgress::onEval), this))
{
    vips_image_set_progress(image, TRUE);
}

VipsProgress::~VipsProgress()
{
    g_signal_handler_disconnect(m_image, m_connection);
    vips_image_set_progress(m_image, FALSE);
}

void VipsProgress::throwIfStopped() const
{
    if (m_thrown)
        std::rethrow_exception(m_thrown);
    m_task.check();
}

// libvips emits "eval" on the thread that called it. It is C: nothing may be thrown through it.
void VipsProgress::onEval(VipsImage* image, ::VipsProgress* progress, void* self)
{
    auto& watch = *static_cast<VipsProgress*>(self);
    if (watch.m_thrown)
        return;
    try {
        const double fraction =
            progress->tpels > 0 ? static_cast<double>(progress->npels) / static_cast<double>(progress->tpels) : 0.0;
        watch.m_task.advanceTo(static_cast<long long>(fraction * static_cast<double>(watch.m_total)));
    } catch (...) {
        watch.m_thrown = std::current_exception();
        vips_image_set_kill(image, TRUE);
    }
}

} // namespace spacrd
