#pragma once

#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;

namespace spacrd {

/// Every action of the window, each with icon, tooltip, status tip and, where there is a custom, a shortcut.
struct Actions
{
    explicit Actions(QMainWindow* window);

    QAction* open;
    QAction* openFolder;
    QAction* openSample;
    QAction* openDemo;
    QAction* clearRecent;
    QAction* exportResult;
    QAction* close;
    QAction* quit;

    QAction* fit;
    QAction* zoomIn;
    QAction* zoomOut;
    std::vector<QAction*> magnifications; ///< data() is the magnification
    QAction* turnLeft;
    QAction* turnRight;
    QAction* turnLeftABit;
    QAction* turnRightABit;
    QAction* mirror; ///< checkable
    QAction* back;
    QAction* forward;
    QAction* upright;
    QAction* alignment;
    QAction* overview;       ///< checkable
    QAction* fullScreen;     ///< checkable
    QActionGroup* themes;    ///< data() is the Theme as int
    QActionGroup* languages; ///< data() is the language's code, empty = system

    QAction* chooseModel;
    QAction* detect;
    QAction* cancel;

    QAction* tour;
    QAction* about;
};

} // namespace spacrd
