#pragma once

#include "core/slide/slide.h"
#include "tests/bench/benches.h"

#include <functional>
#include <memory>
#include <string>

namespace spacrd::bench {

using Report = std::function<void(const Figure&)>;

/// A slide that the benchmarks of the view run on, of JPEG tiles; `name` goes before the names of its figures ("", "c2_").
struct ViewerSlide
{
    std::string name;
    std::shared_ptr<const Slide> slide;
};

// All on the GUI thread of a QApplication. Throw Error.

/// Tiles per second through the view's loader, beside bare decoding and OpenSlide.
void benchPipeline(const ViewerSlide& of, const Report& report);
/// The time until a view is complete, beside bare decoding of its tiles.
void benchFirstView(const ViewerSlide& of, const Report& report);
/// How long each view of a walk takes until it is complete; tests/bench/browser does the same walk in a browser.
void benchCompleteViews(const ViewerSlide& of, const Report& report);
/// Work of the GUI thread in each frame of a scripted path, how many frames are sharp, and tiles decoded in vain.
void benchFrames(const ViewerSlide& of, const Report& report);

/// A random walk of as many views, painted as fast as it goes: what memory, threads and open files do in its last third.
void benchSoak(const ViewerSlide& of, int views, const Report& report);
/// Frames with overlays of 5,000 spots to ten million bins, what these take of memory, and how long another gene takes. `quick`:
/// a hundredth of them.
void benchOverlays(const ViewerSlide& of, bool quick, const Report& report);

} // namespace spacrd::bench
