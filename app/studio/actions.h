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

    QAction* newWindow;
    QAction* open;
    QAction* openFolder;
    QAction* openSample;
    QAction* openDemo;
    QAction* clearRecent;
    QAction* exportResult;
    QAction* snapshot;
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
    QAction* goTo;
    QAction* bookmark;
    QAction* alignment;
    QActionGroup* viewCounts; ///< data() is the number of views side by side
    QAction* lockViews;       ///< checkable
    QAction* overview;        ///< checkable
    QAction* grid;            ///< checkable
    QAction* ruler;           ///< checkable
    QAction* removeRulers;
    QAction* magnifier;       ///< checkable
    QAction* smoothMotion;    ///< checkable
    QAction* drawnByCard;     ///< checkable; disabled until it is known that there is a graphics card
    QAction* squarePixels;    ///< checkable
    QActionGroup* tileMemory; ///< data() is the MiB for decoded tiles, 0 = as the computer has memory
    QAction* fullScreen;      ///< checkable
    QActionGroup* visions;    ///< data() is the ColourVision as int
    QActionGroup* themes;     ///< data() is the Theme as int
    QActionGroup* languages;  ///< data() is the language's code, empty = system

    QAction* chooseModel;
    QAction* detect;
    QAction* cancel;

    QAction* tour;
    QAction* about;
};

} // namespace spacrd
