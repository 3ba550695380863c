#include "app/studio/mainwindow.h"

#include "app/studio/models.h"
#include "app/studio/welcomepage.h"
#include "widgets/layers/layer.h"
#include "widgets/panels/genepanel.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/modelpanel.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// What the view shows of a section without an image: its spots and a margin of two pitches.
QRectF canvasOf(const Sample& sample)
{
    QPolygonF centres;
    for (const Spot& spot : sample.spots()) {
        const Level0Point p = sample.alignment.toLevel0(spot.fullres);
        centres += QPointF(p.x, p.y);
    }
    const double margin = std::max(2.0 * sample.spotPitchLevel0Px(), 1.0);
    return centres.boundingRect().adjusted(-margin, -margin, margin, margin);
}

QRectF canvasOf(const Slide& slide)
{
    const Rect& bounds = slide.info().level0Bounds;
    return {bounds.x, bounds.y, bounds.width, bounds.height};
}

/// A dialog that is not waited for: the window goes on below it.
QFileDialog* pathDialog(QWidget* parent, const QString& title, const QString& folder, QFileDialog::FileMode mode)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    return dialog;
}

QString slideFilter()
{
    return MainWindow::tr(
        "Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)");
}

} // namespace

QString MainWindow::demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/demo"_s;
}

void MainWindow::open(const OpenRequest& request)
{
    startOpening(tr("Opening %1").arg(pathText(request.path.filename())),
                 [open = m_engine.open, request](Task& task) { return open(request, task); });
}

void MainWindow::startOpening(const QString& title, std::function<Opened(Task&)> work)
{
    m_files->abandon(std::exchange(m_opening, 0));
    m_fileProgress->start(title);
    m_opening = m_files->start(std::move(work),
                               [this](Opened opened) {
                                   openingEnded();
                                   showOpened(std::move(opened));
                               },
                               {[this](const Error& error) {
                                    openingEnded();
                                    m_detectWhenReady = false;
                                    showError(error);
                                },
                                [this] { openingEnded(); }});
    updateActions();
}

void MainWindow::openDemo()
{
    const std::filesystem::path folder = toPath(demoFolder());
    m_detectWhenReady = true;
    // The demo section is made-up tissue, which the models for real tissue do not know. The person's own choice stays in the
    // settings.
    for (const QString& file : shippedModels()) {
        if (QFileInfo(file).fileName() == u"demo.spacrd")
            useModel(file);
    }
    if (hasDemo(folder)) {
        open(demoRequest(folder));
        return;
    }
    startOpening(tr("Making the demo section"), [make = m_engine.makeDemo, open = m_engine.open, folder](Task& task) {
        std::filesystem::create_directories(folder.parent_path());
        make(folder, task);
        return open(demoRequest(folder), task);
    });
}

void MainWindow::openingEnded()
{
    m_opening = 0;
    m_fileProgress->finish();
    updateActions();
}

void MainWindow::abandonSpotWork()
{
    m_compute->abandon(std::exchange(m_detecting, 0));
    m_modelPanel->progress()->finish();
    m_deciding.abandon();
    m_readingGene.abandon();
    m_quick->abandon(std::exchange(m_totals, 0));
    m_measure->abandon(std::exchange(m_filtering, 0));
}

void MainWindow::showOpened(Opened opened)
{
    // What runs on the section before is of no interest any more.
    abandonSpotWork();
    m_measure->abandon(std::exchange(m_measuring, 0));
    m_messages->clear();

    const auto sample = opened.sample;
    const auto slide = opened.slide;
    const OpenRequest request = opened.request;
    m_view->layers()->clear();
    if (sample)
        m_view->setSlide(slide, slide ? canvasOf(*slide) : canvasOf(*sample), sample->level0Mpp());
    else
        m_view->setSlide(slide, canvasOf(*slide), slide->info().mppX);
    m_quality = nullptr;
    m_keptSpots.clear();
    m_workspace->open(std::move(opened));
    makeLayers();
    // The panels come back in this turn of the event loop; the view has its final size in the next.
    QTimer::singleShot(0, m_view, &SlideView::fit);
    m_view->setFocus();
    showMagnification();
    rememberRecent(request);

    if (sample) {
        showWarnings(*sample);
        startTotals();
        measureQuality();
    }
    Q_EMIT this->opened();
    if (m_detectWhenReady)
        detectWhenReady();
}

void MainWindow::showWarnings(const Sample& sample)
{
    if (!sample.slide)
        m_messages->add(MessageBar::Kind::info,
                        tr("This section has no slide: spots are shown on an empty ground, and a model can use the genes only."),
                        tr("Choose slide…"), [this] { chooseSlide(); });
    for (const Text& warning : sample.warnings)
        m_messages->add(MessageBar::Kind::warning, translated(warning));
}

void MainWindow::rememberRecent(const OpenRequest& request)
{
    std::error_code ignored;
    // The demo has its own place on the welcome page, and opens with its slide from there.
    if (request.path == demoRequest(toPath(demoFolder())).path)
        return;
    const auto absolute = std::filesystem::absolute(request.path, ignored);
    m_settings.addRecent(pathText(ignored ? request.path : absolute));
}

void MainWindow::closeDocument()
{
    m_files->abandon(std::exchange(m_opening, 0));
    m_fileProgress->finish();
    abandonSpotWork();
    m_measure->abandon(std::exchange(m_measuring, 0));
    m_detectWhenReady = false;
    m_messages->clear();
    m_view->clear();
    m_quality = nullptr;
    m_keptSpots.clear();
    m_workspace->open(std::nullopt);
    showMagnification();
}

void MainWindow::chooseFile()
{
    auto* dialog = pathDialog(this, tr("Open a slide or a section"), m_settings.openFolder(), QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("All files (*)"), slideFilter(), tr("Counts and sample files (*.tsv *.tsv.gz *.gz *.h5 *.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_settings.setOpenFolder(QFileInfo(file).path());
        open({toPath(file), {}, std::nullopt});
    });
    dialog->open();
}

void MainWindow::chooseFolder()
{
    auto* dialog = pathDialog(this, tr("Open a section folder"), m_settings.openFolder(), QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_settings.setOpenFolder(QFileInfo(folder).path());
        open({toPath(folder), {}, std::nullopt});
    });
    dialog->open();
}

void MainWindow::chooseSlide()
{
    if (!m_workspace->isOpen())
        return;
    auto* dialog = pathDialog(this, tr("The slide of this section"), m_settings.openFolder(), QFileDialog::ExistingFile);
    dialog->setNameFilters({slideFilter(), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, request = m_workspace->opened()->request](const QString& file) {
        OpenRequest withSlide = request;
        withSlide.slide = toPath(file);
        open(withSlide);
    });
    dialog->open();
}

} // namespace spacrd
