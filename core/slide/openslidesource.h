#pragma once

// Private to core/slide.

#include "core/slide/openedfile.h"

#include <functional>
#include <memory>
#include <mutex>

typedef struct _openslide openslide_t; // NOLINT: OpenSlide's own name

namespace spacrd {

/// A slide read by OpenSlide through one shared handle.
///
/// OpenSlide is thread-safe, but one failed read makes a handle fail for ever, for all threads. So a read that fails is tried
/// once more on a handle of its own: if that works, another read had spoilt the old handle, and the new one takes its place;
/// if not, this very place cannot be read, and only this read throws.
class OpenSlideSource final : public Slide
{
public:
    /// Throws Error when OpenSlide does not know the file or cannot open it.
    explicit OpenSlideSource(const std::filesystem::path& path);

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int level, long long levelX, long long levelY, int width, int height) const override;
    Image readAssociated(const std::string& name) const override;
    FileState fileState() const override { return m_file.state(); }

private:
    using Handle = std::shared_ptr<openslide_t>;

    void keep(const Handle& handle) const;
    void refuseAnother() const;
    void read(const std::function<void(openslide_t*)>& call) const;

    const OpenedFile m_file;    // before the handle is opened
    mutable std::mutex m_mutex; // guards which handle m_handle points to, not the reading
    mutable Handle m_handle;    // null after another file had the name
    SlideInfo m_info;
    std::vector<double> m_openslideDownsamples; // by level; what OpenSlide computes with
};

} // namespace spacrd
