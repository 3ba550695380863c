#include "app/studio/cardbutton.h"

#include "app/studio/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace spacrd {

namespace {

constexpr int margin = 18;
constexpr int iconSide = 36;

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

CardButton::CardButton(const QIcon& icon, const QString& title, const QString& sentence, bool primary, QWidget* parent)
    : QAbstractButton(parent)
    , m_sentence(sentence)
    , m_primary(primary)
{
    setIcon(icon);
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CardButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {220, 2 * margin + iconSide + 14 + metrics.height() * 2 + metrics.lineSpacing() * 2};
}

void CardButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool hot = underMouse() || hasFocus();
    const QColor ground = m_primary ? (isDown() ? accentColour().darker(115)
                                       : hot    ? accentColour().lighter(112)
                                                : accentColour())
                                    : (isDown() ? palette().color(QPalette::Button) : palette().color(QPalette::Base));
    const QColor text = m_primary ? QColor(Qt::white) : palette().color(QPalette::Text);
    painter.setBrush(ground);
    painter.setPen(QPen(hot ? (m_primary ? QColor(Qt::white) : accentColour()) : withAlpha(palette().color(QPalette::Text), 40),
                        hasFocus() ? 2.5 : 1.5));
    painter.drawRoundedRect(card, 12, 12);

    icon().paint(&painter, QRect(margin, margin, iconSide, iconSide), Qt::AlignCenter,
                 isEnabled() ? QIcon::Normal : QIcon::Disabled);
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(text);
    const QRect line(margin, margin + iconSide + 10, width() - 2 * margin, QFontMetrics(bold).height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(this->text(), Qt::ElideRight, line.width()));
    painter.setFont(font());
    painter.setPen(withAlpha(text, 200));
    painter.drawText(QRect(margin, line.bottom() + 4, width() - 2 * margin, height() - line.bottom() - 4 - margin / 2),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

void CardButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CardButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace spacrd
