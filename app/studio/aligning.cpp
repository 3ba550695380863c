#include "app/studio/mainwindow.h"

#include "app/studio/alignmentdialog.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slidegeometry.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr double previewSide = 2000.0;

QImage wholeSlide(const Slide& slide)
{
    const auto width = static_cast<double>(slide.info().width());
    const auto height = static_cast<double>(slide.info().height());
    const double scale = std::min(1.0, previewSide / std::max({width, height, 1.0}));
    const auto side = [scale](double length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
    const Image image = readScaled(slide, {0.0, 0.0, width, height}, side(width), side(height));
    return asQImage(image).copy();
}

} // namespace

void MainWindow::reviewAlignment()
{
    const auto sample = m_workspace->sample();
    if (!sample || !sample->slide)
        return;
    if (m_alignmentDialog) {
        m_alignmentDialog->raise();
        m_alignmentDialog->activateWindow();
        return;
    }
    if (m_alignedSlide != sample->slide)
        m_originalAlignment = sample->alignment;
    m_alignedSlide = sample->slide;
    m_alignmentDialog = new AlignmentDialog(this);
    m_alignmentDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_alignmentDialog->setOriginal(m_originalAlignment);
    m_alignmentDialog->setSample(sample);
    const QFileInfo section(pathText(sample->path));
    m_alignmentDialog->setSaveSuggestion(section.absolutePath() + u'/' + m_workspace->title() + u".json"_s);
    connect(m_alignmentDialog, &AlignmentDialog::applyRequested, this, &MainWindow::applyAlignment);
    connect(m_alignmentDialog, &AlignmentDialog::saveRequested, this, &MainWindow::saveAlignment);
    m_alignmentDialog->show();
    m_quick->start([slide = sample->slide](Task&) { return wholeSlide(*slide); },
                   [dialog = m_alignmentDialog](const QImage& picture) {
                       if (dialog)
                           dialog->setPicture(picture);
                   },
                   {[dialog = m_alignmentDialog](const Error& error) {
                        if (dialog)
                            dialog->showProblem(translated(error.sentence()));
                    },
                    {}});
}

/// An alignment that was applied to this sample and slide earlier, and with which it was not opened now, is offered again.
void MainWindow::offerEarlierAlignment(const OpenRequest& request, const Sample& sample)
{
    if (!sample.slide)
        return;
    const QString path = absolutePathText(request.path);
    const QString slide = absolutePathText(sample.slide->info().path);
    if (request.alignment)
        return m_settings.rememberAlignment(path, slide, request.alignment->numbers());
    const auto earlier = m_settings.rememberedAlignment(path, slide);
    if (!earlier || *earlier == sample.alignment.numbers())
        return;
    m_messages->add(MessageBar::Kind::info, tr("This sample was aligned in another way when it was open last."),
                    tr("Align so again"), [this, numbers = *earlier] {
                        OpenRequest again = m_workspace->opened()->request;
                        again.alignment = Alignment::fromNumbers(numbers);
                        again.align.clear();
                        again.slideScale.reset();
                        open(again);
                    });
}

void MainWindow::applyAlignment(const Alignment& alignment)
{
    const auto sample = m_workspace->sample();
    if (!sample || !sample->slide || !m_alignmentDialog)
        return;
    m_alignmentDialog->setApplying(true);
    OpenRequest request = m_workspace->opened()->request;
    request.alignment = alignment;
    request.align.clear();
    request.slideScale.reset();
    const auto ended = [this] {
        if (m_alignmentDialog)
            m_alignmentDialog->setApplying(false);
    };
    startOpening(
        tr("Aligning %1").arg(m_workspace->title()),
        [realign = m_engine.realign, sample, alignment, request](Task& task) {
            Opened opened{request, realign(*sample, alignment, task), sample->slide};
            return opened;
        },
        [this, ended](const Error& error) {
            ended();
            if (m_alignmentDialog)
                m_alignmentDialog->showProblem(translated(error.sentence()));
            else
                showError(error);
        },
        ended);
}

void MainWindow::saveAlignment(const QString& file, const Alignment& alignment)
{
    const auto sample = m_workspace->sample();
    if (!sample)
        return;
    m_files->start([save = m_engine.saveSample, path = toPath(file), request = m_workspace->opened()->request, sample,
                    alignment](Task&) { save(path, request, *sample, alignment); },
                   [this, file] {
                       m_settings.addRecent(file);
                       if (m_alignmentDialog)
                           m_alignmentDialog->showSaved(QFileInfo(file).fileName());
                   },
                   {[this](const Error& error) {
                        if (m_alignmentDialog)
                            m_alignmentDialog->showProblem(errorText(error).replace(u"\n\n"_s, u" — "_s));
                        else
                            showError(error);
                    },
                    {}});
}

/// Another section or none is in the window: the dialog is about one that is gone. The same one joined anew, it shows.
void MainWindow::followAlignment()
{
    if (!m_alignmentDialog)
        return;
    const auto sample = m_workspace->sample();
    if (sample && sample->slide && sample->slide == m_alignedSlide) {
        m_alignmentDialog->setApplying(false);
        m_alignmentDialog->setSample(sample);
    } else {
        m_alignmentDialog->close();
    }
}

} // namespace spacrd
