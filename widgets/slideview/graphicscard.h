#pragma once

#include <QString>

namespace spacrd {

/// What this machine has to draw by OpenGL.
struct GraphicsCard
{
    QString name;        ///< "NVIDIA GeForce RTX 4070/PCIe/SSE2"; empty: there is no OpenGL that is good enough (3.3 or ES 3)
    bool isReal = false; ///< false: the processor imitates one, and is quicker without
};

/// Asks the window system, for some tens of milliseconds the first time. For the GUI thread, once there is a QGuiApplication.
const GraphicsCard& graphicsCard();

} // namespace spacrd
