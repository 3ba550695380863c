#include "app/studio/mainwindow.h"

#include "app/studio/alignmentdialog.h"
#include "app/studio/opensampledialog.h"
#include "app/studio/welcomepage.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/panels/genepanel.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/modelpanel.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/qualitypanel.h"
#include "widgets/panels/regionspanel.h"
#include "widgets/panels/spotpanel.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>

namespace spacrd {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Engine engine, QWidget* parent)
    : QMainWindow(parent)
    , m_engine(std::move(engine))
    , m_workspace(new Workspace(this))
    , m_files(new Worker(u"files"_s, this))
    , m_quick(new Worker(u"quick"_s, this))
    , m_measure(new Worker(u"measure"_s, this))
    , m_compute(new Worker(u"compute"_s, this))
    , m_deciding(*m_quick)
    , m_readingGene(*m_quick)
    , m_readingCard(*m_quick)
    , m_looking(*m_quick)
    , m_magnifying(*m_quick)
    , m_actions(this)
{
    setWindowTitle(tr("SpaCRD Studio"));
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() * 0.92));

    makeCentre();
    makeDocks();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    connectActions();
    connect(m_workspace, &Workspace::changed, this, &MainWindow::follow);
    connect(m_files, &Worker::progressed, this,
            [this](Worker::Id, const Progress& progress) { m_fileProgress->setProgress(progress); });
    connect(m_compute, &Worker::progressed, this, [this](Worker::Id id, const Progress& progress) {
        if (id == m_detecting)
            m_modelPanel->progress()->setProgress(progress);
    });

    fillModels();
    restoreGeometry(m_settings.windowGeometry());
    // It may have been saved on a larger screen.
    if (const QScreen* on = screen(); on && !isMaximized() && !isFullScreen())
        resize(size().boundedTo(on->availableGeometry().size()));
    m_dockState = m_settings.windowState().isEmpty() ? saveState() : m_settings.windowState();
    follow(Workspace::Change::opened);
}

MainWindow::~MainWindow()
{
    shutDown();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    // LibTorch starts after the window is up, and on its own thread.
    if (!std::exchange(m_started, true))
        QTimer::singleShot(0, this, &MainWindow::askDevices);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace->isOpen())
        m_dockState = saveState();
    m_settings.setWindow(saveGeometry(), m_dockState);
    shutDown();
    event->accept();
}

/// Nothing runs afterwards, and nothing is started any more. All are asked to stop before any is waited for.
void MainWindow::shutDown()
{
    m_deciding.abandon();
    m_readingGene.abandon();
    m_readingCard.abandon();
    m_looking.abandon();
    m_magnifying.abandon();
    m_quick->abandon(std::exchange(m_totals, 0));
    m_measure->abandon(std::exchange(m_measuring, 0));
    m_measure->abandon(std::exchange(m_filtering, 0));
    m_files->abandon(std::exchange(m_opening, 0));
    m_files->abandon(std::exchange(m_exporting, 0));
    m_compute->abandon(std::exchange(m_detecting, 0));
    m_quick->shutdown();
    m_measure->shutdown();
    m_files->shutdown();
    m_compute->shutdown(std::exchange(m_engine.release, {}));
}

