#include "core/sample/barcodes.h"

#include <QTest>

using namespace spacrd;

class TestBarcodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByAllOrByItsBeginning_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("spot");
        QTest::addColumn<size_t>("others");
        QTest::newRow("all of it") << QByteArray("AACG-1") << 2 << size_t(0);
        QTest::newRow("another case") << QByteArray("aacg-1") << 2 << size_t(0);
        QTest::newRow("only one begins so") << QByteArray("AACG-12") << 1 << size_t(0);
        QTest::newRow("several begin so") << QByteArray("AAC") << 1 << size_t(1);
        QTest::newRow("all of one is the beginning of another") << QByteArray("AACG-1") << 2 << size_t(0);
        QTest::newRow("longer than any") << QByteArray("AACG-1234") << -1 << size_t(0);
        QTest::newRow("none") << QByteArray("TT") << -1 << size_t(0);
        QTest::newRow("nothing") << QByteArray() << -1 << size_t(0);
        QTest::newRow("not ASCII") << QByteArray("ß") << 3 << size_t(0);
    }
    void isFoundByAllOrByItsBeginning()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, spot);
        QFETCH(size_t, others);
        std::vector<Spot> spots(4);
        spots[0].barcode = "AAAA-1";
        spots[1].barcode = "AACG-123";
        spots[2].barcode = "AACG-1";
        spots[3].barcode = "ßx";
        const BarcodeMatch match = findBarcode(spots, text.toStdString());
        QCOMPARE(match.spot ? static_cast<int>(*match.spot) : -1, spot);
        QCOMPARE(match.others, others);
    }
};

QTEST_GUILESS_MAIN(TestBarcodes)
#include "test_barcodes.moc"
