#include "app/studio/mainwindow.h"

#include "app/studio/aboutdialog.h"
#include "app/studio/theme.h"
#include "app/studio/tourdialog.h"
#include "widgets/layers/colourvision.h"
#include "widgets/panels/comparepane.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/layerspanel.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/graphicscard.h"
#include "widgets/slideview/linkedviews.h"
#include "widgets/slideview/slideview.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace spacrd {

using namespace Qt::StringLiterals;

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions.newWindow);
    file->addAction(m_actions.open);
    file->addAction(m_actions.openFolder);
    file->addAction(m_actions.openSample);
    file->addAction(m_actions.openDemo);
    m_recentMenu = file->addMenu(icon(u"recent"_s), tr("Open &recent"));
    file->addSeparator();
    file->addActions({m_actions.exportResult, m_actions.snapshot});
    file->addSeparator();
    file->addAction(m_actions.close);
    file->addAction(m_actions.quit);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_actions.fit, m_actions.zoomIn, m_actions.zoomOut});
    QMenu* magnification = view->addMenu(icon(u"magnification"_s), tr("&Magnification"));
    for (QAction* action : m_actions.magnifications)
        magnification->addAction(action);
    QMenu* turn = view->addMenu(icon(u"turn-right"_s), tr("&Turn"));
    turn->addActions(
        {m_actions.turnRight, m_actions.turnLeft, m_actions.turnRightABit, m_actions.turnLeftABit, m_actions.mirror});
    turn->addSeparator();
    turn->addAction(m_actions.upright);
    view->addActions({m_actions.back, m_actions.forward, m_actions.goTo, m_actions.bookmark});
    QMenu* compare = view->addMenu(icon(u"views-2"_s), tr("&Side by side"));
    compare->addActions(m_actions.viewCounts->actions());
    compare->addSeparator();
    compare->addAction(m_actions.lockViews);
    view->addActions({m_actions.overview, m_actions.grid, m_actions.ruler, m_actions.removeRulers, m_actions.magnifier,
                      m_actions.smoothMotion, m_actions.squarePixels, m_actions.drawnByCard});
    view->addMenu(icon(u"memory"_s), tr("Memor&y for the slide"))->addActions(m_actions.tileMemory->actions());
    view->addSeparator();
    view->addAction(m_actions.alignment);
    view->addSeparator();
    QMenu* panels = view->addMenu(icon(u"panels"_s), tr("&Panels"));
    for (QDockWidget* dock : m_docks)
        panels->addAction(dock->toggleViewAction());
    view->addAction(m_actions.fullScreen);
    view->addSeparator();
    view->addMenu(icon(u"theme"_s), tr("&Colours"))->addActions(m_actions.themes->actions());
    view->addMenu(icon(u"eye"_s), tr("Colour visio&n"))->addActions(m_actions.visions->actions());
    view->addMenu(icon(u"language"_s), tr("&Language"))->addActions(m_actions.languages->actions());

    menuBar()->addMenu(tr("&Model"))->addActions({m_actions.chooseModel, m_actions.detect, m_actions.cancel});
    menuBar()->addMenu(tr("&Help"))->addActions({m_actions.tour, m_actions.about});
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize({22, 22});
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->addActions({m_actions.open, m_actions.openFolder});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions.fit, m_actions.zoomOut, m_actions.zoomIn});
    m_toolBar->addSeparator();
    for (QAction* action : m_actions.magnifications) {
        m_toolBar->addAction(action);
        // The number is the picture: six equal microscopes would say nothing.
        if (auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions.overview, m_actions.ruler});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions.detect, m_actions.exportResult});
    // Without the menu's letter, which some languages append: "检测(D)".
    m_actions.detect->setIconText(tr("Detect"));
    m_actions.exportResult->setIconText(tr("Export"));
    for (QAction* action : {m_actions.detect, m_actions.exportResult}) {
        if (auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto function) { connect(action, &QAction::triggered, this, function); };
    on(m_actions.newWindow, &MainWindow::windowRequested);
    on(m_actions.open, &MainWindow::chooseFile);
    on(m_actions.openFolder, &MainWindow::chooseFolder);
    on(m_actions.openSample, [this] { chooseSample({}); });
    on(m_actions.alignment, &MainWindow::reviewAlignment);
    on(m_actions.openDemo, &MainWindow::openDemo);
    on(m_actions.clearRecent, [this] { m_settings.clearRecent(); });
    on(m_actions.exportResult, &MainWindow::chooseExport);
    on(m_actions.snapshot, &MainWindow::chooseSnapshot);
    on(m_actions.close, &MainWindow::closeDocument);
    on(m_actions.quit, [] { QApplication::closeAllWindows(); });
    on(m_actions.fit, [this] { m_view->fit(); });
    on(m_actions.zoomIn, [this] { m_view->zoomBy(2.0); });
    on(m_actions.zoomOut, [this] { m_view->zoomBy(0.5); });
    for (QAction* action : m_actions.magnifications)
        on(action, [this, action] { m_view->zoomToMagnification(action->data().toDouble()); });
    constexpr double quarter = 90.0;
    constexpr double bit = 5.0;
    on(m_actions.turnLeft, [this] { m_view->turnBy(-quarter); });
    on(m_actions.turnRight, [this] { m_view->turnBy(quarter); });
    on(m_actions.turnLeftABit, [this] { m_view->turnBy(-bit); });
    on(m_actions.turnRightABit, [this] { m_view->turnBy(bit); });
    on(m_actions.mirror, [this](bool mirrored) { m_view->setMirrored(mirrored); });
    on(m_actions.upright, [this] { m_view->setUpright(); });
    on(m_actions.back, [this] { m_view->goBack(); });
    on(m_actions.forward, [this] { m_view->goForward(); });
    on(m_actions.goTo, &MainWindow::showGoTo);
    on(m_actions.bookmark, &MainWindow::addBookmark);
    connect(m_view, &SlideView::historyChanged, this, &MainWindow::updateViewHistory);
    connect(m_view, &SlideView::cameraChanged, this, &MainWindow::updateViewHistory);
    connect(m_view, &SlideView::cameraChanged, this, [this] { m_actions.mirror->setChecked(m_view->camera().isMirrored()); });
    connect(m_actions.viewCounts, &QActionGroup::triggered, this,
            [this](QAction* action) { m_viewer->setCount(action->data().toInt()); });
    connect(m_viewer, &ComparePanes::countChanged, this, [this](int count) {
        m_actions.viewCounts->actions().at(count - 1)->setChecked(true);
        updateActions();
    });
    on(m_actions.lockViews, [this](bool locked) { m_viewer->links().setLocked(locked); });
    on(m_actions.overview, [this](bool visible) {
        m_settings.setOverviewVisible(visible);
        m_view->setOverviewVisible(visible);
    });
    on(m_actions.grid, [this](bool visible) { m_view->setGridVisible(visible); });
    on(m_actions.ruler, [this](bool measuring) { m_view->setMeasuring(measuring); });
    on(m_actions.removeRulers, [this] { m_view->setRulers({}); });
    const auto updateRulers = [this] { m_actions.removeRulers->setEnabled(!m_view->rulers().empty()); };
    connect(m_view, &SlideView::rulersChanged, this, updateRulers);
    updateRulers();
    on(m_actions.magnifier, &MainWindow::setMagnifierVisible);
    on(m_actions.smoothMotion, [this](bool smooth) {
        m_settings.setSmoothMotion(smooth);
        m_view->setSmoothMotion(smooth);
        for (const ComparePane* pane : m_viewer->panes())
            pane->view()->setSmoothMotion(smooth);
    });
    on(m_actions.squarePixels, [this](bool square) {
        m_settings.setSquarePixels(square);
        m_view->setSquarePixels(square);
    });
    connect(m_actions.tileMemory, &QActionGroup::triggered, this, [this](QAction* action) {
        m_settings.setTileMemoryMib(action->data().toInt());
        useTileMemory();
    });
    on(m_actions.drawnByCard, [this](bool drawn) {
        m_settings.setDrawnByCard(drawn);
        updateDrawing();
    });
    on(m_actions.fullScreen, [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    on(m_actions.chooseModel, &MainWindow::chooseModel);
    on(m_actions.detect, &MainWindow::detect);
    on(m_actions.cancel, &MainWindow::cancelWork);
    on(m_actions.tour, &MainWindow::showTour);
    on(m_actions.about, &MainWindow::showAbout);
    connect(m_actions.themes, &QActionGroup::triggered, this, [this](QAction* action) {
        m_settings.setTheme(static_cast<Theme>(action->data().toInt()));
        applyTheme(*qApp, m_settings.theme());
    });
    connect(m_actions.visions, &QActionGroup::triggered, this,
            [this](QAction* action) { showAsSeenBy(static_cast<ColourVision>(action->data().toInt())); });
    connect(m_actions.languages, &QActionGroup::triggered, this,
            [this](QAction* action) { chooseLanguage(action->data().toString()); });
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

/// The picture and its legends; what is saved of them keeps its colours.
void MainWindow::showAsSeenBy(ColourVision vision)
{
    m_vision = vision;
    updateDrawing();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_viewer, m_layersPanel})
        widget->setGraphicsEffect(vision == ColourVision::all ? nullptr : new ColourVisionEffect(vision, widget));
    const QString sentence =
        tr("The colours are those that someone else would see. Files and pictures that you save keep all colours.");
    if (vision == ColourVision::all)
        m_messages->remove(sentence);
    else
        m_messages->add(MessageBar::Kind::info, sentence, tr("Show all colours"),
                        [this] { m_actions.visions->actions().front()->trigger(); });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString& path : m_settings.recent()) {
        QAction* action = m_recentMenu->addAction(icon(QFileInfo(path).isDir() ? u"folder"_s : u"slide"_s), path);
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { open({toPath(path), {}, std::nullopt}); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
    else
        m_recentMenu->addSeparator();
    m_recentMenu->addAction(m_actions.clearRecent);
}

void MainWindow::chooseLanguage(const QString& code)
{
    m_settings.setLanguage(code);
    m_messages->add(MessageBar::Kind::info, tr("The language changes when the program is started again."));
}

void MainWindow::showTour()
{
    auto* dialog = new TourDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(m_facts, m_view->isDrawnByCard() ? graphicsCard().name : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace spacrd
