#include "core/base/table.h"
#include "core/base/task.h"

#include "tests/support/gzipped.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

    Rows rowsOf(const std::string& bytes)
    {
        write(m_folder / "t", bytes);
        Rows rows;
        readTable(m_folder / "t", Task(), [&](const auto& cells, long) {
            rows.emplace_back(cells.begin(), cells.end());
            return true;
        });
        return rows;
    }

private Q_SLOTS:
    void delimitersQuotesAndLineEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("a,b\n1,x y\n");
        QTest::newRow("tab") << QByteArray("a\tb\n1\tx y\n");
        QTest::newRow("semicolon") << QByteArray("a;b\n1;x y\n");
        QTest::newRow("CR LF") << QByteArray("a,b\r\n1,x y\r\n");
        QTest::newRow("no last line end") << QByteArray("a,b\n1,x y");
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a,b\n1,x y\n");
        QTest::newRow("quotes") << QByteArray("\"a\",b\n1,\"x y\"\n");
        QTest::newRow("empty lines") << QByteArray("a,b\n\n1,x y\n\n");
        QTest::newRow("gzip") << QByteArray::fromStdString(gzipped("a,b\n1,x y\n", 6));
    }

    void delimitersQuotesAndLineEnds()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(rowsOf(bytes.toStdString()), (Rows{{"a", "b"}, {"1", "x y"}}));
    }

    void quotedCellsMayHoldDelimitersQuotesAndLineEnds()
    {
        QCOMPARE(rowsOf("a,b\n\"1,2\",\"say \"\"x\"\"\ny\"\n"), (Rows{{"a", "b"}, {"1,2", "say \"x\"\ny"}}));
    }

    void aVisitorMayStop()
    {
        write(m_folder / "t", "1\n2\n3\n");
        int seen = 0;
        readTable(m_folder / "t", Task(), [&](const auto&, long) { return ++seen < 2; });
        QCOMPARE(seen, 2);
    }

    void aHeaderMayLackTheNameOfTheRowNames()
    {
        write(m_folder / "t", "A\tB\nx\t1\t2\n");
        const Table table = readTableWithHeader(m_folder / "t", Task());
        QCOMPARE(table.header, (std::vector<std::string>{"", "A", "B"}));
        QCOMPARE(*table.column("b"), size_t{2});
        QVERIFY(!table.column("c").has_value());
    }

    void badTablesAreOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("The table is empty");
        QTest::newRow("ragged") << QByteArray("a,b\n1,2\n1\n") << QStringLiteral("Line 3 has 1 cells where the header has 2");
        QTest::newRow("NUL") << QByteArray("a,b\n1,\0\n", 8) << QStringLiteral("NUL byte in line 2");
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"x\n") << QStringLiteral("is never closed");
        QTest::newRow("cut gzip") << QByteArray::fromStdString(gzipped(std::string(5000, 'x') + "\n", 6)).left(30)
                                  << QStringLiteral("damaged or cut short");
    }

    void badTablesAreOneSentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        write(m_folder / "bad", bytes.toStdString());
        const QString line = QString::fromStdString(errorOf([&] { readTableWithHeader(m_folder / "bad", Task()); }));
        QVERIFY2(line.contains(sentence) && line.contains(QStringLiteral("bad")), qPrintable(line));
    }

    void missingFilesAndFoldersAreOneSentence()
    {
        QVERIFY(errorOf([&] { readTableWithHeader(m_folder / "none", Task()); }).starts_with("The file does not exist"));
        QVERIFY(errorOf([&] { readTableWithHeader(m_folder.path(), Task()); }).find("this is a folder") != std::string::npos);
        write(m_folder / "big", std::string(100, 'x'));
        QVERIFY(errorOf([&] { readText(m_folder / "big", 10); }).find("larger than the 10 bytes") != std::string::npos);
    }

    void numbersAreReadWhole()
    {
        QCOMPARE(toDouble("1.5e2").value(), 150.0);
        for (const char* bad : {"", "1,5", "1.5x", " 1", "nan", "inf", "1e999"})
            QVERIFY2(!toDouble(bad).has_value(), bad);
        QCOMPARE(toInteger("-7").value(), -7LL);
        for (const char* bad : {"", "7.0", "99999999999999999999", "0x1"})
            QVERIFY2(!toInteger(bad).has_value(), bad);
    }

private:
    TemporaryFolder m_folder;
};

QTEST_APPLESS_MAIN(TestTable)
#include "test_table.moc"