void MainWindow::follow(Workspace::Change change)
{
    const auto sample = m_workspace->sample();
    const Result* result = m_workspace->result().get();
    switch (change) {
    case Workspace::Change::opened: {
        const bool open = m_workspace->isOpen();
        const bool wasOpen = m_pages->currentWidget() == m_viewer;
        if (wasOpen && !open)
            m_dockState = saveState();
        m_pages->setCurrentWidget(open ? static_cast<QWidget*>(m_viewer) : m_welcome);
        if (open && !wasOpen)
            restoreState(m_dockState);
        for (QDockWidget* dock : m_docks) {
            dock->toggleViewAction()->setEnabled(open);
            if (!open)
                dock->hide();
        }
        m_toolBar->setVisible(open);
        setWindowTitle(open ? tr("%1 — SpaCRD Studio").arg(m_workspace->title()) : tr("SpaCRD Studio"));
        m_qualityPanel->setMeasuring(sample != nullptr);
        if (!open)
            m_welcome->setRecent(m_settings.recent());
        showCursor(std::nullopt);
        showBookmarks();
        delete m_snapshot;
        if (m_goToDialog)
            m_goToDialog->hide(); // it was about another slide
        [[fallthrough]];
    }
    case Workspace::Change::spots:
        m_genePanel->setSample(sample);
        m_spotPanel->setSpot(sample.get(), std::nullopt, nullptr);
        m_regionsPanel->setResult(nullptr);
        m_modelPanel->setResult(nullptr);
        clearMagnifier();
        followAlignment();
        break;
    case Workspace::Change::model:
        m_modelPanel->setCard(m_workspace->card(), m_cardProblem);
        clearMagnifier();
        break;
    case Workspace::Change::result:
        m_modelPanel->setResult(result);
        m_regionsPanel->setResult(result);
        m_spotPanel->setSpot(sample.get(), m_workspace->spot(), result);
        break;
    case Workspace::Change::gene:
        break;
    case Workspace::Change::selection:
        m_spotPanel->setSpot(sample.get(), m_workspace->spot(), result);
        break;
    }
    updateActions();
}

void MainWindow::updateViewHistory()
{
    m_actions.back->setEnabled(m_workspace->isOpen() && m_view->canGoBack());
    m_actions.forward->setEnabled(m_workspace->isOpen() && m_view->canGoForward());
}

void MainWindow::updateActions()
{
    const bool open = m_workspace->isOpen();
    const bool idle = m_detecting == 0;
    m_actions.exportResult->setEnabled(m_workspace->result() && m_exporting == 0);
    m_actions.close->setEnabled(open);
    m_actions.alignment->setEnabled(m_workspace->sample() && m_workspace->sample()->slide);
    for (QAction* action : {m_actions.fit, m_actions.zoomIn, m_actions.zoomOut, m_actions.turnLeft, m_actions.turnRight,
                            m_actions.turnLeftABit, m_actions.turnRightABit, m_actions.mirror, m_actions.upright, m_actions.goTo,
                            m_actions.snapshot, m_actions.bookmark, m_actions.ruler, m_actions.magnifier})
        action->setEnabled(open);
    m_actions.viewCounts->setEnabled(open);
    m_actions.lockViews->setEnabled(open && m_viewer->count() > 1);
    updateViewHistory();
    const bool scaled = open && m_view->magnification().has_value();
    for (QAction* action : m_actions.magnifications)
        action->setEnabled(scaled);
    const QString why = whyNotDetect();
    m_actions.detect->setEnabled(idle && why.isEmpty());
    m_modelPanel->setReady(idle && why.isEmpty(), idle ? why : QString());
    m_qualityPanel->setBusy(!idle || m_filtering != 0);
    m_actions.cancel->setEnabled(!idle || m_opening != 0 || m_exporting != 0);
}

void MainWindow::cancelWork()
{
    if (m_detecting != 0) {
        m_modelPanel->progress()->setCancelling();
        m_compute->cancel(m_detecting);
    }
    if (m_opening != 0 || m_exporting != 0)
        m_fileProgress->setCancelling();
    m_files->cancel(m_opening);
    m_files->cancel(m_exporting);
    m_detectWhenReady = false;
}

void MainWindow::showError(const Error& error)
{
    const QString sentence = errorText(error);
    auto* box = new QMessageBox(QMessageBox::Warning, tr("SpaCRD Studio"), sentence.section(u"\n\n"_s, 0, 0),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"errorBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(u"warning"_s, QColor(0xd9, 0x82, 0x1b)).pixmap(QSize(48, 48), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->setInformativeText(sentence.section(u"\n\n"_s, 1));
    box->addButton(tr("Close"), QMessageBox::AcceptRole);
    box->open();
    Q_EMIT failed(sentence);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        event->acceptProposedAction();
}

/// Escape leaves the full screen, when nothing nearer wanted it.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_actions.fullScreen->isChecked())
        return m_actions.fullScreen->trigger();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile())
        return;
    event->acceptProposedAction();
    const QString path = urls.front().toLocalFile();
    if (path.endsWith(u".spacrd"_s))
        setModelFile(path);
    else
        open({toPath(path), {}, std::nullopt});
}

} // namespace spacrd
