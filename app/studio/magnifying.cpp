#include "app/studio/mainwindow.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/patchmagnifier.h"
#include "widgets/slideview/slideview.h"

#include <QCursor>
#include <QLocale>

namespace spacrd {

namespace {

/// What lies under the cursor.
struct Magnified
{
    std::optional<size_t> spot;     ///< nothing: no spot
    std::optional<SpotPatch> patch; ///< nothing: it is shown already, or there is no spot
};

/// The square of the slide that the patch shows.
QRectF areaOf(const Sample& sample, size_t spot, const EncoderIdentity& encoder)
{
    const Level0Point centre = sample.alignment.toLevel0(sample.spots()[spot].fullres);
    const double side = encoder.patchUm / sample.level0Mpp().value_or(1.0);
    return {centre.x - side / 2, centre.y - side / 2, side, side};
}

} // namespace

void MainWindow::setMagnifierVisible(bool visible)
{
    m_magnifier->setVisible(visible);
    clearMagnifier();
    const QPoint pointer = m_view->mapFromGlobal(QCursor::pos());
    if (visible && m_view->rect().contains(pointer))
        magnify(m_view->camera().toLevel0(pointer));
}

/// What there is to see before the cursor is over a spot.
void MainWindow::clearMagnifier()
{
    m_magnifying.abandon();
    m_magnifiedSpot.reset();
    m_view->frameArea(std::nullopt);
    const auto sample = m_workspace->sample();
    if (!sample)
        m_magnifier->setEmpty(tr("A slide by itself has no spots: open a section to see what the model sees of them."));
    else if (!sample->slide)
        m_magnifier->setEmpty(tr("This section has no image."));
    else if (m_workspace->card() && !m_workspace->card()->encoder)
        m_magnifier->setEmpty(tr("This model reads genes alone: it sees no image."));
    else
        m_magnifier->setEmpty(tr("Point at a spot to see its patch as the model sees it."));
}

void MainWindow::magnify(QPointF level0)
{
    const auto sample = m_workspace->sample();
    const auto& card = m_workspace->card();
    if (m_magnifier->isHidden() || !sample || !sample->slide || (card && !card->encoder))
        return;
    const std::optional<EncoderIdentity> encoder = card ? card->encoder : std::nullopt;
    m_magnifying.start(
        [sample, encoder, level0, read = m_engine.readPatch, shown = m_magnifiedSpot](Task&) {
            Magnified found{sample->spotAt({level0.x(), level0.y()}), std::nullopt};
            if (found.spot && found.spot != shown)
                found.patch = read(*sample, *found.spot, encoder);
            return found;
        },
        [this, sample](const Magnified& found) {
            if (sample != m_workspace->sample() || !found.patch)
                return; // between spots the last one stays
            m_magnifiedSpot = found.spot;
            const EncoderIdentity& of = found.patch->encoder;
            const QLocale locale;
            const QString facts =
                tr("%1 µm, %2 × %2 px: encoder %3")
                    .arg(locale.toString(of.patchUm), locale.toString(of.patchPx), QString::fromStdString(of.id));
            m_view->frameArea(areaOf(*sample, *found.spot, of));
            m_magnifier->setPatch(found.patch->picture, QString::fromStdString(sample->spots()[*found.spot].barcode), facts);
        },
        [this](const Error& error) {
            m_magnifiedSpot.reset(); // its picture is gone
            m_view->frameArea(std::nullopt);
            m_magnifier->setEmpty(errorText(error));
        });
}

} // namespace spacrd
