#include "widgets/slideview/patchmagnifier.h"

#include "widgets/slideview/scalebar.h"
#include "widgets/slideview/slidegeometry.h"

#include <QEvent>
#include <QPainter>

namespace spacrd {

namespace {

constexpr int pictureSide = 256;
constexpr int edge = 8;      ///< round the picture
constexpr int distance = 10; ///< from the sides of the view

} // namespace

PatchMagnifier::PatchMagnifier(QWidget* view)
    : QWidget(view)
{
    setObjectName(QStringLiteral("patchMagnifier"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("What the model sees of a spot"));
    view->installEventFilter(this);
    place();
    hide();
}

void PatchMagnifier::setPatch(const Image& patch, const QString& name, const QString& facts)
{
    m_patch = asQImage(patch).copy();
    m_name = name;
    m_text = facts;
    setAccessibleDescription(name + QStringLiteral(". ") + facts);
    update();
}

void PatchMagnifier::setEmpty(const QString& sentence)
{
    m_patch = {};
    m_name.clear();
    m_text = sentence;
    setAccessibleDescription(sentence);
    update();
}

QSize PatchMagnifier::sizeHint() const
{
    const int lines = 2 * fontMetrics().lineSpacing();
    return {pictureSide + 2 * edge, pictureSide + lines + 3 * edge};
}

/// Bottom right: the scale bar and the map have the other corners.
void PatchMagnifier::place()
{
    resize(sizeHint());
    move(parentWidget()->width() - width() - distance, parentWidget()->height() - height() - distance);
}

bool PatchMagnifier::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        place();
    return QWidget::eventFilter(watched, event);
}

void PatchMagnifier::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPlate(painter, rect(), palette());
    const QRect picture(edge, edge, pictureSide, pictureSide);
    painter.setPen(palette().color(QPalette::Text));
    if (m_patch.isNull()) {
        painter.drawText(rect().adjusted(2 * edge, edge, -2 * edge, -edge), Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    painter.drawImage(picture, m_patch); // square pixels: that is what there is
    QRect line(edge, picture.bottom() + edge, pictureSide, fontMetrics().lineSpacing());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(bold).elidedText(m_name, Qt::ElideMiddle, pictureSide));
    painter.setFont(font());
    line.translate(0, line.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(m_text, Qt::ElideRight, pictureSide));
}

} // namespace spacrd
