#include "app/studio/mainwindow.h"

#include "app/studio/gotodialog.h"
#include "core/sample/barcodes.h"
#include "widgets/slideview/slideview.h"

namespace spacrd {

void MainWindow::showGoTo()
{
    if (!m_goToDialog) {
        m_goToDialog = new GoToDialog(this);
        connect(m_goToDialog, &GoToDialog::barcodeRequested, this, &MainWindow::goToBarcode);
        connect(m_goToDialog, &GoToDialog::placeRequested, this, &MainWindow::goToPlace);
    }
    const auto sample = m_workspace->sample();
    m_goToDialog->setKnown(sample != nullptr, m_workspace->level0Mpp().has_value());
    const QPointF level0 = m_view->camera().centreLevel0();
    const Point pixels = sample ? sample->alignment.toFullres({level0.x(), level0.y()}).plain() : Point{level0.x(), level0.y()};
    m_goToDialog->setHere({pixels.x, pixels.y}, level0 * m_workspace->level0Mpp().value_or(1.0));
    m_goToDialog->setProblem({});
    m_goToDialog->show();
    m_goToDialog->raise();
    m_goToDialog->activateWindow();
    m_goToDialog->start();
}

void MainWindow::goToBarcode(const QString& barcode)
{
    const auto sample = m_workspace->sample();
    if (!sample)
        return;
    const BarcodeMatch match = findBarcode(sample->spots(), barcode.toStdString());
    if (match.spot)
        goToSpot(*match.spot);
    if (match.others > 0)
        m_goToDialog->setProblem(tr("Others begin like this too (%1); the first is shown.").arg(match.others));
    else
        m_goToDialog->setProblem(match.spot ? QString() : tr("No spot has a barcode that begins like this."));
}

void MainWindow::goToPlace(QPointF place, GoToDialog::Unit unit)
{
    const auto sample = m_workspace->sample();
    QPointF level0 = place;
    if (unit == GoToDialog::Unit::micrometres) {
        level0 /= m_workspace->level0Mpp().value_or(1.0);
    } else if (sample) {
        const Level0Point there = sample->alignment.toLevel0({place.x(), place.y()});
        level0 = {there.x, there.y};
    }
    const bool inside = m_view->canvasLevel0().contains(level0);
    m_goToDialog->setProblem(inside ? QString() : tr("This place lies outside the slide."));
    if (inside) {
        m_view->centreOn(level0);
        m_view->markPlace(level0);
    }
}

} // namespace spacrd
