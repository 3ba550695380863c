#include "app/studio/mainwindow.h"

#include "core/base/log.h"
#include "widgets/layers/colourvision.h"
#include "widgets/panels/comparepane.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/slideview/graphicscard.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <algorithm>

namespace spacrd {

void MainWindow::useGraphicsCard(bool imitated)
{
    const GraphicsCard& card = graphicsCard();
    if (card.name.isEmpty() || !(card.isReal || imitated)) {
        spdlog::info("the processor draws the slide; OpenGL: {}", card.name.isEmpty() ? "none" : card.name.toStdString());
        return;
    }
    spdlog::info("OpenGL for the slide: {}", card.name.toStdString());
    m_actions.drawnByCard->setEnabled(true);
    m_actions.drawnByCard->setChecked(imitated || m_settings.drawnByCard());
    m_actions.drawnByCard->setToolTip(tr("The slide is drawn by %1; switch it off where it is drawn wrongly").arg(card.name));
    m_actions.drawnByCard->setStatusTip(m_actions.drawnByCard->toolTip());
    updateDrawing();
}

void MainWindow::useTileMemory()
{
    constexpr size_t mebibyte = 1024 * 1024;
    const size_t chosen = static_cast<size_t>(m_settings.tileMemoryMib()) * mebibyte;
    m_view->setTileMemory(chosen == 0 ? TileLoader::defaultCacheBytes() : std::min(chosen, TileLoader::mostCacheBytes()));
}

bool MainWindow::drawsByCard() const
{
    // An effect over the picture sees only what the processor draws.
    return m_actions.drawnByCard->isEnabled() && m_actions.drawnByCard->isChecked() && m_vision == ColourVision::all;
}

void MainWindow::updateDrawing()
{
    m_view->setDrawnByCard(drawsByCard());
    for (const ComparePane* pane : m_viewer->panes())
        pane->view()->setDrawnByCard(drawsByCard());
}

} // namespace spacrd
