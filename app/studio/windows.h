#pragma once

#include "app/studio/engine.h"

#include <functional>

namespace spacrd {

class MainWindow;

/// How windows are made: the engine of each, and what is done to one before it is shown.
struct WindowMaker
{
    std::function<Engine()> engine;
    std::function<void(MainWindow&)> prepare;
};

/// Shows a window, which makes others when it is asked for them. Each is its own: slide, sample, threads and memory for tiles; it
/// goes when it is closed.
MainWindow* openWindow(const WindowMaker& maker);

} // namespace spacrd
