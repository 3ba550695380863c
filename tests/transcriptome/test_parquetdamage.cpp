#include "core/base/task.h"
#include "core/transcriptome/parquet/parquet.h"
#include "core/transcriptome/positions.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/malformedtables.h"
#include "tests/transcriptome/parquetwriter.h"

#include <QElapsedTimer>

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

ColumnParts oneColumn(const std::string& name, std::int32_t type, std::int32_t rows, const std::string& body)
{
    ColumnParts column{.name = name, .type = type};
    column.groups = {{{.values = rows, .body = body}}};
    return column;
}

/// Two spots.
TableParts positions()
{
    TableParts parts;
    parts.groupRows = {2};
    parts.columns = {oneColumn("barcode", parquet::bytes, 2, plainValues(std::vector<std::string>{"AAA-1", "AAC-1"})),
                     oneColumn("in_tissue", parquet::int32, 2, plainValues(std::vector<std::int32_t>{1, 0})),
                     oneColumn("array_row", parquet::int64, 2, plainValues(std::vector<std::int64_t>{3, 4})),
                     oneColumn("array_col", parquet::int32, 2, plainValues(std::vector<std::int32_t>{5, 6})),
                     oneColumn("pxl_row_in_fullres", parquet::float64, 2, plainValues(std::vector<double>{10.5, 20.5})),
                     oneColumn("pxl_col_in_fullres", parquet::float32, 2, plainValues(std::vector<float>{30.5F, 40.5F}))};
    return parts;
}

struct Damage
{
    const char* name;
    const char* sentence;
    std::function<void(TableParts&)> change;
};

const std::vector<Damage>& damages()
{
    const auto body = [](TableParts& parts, size_t column) -> std::string& { return parts.columns[column].groups[0][0].body; };
    const auto secondIsNull = [](TableParts& parts, size_t column, size_t bytes) {
        parts.columns[column].repetition = 1;
        parts.columns[column].groups[0][0].levels = hybrid({1, 0}, 1);
        parts.columns[column].groups[0][0].body.resize(bytes);
    };
    static const std::vector<Damage> all{
        {"no barcode", "Row 2, column \"barcode\": there is no value", [=](TableParts& parts) { secondIsNull(parts, 0, 9); }},
        {"no place", "Row 2, column \"pxl_row_in_fullres\": there is no value",
         [=](TableParts& parts) { secondIsNull(parts, 4, 8); }},
        {"no tissue", "Row 2, column \"in_tissue\": there is no value", [=](TableParts& parts) { secondIsNull(parts, 1, 4); }},
        {"place is not a number", "Row 1, column \"pxl_row_in_fullres\": the number NaN is out of range",
         [=](TableParts& parts) {
             body(parts, 4) = plainValues(std::vector<double>{std::nan(""), 1.0});
         }},
        {"place out of range", "Row 2, column \"array_row\": the number 1e+12 is out of range",
         [=](TableParts& parts) {
             body(parts, 2) = plainValues(std::vector<std::int64_t>{1, 1'000'000'000'000});
         }},
        {"place without bounds", "Row 1, column \"pxl_row_in_fullres\": the number -inf is out of range",
         [=](TableParts& parts) {
             body(parts, 4) = plainValues(std::vector<double>{-HUGE_VAL, 1.0});
         }},
        {"tissue of two", "Row 1, column \"in_tissue\": 2 is neither 0 nor 1",
         [=](TableParts& parts) {
             body(parts, 1) = plainValues(std::vector<std::int32_t>{2, 1});
         }},
        {"barcode twice", "The barcode \"AAA-1\" appears twice",
         [=](TableParts& parts) {
             body(parts, 0) = plainValues(std::vector<std::string>{"AAA-1", "AAA-1"});
         }},
        {"barcodes are numbers", "\"barcode\" does not hold text",
         [=](TableParts& parts) {
             parts.columns[0].type = parquet::int32;
             body(parts, 0) = plainValues(std::vector<std::int32_t>{1, 2});
         }},
        {"rows are texts", "\"array_row\" does not hold numbers",
         [=](TableParts& parts) {
             parts.columns[2].type = parquet::bytes;
             body(parts, 2) = plainValues(std::vector<std::string>{"1", "2"});
         }},
        {"column missing", "The table has no column named \"pxl_col_in_fullres\"",
         [](TableParts& parts) { parts.columns.pop_back(); }},
        {"no rows", "The table of spot positions is empty", [](TableParts& parts) { parts.groupRows.clear(); }},
    };
    return all;
}

} // namespace

class TestParquetDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damageIsNamed_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QByteArray>("bytes");
        for (const MalformedTable& table : malformedTables())
            QTest::addRow("%s", table.name.c_str())
                << QString::fromStdString(table.sentence) << QByteArray::fromStdString(table.bytes());
    }

    void damageIsNamed()
    {
        QFETCH(QString, sentence);
        QFETCH(QByteArray, bytes);
        const TemporaryFolder folder;
        write(folder / "table.parquet", bytes.toStdString());
        const std::string error =
            errorOf([&] { readParquet(folder / "table.parquet", {"column"}, Task(), [](const ParquetBatch&) { return true; }); });
        QVERIFY2(error.find(sentence.toStdString()) != std::string::npos, error.c_str());
        QVERIFY2(error.find("table.parquet") != std::string::npos, error.c_str());
        QVERIFY2(error.find('\n') == std::string::npos, error.c_str());
    }

    void everyCutIsNamed()
    {
        const TemporaryFolder folder;
        const std::string whole = positions().bytes();
        for (size_t length = 0; length < whole.size(); ++length) {
            write(folder / "table.parquet", whole.substr(0, length));
            const std::string error = errorOf([&] { readPositions(folder / "table.parquet", Task()); });
            QVERIFY2(error.find("table.parquet") != std::string::npos, error.c_str());
        }
    }

    void twoSpotsAreRead()
    {
        const TemporaryFolder folder;
        write(folder / "table.parquet", positions().bytes());
        const std::vector<Spot> spots = readPositions(folder / "table.parquet", Task());
        QCOMPARE(spots.size(), size_t(2));
        QCOMPARE(spots[1].barcode, std::string("AAC-1"));
        QCOMPARE(spots[1].inTissue, false);
        QCOMPARE(spots[1].arrayRow, 4.0);
        QCOMPARE(spots[1].arrayCol, 6.0);
        QCOMPARE(spots[1].fullres, (FullresPoint{40.5, 20.5}));
    }

    void damagedPositionsAreNamed_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < damages().size(); ++i)
            QTest::newRow(damages()[i].name) << static_cast<int>(i);
    }

    void damagedPositionsAreNamed()
    {
        QFETCH(int, index);
        const Damage& damage = damages()[static_cast<size_t>(index)];
        const TemporaryFolder folder;
        TableParts parts = positions();
        damage.change(parts);
        write(folder / "table.parquet", parts.bytes());
        const std::string error = errorOf([&] { readPositions(folder / "table.parquet", Task()); });
        QVERIFY2(error.find(damage.sentence) != std::string::npos, error.c_str());
        QVERIFY2(error.find("table.parquet") != std::string::npos, error.c_str());
    }

    /// A few hundred bytes that stand for a billion equal spots end soon and in little memory.
    void equalSpotsWithoutEndAreRefused()
    {
        constexpr std::int32_t rows = 1 << 30;
        TableParts parts = positions();
        parts.groupRows = {rows};
        for (ColumnParts& column : parts.columns) {
            const std::string body = column.groups[0][0].body;
            const std::string run = varint(std::uint64_t(rows) << 1) + '\0';
            column.groups = {{{.kind = parquet::dictionaryPage, .values = 2, .body = body},
                              {.values = rows, .encoding = parquet::dictionary, .body = '\1' + run}}};
        }
        const TemporaryFolder folder;
        write(folder / "table.parquet", parts.bytes());
        QElapsedTimer timer;
        timer.start();
        const std::string error = errorOf([&] { readPositions(folder / "table.parquet", Task()); });
        QVERIFY2(error.find("\"AAA-1\" appears twice") != std::string::npos, error.c_str());
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_APPLESS_MAIN(TestParquetDamage)
#include "test_parquetdamage.moc"
