#include "widgets/slideview/rowblend.h"
#include "widgets/slideview/tileblit.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>

using namespace spacrd;

namespace {

Image noise(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        image.pixels.push_back(static_cast<std::uint32_t>(random()) | 0xff000000U);
    return image;
}

int channel(std::uint32_t pixel, int which)
{
    return static_cast<int>(pixel >> (8 * which) & 0xffU);
}

std::uint32_t blended(std::uint32_t one, std::uint32_t other, unsigned weight)
{
    std::uint32_t pixel = 0;
    for (int i = 0; i < 4; ++i) {
        const unsigned sum =
            static_cast<unsigned>(channel(one, i)) * (wholeWeight - weight) + static_cast<unsigned>(channel(other, i)) * weight;
        pixel |= ((sum + wholeWeight / 2) / wholeWeight) << (8 * i);
    }
    return pixel;
}

/// Bilinear, in floating point.
double expected(const Image& tile, const QRect& target, int x, int y, int which)
{
    const auto place = [](int at, int start, int targetSize, int size) {
        return std::clamp((at - start + 0.5) * size / targetSize - 0.5, 0.0, size - 1.0);
    };
    const double column = place(x, target.left(), target.width(), tile.width);
    const double row = place(y, target.top(), target.height(), tile.height);
    const int left = std::min(static_cast<int>(column), std::max(tile.width - 2, 0));
    const int top = std::min(static_cast<int>(row), std::max(tile.height - 2, 0));
    const auto at = [&](int i, int j) {
        return channel(tile.at(std::min(left + i, tile.width - 1), std::min(top + j, tile.height - 1)), which);
    };
    const double right = column - left;
    const double down = row - top;
    return (at(0, 0) * (1 - right) + at(1, 0) * right) * (1 - down) + (at(0, 1) * (1 - right) + at(1, 1) * right) * down;
}

} // namespace

class TestTileBlit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreBlendedToTheBit()
    {
        const Image rows = noise(43, 2, 1); // neither a multiple of eight nor of four
        const std::uint32_t* const above = rows.pixels.data();
        const std::uint32_t* const below = above + rows.width;
        for (unsigned weight = 0; weight <= wholeWeight; ++weight) {
            std::vector<std::uint32_t> out(43);
            blendRows(out.data(), above, below, weight, out.size());
            for (size_t i = 0; i < out.size(); ++i)
                QCOMPARE(out[i], blended(above[i], below[i], weight));
        }
    }

    void columnsAreBlendedToTheBit_data()
    {
        QTest::addColumn<double>("step"); // pixels of the row from one place to the next
        QTest::addColumn<int>("count");
        QTest::newRow("enlarged") << 0.3 << 43;
        QTest::newRow("shrunk") << 1.3 << 44;
        QTest::newRow("shrunk by two") << 2.0 << 45;
        QTest::newRow("four of them too far apart for eight pixels") << 3.1 << 17;
        QTest::newRow("backwards") << -1.0 << 41;
        QTest::newRow("whole vectors") << 1.0 << 40;
        QTest::newRow("one") << 1.0 << 1;
    }
    void columnsAreBlendedToTheBit()
    {
        QFETCH(double, step);
        QFETCH(int, count);
        const Image row = noise(100, 1, 2);
        for (unsigned weight = 0; weight <= wholeWeight; ++weight) {
            const auto firstOf = [&](int i) { return static_cast<int>(step * i) + (step < 0.0 ? 60 : 0); };
            const auto weightOf = [&](int i) { return (weight + static_cast<unsigned>(i) * 31) % (wholeWeight + 1); };
            ColumnPlaces columns;
            for (int i = 0; i < count; ++i)
                columns.add(firstOf(i), weightOf(i));
            columns.finish();
            QCOMPARE(columns.fours().empty(), step > 3.0);
            constexpr std::uint32_t untouched = 0x12345678U;
            std::vector<std::uint32_t> out(static_cast<size_t>(count) + 8, untouched);
            blendColumns(out.data(), row.pixels.data(), columns);
            for (int i = 0; i < count; ++i)
                QCOMPARE(out[static_cast<size_t>(i)], blended(row.at(firstOf(i), 0), row.at(firstOf(i) + 1, 0), weightOf(i)));
            QVERIFY(std::all_of(out.begin() + count, out.end(), [](std::uint32_t pixel) { return pixel == untouched; }));
        }
    }

    void scaledTilesAreBilinear_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRect>("target");
        QTest::newRow("shrunk") << QSize(97, 61) << QRect(-5, 3, 53, 47);
        QTest::newRow("shrunk by two") << QSize(128, 128) << QRect(0, 0, 64, 64);
        QTest::newRow("enlarged") << QSize(20, 31) << QRect(7, -9, 61, 70);
        QTest::newRow("shrunk by four") << QSize(200, 190) << QRect(0, 0, 50, 48);
        QTest::newRow("a column") << QSize(1, 31) << QRect(7, 2, 20, 40);
        QTest::newRow("a row") << QSize(31, 1) << QRect(7, 2, 40, 20);
        QTest::newRow("to one pixel") << QSize(31, 17) << QRect(7, 2, 1, 1);
    }
    void scaledTilesAreBilinear()
    {
        QFETCH(QSize, size);
        QFETCH(QRect, target);
        const Image tile = noise(size.width(), size.height(), 7);
        QImage frame(64, 64, QImage::Format_RGB32);
        frame.fill(Qt::black);
        const QRect clip(2, 2, 55, 50);
        blitTile(wholeBand(frame), target, clip, tile, Sampling::smooth);
        for (int y = 0; y < frame.height(); ++y) {
            for (int x = 0; x < frame.width(); ++x) {
                const bool written = (target & clip).contains(x, y);
                for (int i = 0; i < 3; ++i) {
                    const int got = channel(frame.pixel(x, y), i);
                    const double want = written ? expected(tile, target, x, y, i) : 0.0;
                    QVERIFY2(std::abs(got - want) <= (written ? 3.0 : 0.0), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
                }
            }
        }
    }

    void bandsMakeTheSamePicture()
    {
        const Image tile = noise(130, 90, 3);
        for (const QRect target : {QRect(-20, -30, 130, 90), QRect(-20, -30, 211, 173), QRect(5, 6, 70, 50)}) {
            for (const Sampling sampling : {Sampling::smooth, Sampling::nearest}) {
                QImage whole(150, 120, QImage::Format_RGB32);
                whole.fill(Qt::black);
                QImage banded = whole.copy();
                blitTile(wholeBand(whole), target, whole.rect(), tile, sampling);
                std::atomic<int> bands = 0;
                inBands(banded, banded.rect(), 7, [&](const Band& band) {
                    ++bands;
                    blitTile(band, target, banded.rect(), tile, sampling);
                });
                QCOMPARE(bands.load(), 18);
                QCOMPARE(banded, whole);
            }
        }
    }

    void bandsCoverTheirAreaAndNoMore()
    {
        QImage image(40, 33, QImage::Format_RGB32);
        image.fill(Qt::black);
        const QRect area(3, 5, 100, 17);
        inBands(image, area, 4, [](const Band& band) {
            for (int y = band.rect.top(); y <= band.rect.bottom(); ++y)
                std::fill_n(band.line(y) + band.rect.left(), band.rect.width(), 0xffffffffU);
        });
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QCOMPARE(image.pixelColor(x, y) == QColor(Qt::white), area.contains(x, y));
        }
        inBands(image, QRect(50, 50, 2, 2), 4, [](const Band&) { QFAIL("nothing of that is in the image"); });
    }
};

QTEST_MAIN(TestTileBlit)
#include "test_tileblit.moc"
