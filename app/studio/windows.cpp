#include "app/studio/windows.h"

#include "app/studio/mainwindow.h"

namespace spacrd {

namespace {

constexpr QPoint besideTheOther(36, 36);

} // namespace

MainWindow* openWindow(const WindowMaker& maker)
{
    auto* const window = new MainWindow(maker.engine());
    window->setAttribute(Qt::WA_DeleteOnClose);
    maker.prepare(*window);
    QObject::connect(window, &MainWindow::windowRequested, window, [maker, window] {
        MainWindow* const other = openWindow(maker);
        if (!other->isMaximized() && !other->isFullScreen()) // else it would be seen at the very place of this one
            other->move(window->pos() + besideTheOther);
    });
    window->show();
    return window;
}

} // namespace spacrd
