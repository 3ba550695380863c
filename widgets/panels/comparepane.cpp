#include "widgets/panels/comparepane.h"

#include "widgets/layers/layer.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/legendview.h"
#include "widgets/slideview/slideview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastChoice = 80;

} // namespace

ComparePane::ComparePane(const SlideView& main, QWidget* parent)
    : QWidget(parent)
    , m_view(new SlideView(main, this))
    , m_choice(new QComboBox(this))
    , m_legend(new LegendView(this))
    , m_close(new QToolButton(this))
{
    m_view->setOverviewVisible(false);
    m_view->showOnlyLayers({});
    m_choice->setObjectName(u"shown"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(leastChoice); // a narrow view may cut a long name
    m_choice->setAccessibleName(tr("What this view shows"));
    m_choice->setToolTip(tr("Choose the layer that this view shows over the slide"));
    m_close->setObjectName(u"closePane"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this view"));
    m_close->setToolTip(m_close->accessibleName());
    QSizePolicy kept = m_legend->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_legend->setSizePolicy(kept);

    auto* head = new QWidget(this);
    head->setFixedHeight(headHeight());
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(6, 0, 4, 0);
    row->setSpacing(10);
    row->addWidget(m_choice);
    row->addWidget(m_legend, 1);
    row->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_view, 1);

    connect(m_choice, &QComboBox::activated, this, [this](int index) { show(m_choice->itemData(index).toString()); });
    connect(m_close, &QToolButton::clicked, this, &ComparePane::closeRequested);
    connect(m_view->layers(), &LayerStack::layersChanged, this, &ComparePane::listLayers);
    connect(m_view->layers(), &LayerStack::changed, this, &ComparePane::refreshLegend);
    listLayers();
}

int ComparePane::headHeight()
{
    constexpr int around = 8;
    return QComboBox().sizeHint().height() + around;
}

QString ComparePane::title() const
{
    return m_choice->currentText();
}

void ComparePane::show(const QString& layerId)
{
    m_shown = layerId;
    m_view->showOnlyLayers(layerId.isEmpty() ? QStringList() : QStringList(layerId));
    listLayers();
}

/// The choice that is shown stays in the list while its layer is away: that of a clicked spot comes and goes.
void ComparePane::listLayers()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(icon(u"slide"_s), tr("Slide only"), QString());
    for (const auto& layer : m_view->layers()->layers())
        m_choice->addItem(icon(u"layers"_s), layer->title(), layer->id());
    const int index = m_choice->findData(m_shown);
    m_choice->setCurrentIndex(std::max(0, index));
    refreshLegend();
}

void ComparePane::refreshLegend()
{
    const Layer* layer = m_view->layers()->find(m_shown);
    const auto legend = layer ? layer->legend() : std::nullopt;
    m_legend->setLegend(legend);
    m_legend->setVisible(legend && m_legend->sizeHint().height() <= headHeight()); // longer ones are in the panel
    for (int i = 1; i < m_choice->count(); ++i) {                                  // titles may change: that of the gene
        const Layer* listed = m_view->layers()->find(m_choice->itemData(i).toString());
        if (listed && listed->title() != m_choice->itemText(i))
            m_choice->setItemText(i, listed->title());
    }
}

} // namespace spacrd
