#include "widgets/panels/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// Renders at paint time, so that size, screen scale and theme are always the present ones.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QByteArray svg, const QColor& colour)
        : m_svg(std::move(svg))
        , m_colour(colour)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colourFor(mode).name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * 0.45);
        renderer.render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_svg, m_colour); }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        if (mode == QIcon::Selected)
            return QGuiApplication::palette().color(QPalette::HighlightedText);
        return m_colour.isValid() ? m_colour : QGuiApplication::palette().color(QPalette::Active, QPalette::WindowText);
    }

    QByteArray m_svg;
    QColor m_colour;
};

} // namespace

QIcon icon(const QString& name)
{
    return icon(name, QColor());
}

QIcon icon(const QString& name, const QColor& colour)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIconEngine(file.readAll(), colour));
}

} // namespace spacrd
