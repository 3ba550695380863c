#include "app/studio/mainwindow.h"

#include "app/studio/welcomepage.h"
#include "widgets/panels/bookmarkspanel.h"
#include "widgets/panels/colourspanel.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/panels/genepanel.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/layerspanel.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/modelpanel.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/qualitypanel.h"
#include "widgets/panels/regionspanel.h"
#include "widgets/panels/spotpanel.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/patchmagnifier.h"
#include "widgets/slideview/slideview.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

void MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    m_fileProgress = new ProgressStrip(centre);
    m_fileProgress->setObjectName(u"fileProgress"_s);
    m_messages = new MessageBar(centre);
    m_messages->setObjectName(u"messages"_s);
    m_pages = new QStackedWidget(centre);
    m_welcome = new WelcomePage(m_pages);
    m_view = new SlideView;
    m_magnifier = new PatchMagnifier(m_view);
    m_view->setObjectName(u"slideView"_s);
    m_view->setOverviewVisible(m_settings.overviewVisible());
    m_view->setSquarePixels(m_settings.squarePixels());
    useTileMemory();
    m_viewer = new ComparePanes(m_view, m_pages);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_viewer);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fileProgress);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);

    connect(m_fileProgress, &ProgressStrip::cancelRequested, this, &MainWindow::cancelWork);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseFile);
    connect(m_welcome, &WelcomePage::openFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_welcome, &WelcomePage::sampleRequested, this, [this] { chooseSample({}); });
    connect(m_welcome, &WelcomePage::demoRequested, this, &MainWindow::openDemo);
    connect(m_welcome, &WelcomePage::recentChosen, this, [this](const QString& path) { open({toPath(path), {}, std::nullopt}); });
    connectCursor(m_view);
    connect(m_viewer, &ComparePanes::viewAdded, this, &MainWindow::connectCursor);
    connect(m_view, &SlideView::cameraChanged, this, &MainWindow::showMagnification);
    connect(m_view, &SlideView::tileFailed, this, [this](const QString& sentence) {
        m_unreadable = sentence;
        if (m_fileMessage.isEmpty()) // which says why
            m_messages->add(MessageBar::Kind::warning, sentence);
    });
    connect(m_view, &SlideView::slideChanged, this, [this] {
        m_fileMessage.clear();
        m_unreadable.clear();
    });
    connect(m_view, &SlideView::fileStateChanged, this, &MainWindow::showFileState);
    connect(m_view, &SlideView::stainUnknown, this,
            [this](const QString& sentence) { m_messages->add(MessageBar::Kind::info, sentence); });
    for (const auto changed : {&SlideView::slideChanged, &SlideView::completed, &SlideView::tilesBack})
        connect(m_view, changed, this, &MainWindow::showUnreadable);
    connect(m_view, &SlideView::tilesBack, this, [this] { m_messages->remove(m_unreadable); });
}

void MainWindow::connectCursor(SlideView* view)
{
    view->setSmoothMotion(m_settings.smoothMotion());
    view->setDrawnByCard(drawsByCard());
    connect(view, &SlideView::clicked, this, &MainWindow::choosePlace);
    connect(view, &SlideView::cursorMoved, this, [this](QPointF level0) {
        showCursor(level0);
        magnify(level0);
    });
    connect(view, &SlideView::cursorLeft, this, [this] { showCursor(std::nullopt); });
}

QDockWidget* MainWindow::dock(const QString& name, const QString& title, const QString& iconName, QWidget* panel,
                              Qt::DockWidgetArea area)
{
    auto* made = new QDockWidget(title, this);
    made->setObjectName(name);
    made->setWindowIcon(icon(iconName));
    made->setWidget(panel);
    made->toggleViewAction()->setIcon(icon(iconName));
    made->toggleViewAction()->setToolTip(tr("Show or hide the panel “%1”").arg(title));
    made->toggleViewAction()->setStatusTip(made->toggleViewAction()->toolTip());
    connect(made->toggleViewAction(), &QAction::triggered, made, [made](bool shown) {
        if (shown)
            made->raise(); // before the others of its place
    });
    addDockWidget(area, made);
    m_docks.push_back(made);
    return made;
}

void MainWindow::raiseDock(const QString& name)
{
    for (QDockWidget* dock : m_docks) {
        if (dock->objectName() == name && dock->isVisibleTo(this))
            dock->raise();
    }
}

