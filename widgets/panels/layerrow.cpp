#include "widgets/panels/layerrow.h"

#include "widgets/panels/icon.h"
#include "widgets/panels/legendview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize gradientSize(36, 12);
constexpr int leastTitle = 8; // letters

QIcon gradientIcon(const ColourMap& map, double devicePixelRatio)
{
    QPixmap pixmap(gradientSize * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintColourBar(painter, QRectF({0, 0}, gradientSize), map);
    return QIcon(pixmap);
}

QString percentText(int percent)
{
    return LayerRow::tr("%1 %").arg(QLocale().toString(percent));
}

} // namespace

LayerRow::LayerRow(const QString& layerId, QWidget* parent)
    : QWidget(parent)
    , m_layerId(layerId)
    , m_visible(new QCheckBox)
    , m_colourMap(new QComboBox)
    , m_range(new QToolButton)
    , m_opacity(new QSlider(Qt::Horizontal))
    , m_percent(new QLabel)
    , m_legend(new LegendView)
{
    setObjectName(u"row."_s + layerId);
    m_visible->setObjectName(u"visible"_s);
    m_visible->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_colourMap->setObjectName(u"colourMap"_s);
    m_colourMap->setIconSize(gradientSize);
    m_colourMap->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_range->setObjectName(u"range"_s);
    m_range->setIcon(icon(u"range"_s));
    m_range->setAutoRaise(true);
    m_opacity->setObjectName(u"opacity"_s);
    m_opacity->setRange(0, 100);
    m_opacity->setPageStep(10);
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_percent->setFixedWidth(m_percent->fontMetrics().horizontalAdvance(percentText(100)) + 4);
    fillColourMaps();

    auto* head = new QHBoxLayout;
    head->addWidget(m_visible, 1);
    head->addWidget(m_colourMap);
    head->addWidget(m_range);
    auto* body = new QHBoxLayout;
    body->addWidget(m_opacity, 1);
    body->addWidget(m_percent);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(5);
    column->addLayout(head);
    column->addLayout(body);
    column->addWidget(m_legend);

    connect(m_visible, &QCheckBox::toggled, this, &LayerRow::visibleChosen);
    connect(m_range, &QToolButton::clicked, this,
            [this] { Q_EMIT rangeRequested(m_range->mapToGlobal(QPoint(0, m_range->height()))); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_percent->setText(percentText(percent));
        Q_EMIT opacityChosen(percent / 100.0);
    });
    connect(m_colourMap, &QComboBox::activated, this,
            [this](int index) { Q_EMIT colourMapChosen(m_colourMap->itemData(index).toString()); });
}

void LayerRow::fillColourMaps()
{
    for (const ColourMap& map : colourMaps())
        m_colourMap->addItem(gradientIcon(map, devicePixelRatioF()), map.title, map.id);
}

void LayerRow::setState(const State& state)
{
    const QSignalBlocker quietBox(m_visible);
    const QSignalBlocker quietSlider(m_opacity);
    m_title = state.title;
    m_visible->setChecked(state.visible);
    const auto percent = static_cast<int>(std::lround(state.opacity * 100));
    m_opacity->setValue(percent);
    m_percent->setText(percentText(percent));
    m_opacity->setEnabled(state.visible);
    m_percent->setEnabled(state.visible);
    m_colourMap->setVisible(!state.colourMapId.isEmpty());
    m_colourMap->setEnabled(state.visible);
    m_colourMap->setCurrentIndex(m_colourMap->findData(state.colourMapId));
    m_range->setVisible(state.hasRange);
    m_range->setEnabled(state.visible);
    m_legend->setLegend(state.legend);
    m_legend->setVisible(state.legend.has_value() && state.visible);
    describe();
    elideTitle();
}

void LayerRow::describe()
{
    m_visible->setAccessibleName(tr("Show %1").arg(m_title));
    m_visible->setToolTip(tr("Show or hide “%1”").arg(m_title));
    m_opacity->setAccessibleName(tr("Opacity of %1").arg(m_title));
    m_opacity->setToolTip(tr("Opacity of “%1”").arg(m_title));
    m_colourMap->setAccessibleName(tr("Colours of %1").arg(m_title));
    m_range->setAccessibleName(tr("Range of the colours of %1").arg(m_title));
    m_range->setToolTip(tr("Choose the values that the ends of the colours of “%1” stand for").arg(m_title));
    m_colourMap->setToolTip(tr("Colours of “%1”").arg(m_title));
}

std::vector<QWidget*> LayerRow::controls() const
{
    return {m_visible, m_colourMap, m_range, m_opacity};
}

/// The title gives way to the controls beside it, but not all of it.
void LayerRow::elideTitle()
{
    const int box = style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing) + 2;
    m_visible->setMinimumWidth(box + m_visible->fontMetrics().averageCharWidth() * leastTitle);
    QString text = m_visible->fontMetrics().elidedText(m_title, Qt::ElideRight, m_visible->width() - box);
    m_visible->setText(text.replace(u"&"_s, u"&&"_s));
}

void LayerRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elideTitle();
}

void LayerRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elideTitle();
}

/// A thin line beneath parts the rows.
void LayerRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlpha(40);
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
}

} // namespace spacrd
