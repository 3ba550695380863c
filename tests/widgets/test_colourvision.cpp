#include "widgets/layers/colourvision.h"
#include "widgets/layers/layer.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace spacrd;

namespace {

constexpr ColourVision visions[] = {ColourVision::all, ColourVision::protanopia, ColourVision::deuteranopia,
                                    ColourVision::tritanopia, ColourVision::grey};

double lightOf(int byte)
{
    const double value = byte / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * lightOf(colour.red()) + 0.7152 * lightOf(colour.green()) + 0.0722 * lightOf(colour.blue());
}

bool isNear(const QColor& a, const QColor& b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance
           && std::abs(a.blue() - b.blue()) <= tolerance;
}

int difference(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

} // namespace

class TestColourVision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The rows of all matrices add up to one.
    void greysStay()
    {
        for (const ColourVision vision : visions) {
            for (int value = 0; value < 256; ++value)
                QVERIFY(isNear(seenBy(vision, QColor(value, value, value)), QColor(value, value, value), 1));
        }
    }

    void knownColours_data()
    {
        QTest::addColumn<int>("vision");
        QTest::addColumn<QColor>("from");
        QTest::addColumn<QColor>("to");
        const auto coded = [](double light) {
            return static_cast<int>(std::lround(255.0 * (1.055 * std::pow(light, 1.0 / 2.4) - 0.055)));
        };
        // A column of the matrix, coded: what pure red is seen as.
        QTest::newRow("red without red cones")
            << int(ColourVision::protanopia) << QColor(255, 0, 0) << QColor(coded(0.152286), coded(0.114503), 0);
        QTest::newRow("red without green cones")
            << int(ColourVision::deuteranopia) << QColor(255, 0, 0) << QColor(coded(0.367322), coded(0.280085), 0);
        QTest::newRow("blue without blue cones")
            << int(ColourVision::tritanopia) << QColor(0, 0, 255) << QColor(0, coded(0.147602), coded(0.303900));
        QTest::newRow("green in grey") << int(ColourVision::grey) << QColor(0, 255, 0)
                                       << QColor(coded(0.7152), coded(0.7152), coded(0.7152));
        QTest::newRow("all") << int(ColourVision::all) << QColor(12, 34, 56) << QColor(12, 34, 56);
    }
    void knownColours()
    {
        QFETCH(int, vision);
        QFETCH(QColor, from);
        QFETCH(QColor, to);
        QVERIFY(isNear(seenBy(static_cast<ColourVision>(vision), from), to, 1));
        QImage picture(3, 2, QImage::Format_RGB32);
        picture.fill(from);
        QVERIFY(isNear(seenBy(static_cast<ColourVision>(vision), picture).pixelColor(2, 1), to, 1));
        QImage translucent(1, 1, QImage::Format_ARGB32);
        translucent.fill(QColor(from.red(), from.green(), from.blue(), 77));
        QCOMPARE(seenBy(static_cast<ColourVision>(vision), translucent).pixelColor(0, 0).alpha(), 77);
    }

    /// What makes a map safe: it becomes lighter, or darker, all the way, whoever looks at it, and no two of nine steps look
    /// alike.
    void allMapsAreSafe()
    {
        for (const ColourMap& map : colourMaps()) {
            for (const ColourVision vision : visions) {
                std::vector<QColor> seen;
                for (const QRgb entry : map.entries)
                    seen.push_back(seenBy(vision, QColor(entry)));
                const double direction = luminance(seen.back()) > luminance(seen.front()) ? 1.0 : -1.0;
                for (size_t i = 16; i < seen.size(); i += 16) {
                    const QByteArray where = (map.id + QLatin1Char(' ') + QString::number(int(vision))).toUtf8();
                    QVERIFY2(direction * (luminance(seen[i]) - luminance(seen[i - 16])) > -0.002, where.constData());
                }
                for (size_t i = 0; i < seen.size(); i += 31) {
                    for (size_t j = 0; j < i; j += 31)
                        QVERIFY2(difference(seen[i], seen[j]) >= 15, qPrintable(map.id));
                }
            }
        }
    }

    /// On a screen of any scale, and gone when it is taken off.
    void aWidgetIsShownAsItIsSeen()
    {
        QWidget window;
        auto* red = new QLabel(&window);
        red->setAutoFillBackground(true);
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(255, 0, 0));
        red->setPalette(palette);
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(7, 5, 3, 2);
        column->addWidget(red);
        window.resize(80, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        red->setGraphicsEffect(new ColourVisionEffect(ColourVision::grey));
        QImage shown = window.grab().toImage();
        const QColor grey = seenBy(ColourVision::grey, QColor(255, 0, 0));
        const double ratio = shown.devicePixelRatio();
        const auto at = [&](int x, int y) { return shown.pixelColor(static_cast<int>(x * ratio), static_cast<int>(y * ratio)); };
        QVERIFY(isNear(at(8, 6), grey, 1));
        QVERIFY(isNear(at(75, 56), grey, 1));
        red->setGraphicsEffect(nullptr);
        shown = window.grab().toImage();
        QCOMPARE(at(40, 30), QColor(255, 0, 0));
    }
};

QTEST_MAIN(TestColourVision)
#include "test_colourvision.moc"
