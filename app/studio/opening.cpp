#include "app/studio/mainwindow.h"

#include "app/studio/alignmenttexts.h"
#include "app/studio/models.h"
#include "app/studio/opensampledialog.h"
#include "app/studio/welcomepage.h"
#include "core/sample/samplefindings.h"
#include "widgets/layers/layer.h"
#include "widgets/panels/colourspanel.h"
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

void MainWindow::startOpening(const QString& title, std::function<Opened(Task&)> work, std::function<void(const Error&)> failed,
                              std::function<void()> cancelled)
{
    m_files->abandon(std::exchange(m_opening, 0));
    m_fileProgress->start(title);
    m_opening = m_files->start(std::move(work),
                               [this](Opened opened) {
                                   openingEnded();
                                   showOpened(std::move(opened));
                               },
                               {[this, failed = std::move(failed)](const Error& error) {
                                    openingEnded();
                                    m_detectWhenReady = false;
                                    if (failed)
                                        failed(error);
                                    else
                                        showError(error);
                                },
                                [this, cancelled = std::move(cancelled)] {
                                    openingEnded();
                                    if (cancelled)
                                        cancelled();
                                }});
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
    if (!opened.libraries.empty()) { // a choice is wanted, and what is open stays until it is made
        chooseSample(opened.request);
        return;
    }
    if (m_sampleDialog)
        m_sampleDialog->accept();
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
    m_coloursPanel->setHasProfile(slide && slide->info().colourProfile);
    m_view->setFocus();
    showMagnification();
    rememberRecent(request);

    if (sample) {
        showWarnings(*sample);
        offerEarlierAlignment(request, *sample);
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
    const auto& findings = sample.proof.findings;
    const auto isFinding = [&](const Text& warning) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const AlignmentFinding& finding) { return finding.explanation.english() == warning.english(); });
    };
    if (sample.slide && !findings.empty()) {
        QString sentence = tr("The spots may not lie right on the slide. %1").arg(findingText(findings.front()));
        if (findings.size() == 2)
            sentence += u' ' + tr("(One more finding.)");
        else if (findings.size() > 2)
            sentence += u' ' + tr("(%1 more findings.)").arg(findings.size() - 1);
        m_messages->add(MessageBar::Kind::warning, sentence, tr("Review alignment…"), [this] { reviewAlignment(); });
    }
    for (const SampleFinding& finding : findingsOf(sample)) {
        // The alignment's have a message of their own, and so has the section without a slide.
        if (!isFinding(finding.sentence) && finding.kind != "no-image")
            m_messages->add(finding.serious ? MessageBar::Kind::warning : MessageBar::Kind::info, translated(finding.sentence));
    }
    const auto fixed =
        std::find_if(findings.begin(), findings.end(), [](const AlignmentFinding& finding) { return finding.fix.has_value(); });
    if (sample.slide || fixed == findings.end())
        return;
    m_messages->add(MessageBar::Kind::info, tr("The image that was left out can be tried with a change to the alignment."),
                    translated(fixed->fixLabel), [this, name = fixed->fixName] {
                        OpenRequest request = m_workspace->opened()->request;
                        request.align = name;
                        open(request);
                    });
}

void MainWindow::rememberRecent(const OpenRequest& request)
{
    // The demo has its own place on the welcome page, and opens with its slide from there.
    if (request.path == demoRequest(toPath(demoFolder())).path)
        return;
    m_settings.addRecent(absolutePathText(request.path));
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
    dialog->setNameFilters(
        {tr("All files (*)"), slideFilter(), tr("Counts and sample files (*.h5ad *.tsv *.tsv.gz *.gz *.h5 *.json)")});
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
        withSlide.withoutSlide = false;
        withSlide.alignment.reset(); // that was for another picture
        withSlide.align.clear();
        open(withSlide);
    });
    dialog->open();
}

void MainWindow::chooseSample(const OpenRequest& request)
{
    if (!m_sampleDialog) {
        m_sampleDialog = new OpenSampleDialog(m_settings.openFolder(), this);
        m_sampleDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sampleDialog, &OpenSampleDialog::lookRequested, this, [this](const OpenRequest& asked, int number) {
            m_looking.start([look = m_engine.look, asked](Task& task) { return look(asked, task); },
                            [dialog = m_sampleDialog, number](const RequestLook& look) {
                                if (dialog)
                                    dialog->setLook(look, number);
                            });
        });
        connect(m_sampleDialog, &OpenSampleDialog::openRequested, this, &MainWindow::openChosen);
        connect(m_sampleDialog, &OpenSampleDialog::cancelRequested, this, [this] { m_files->cancel(m_opening); });
        m_sampleDialog->open();
    }
    m_sampleDialog->setOpening(false);
    m_sampleDialog->setRequest(request);
}

void MainWindow::openChosen(const OpenRequest& request)
{
    m_settings.setOpenFolder(QFileInfo(pathText(request.path)).path());
    m_sampleDialog->setOpening(true);
    const auto ended = [dialog = m_sampleDialog] {
        if (dialog)
            dialog->setOpening(false);
    };
    startOpening(
        tr("Opening %1").arg(pathText(request.path.filename())),
        [open = m_engine.open, request](Task& task) { return open(request, task); },
        [this, ended, dialog = m_sampleDialog](const Error& error) {
            ended();
            if (!dialog) {
                showError(error);
                return;
            }
            QString sentence = translated(error.sentence());
            if (!error.file().empty())
                sentence += u" ("_s + pathText(error.file().filename()) + u')';
            if (const QString hint = translated(error.hint()); !hint.isEmpty())
                sentence += u" – "_s + hint;
            dialog->showProblem(sentence);
            Q_EMIT failed(sentence);
        },
        ended);
}

} // namespace spacrd