void MainWindow::makeDocks()
{
    m_layersPanel = new LayersPanel(m_view, this);
    m_modelPanel = new ModelPanel(this);
    m_qualityPanel = new QualityPanel(this);
    m_genePanel = new GenePanel(this);
    m_spotPanel = new SpotPanel(this);
    m_regionsPanel = new RegionsPanel(this);
    m_coloursPanel = new ColoursPanel(this);
    m_bookmarksPanel = new BookmarksPanel(this);

    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    QDockWidget* layers = dock(u"layersDock"_s, tr("Layers"), u"layers"_s, m_layersPanel, Qt::LeftDockWidgetArea);
    QDockWidget* genes = dock(u"genesDock"_s, tr("Genes"), u"gene"_s, m_genePanel, Qt::LeftDockWidgetArea);
    QDockWidget* model = dock(u"modelDock"_s, tr("Model"), u"model"_s, m_modelPanel, Qt::RightDockWidgetArea);
    QDockWidget* quality = dock(u"qualityDock"_s, tr("Quality"), u"quality"_s, m_qualityPanel, Qt::RightDockWidgetArea);
    QDockWidget* regions = dock(u"regionsDock"_s, tr("Regions"), u"regions"_s, m_regionsPanel, Qt::RightDockWidgetArea);
    QDockWidget* spot = dock(u"spotDock"_s, tr("Spot"), u"spot"_s, m_spotPanel, Qt::RightDockWidgetArea);
    QDockWidget* coloursDock =
        dock(u"coloursDock"_s, tr("Brightness and contrast"), u"contrast"_s, m_coloursPanel, Qt::RightDockWidgetArea);
    coloursDock->toggleViewAction()->setShortcut(QKeySequence(u"Shift+C"_s));
    coloursDock->hide(); // until it is asked for
    tabifyDockWidget(model, quality);
    tabifyDockWidget(quality, coloursDock);
    model->raise();
    QDockWidget* bookmarks = dock(u"bookmarksDock"_s, tr("Bookmarks"), u"bookmark"_s, m_bookmarksPanel, Qt::RightDockWidgetArea);
    tabifyDockWidget(regions, spot);
    tabifyDockWidget(spot, bookmarks);
    regions->raise();
    resizeDocks({layers, model}, {300, 350}, Qt::Horizontal);
    resizeDocks({layers, genes}, {420, 380}, Qt::Vertical);
    resizeDocks({model, regions}, {520, 320}, Qt::Vertical);

    connect(m_modelPanel, &ModelPanel::detectRequested, this, &MainWindow::detect);
    connect(m_modelPanel, &ModelPanel::modelChosen, this, &MainWindow::setModelFile);
    connect(m_modelPanel, &ModelPanel::browseRequested, this, &MainWindow::chooseModel);
    connect(m_modelPanel, &ModelPanel::ruleChanged, this, &MainWindow::decideAgain);
    connect(m_modelPanel, &ModelPanel::deviceChosen, this, [this](const QString& device) { m_settings.setDevice(device); });
    connect(m_modelPanel->progress(), &ProgressStrip::cancelRequested, this, &MainWindow::cancelWork);
    connect(m_qualityPanel, &QualityPanel::mapChosen, this, &MainWindow::showQualityLayer);
    connect(m_qualityPanel, &QualityPanel::applyRequested, this, &MainWindow::applyFilter);
    connect(m_qualityPanel, &QualityPanel::showAllRequested, this, &MainWindow::showAllSpots);
    connect(m_coloursPanel, &ColoursPanel::treatmentChanged, m_view, &SlideView::setTreatment);
    connect(m_bookmarksPanel, &BookmarksPanel::addRequested, this, &MainWindow::addBookmark);
    connect(m_bookmarksPanel, &BookmarksPanel::chosen, this, &MainWindow::goToBookmark);
    connect(m_bookmarksPanel, &BookmarksPanel::changed, this, &MainWindow::keepBookmarks);
    connect(m_genePanel, &GenePanel::geneChosen, this, &MainWindow::chooseGene);
    connect(m_genePanel, &GenePanel::geneCleared, this, &MainWindow::clearGene);
    connect(m_spotPanel, &SpotPanel::neighbourChosen, this, &MainWindow::goToSpot);
    connect(m_regionsPanel, &RegionsPanel::regionChosen, this, &MainWindow::goToRegion);
}

} // namespace spacrd
