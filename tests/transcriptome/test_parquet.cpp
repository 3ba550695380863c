#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/parquet/parquet.h"
#include "core/transcriptome/positions.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/parquetcolumns.h"
#include "tests/transcriptome/parquetways.h"

#include <numeric>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t million = 1'000'003;

std::string fixture(const std::string& name)
{
    return std::string(SPACRD_SOURCE_DIR "/tests/transcriptome/parquet/") + name + ".parquet";
}

/// A column of as many rows as are asked for, plain.
ColumnParts plainColumn(const std::string& name, const std::vector<std::int32_t>& pageRows)
{
    ColumnParts column{.name = name, .type = parquet::int32};
    column.groups.emplace_back();
    std::int32_t first = 0;
    for (const std::int32_t rows : pageRows) {
        std::vector<std::int32_t> values(static_cast<size_t>(rows));
        std::iota(values.begin(), values.end(), first);
        first += rows;
        column.groups.back().push_back({.values = rows, .body = plainValues(values), .withChecksum = true});
    }
    return column;
}

} // namespace

class TestParquet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWayOfWritingIsRead_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < ways().size(); ++i)
            QTest::newRow(ways()[i].name) << static_cast<int>(i);
    }

    /// With each codec, each version of pages, with nulls and without, over several pages and two row groups.
    void everyWayOfWritingIsRead()
    {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<size_t>(index)];
        const TemporaryFolder folder;
        for (const std::int32_t codec : {parquet::none, parquet::snappy, parquet::gzip, parquet::zstd}) {
            for (const std::int32_t kind : {parquet::data, parquet::dataV2}) {
                for (const bool optional : {false, true}) {
                    ColumnParts column{.name = "column", .type = way.type, .repetition = optional ? 1 : 0};
                    column.fixedLength = way.fixedLength;
                    column.logical = way.logical;
                    column.codec = codec;
                    column.groups = {pagesOf(way, 0, 400, kind, optional), pagesOf(way, 400, 601, kind, optional)};
                    write(folder / "table", TableParts{{400, 201}, {column}, {}, {}, {}}.bytes());
                    WholeColumn expected;
                    for (int i = 0; i < 601; ++i) {
                        const bool null = optional && isNull(i);
                        const Value value = way.value(i);
                        if (way.type <= parquet::int64)
                            expected.integers.push_back(null ? std::nullopt : std::optional(value.integer));
                        else if (way.type == parquet::bytes || (way.type == parquet::fixedBytes && way.logical == 0))
                            expected.texts.push_back(null ? std::nullopt : std::optional(value.text));
                        else
                            expected.numbers.push_back(null ? std::nullopt : std::optional(value.number));
                    }
                    const WholeColumn read = wholeColumns(folder / "table", {"column"}).front();
                    QVERIFY2(read == expected, (std::to_string(codec) + ' ' + std::to_string(kind)).c_str());
                }
            }
        }
    }

    void filesOfOtherWritersAreRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"rust_v1_dictionary_snappy", "rust_v1_plain", "rust_v1_delta_gzip", "rust_v2_delta_zstd", "rust_v2_dictionary_gzip",
              "rust_v2_delta", "hyparquet_snappy", "hyparquet_delta_gzip", "parquetjs_v1_snappy", "parquetjs_v2_gzip"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    /// The arithmetic is that of parquet/make.mjs.
    void filesOfOtherWritersAreRead()
    {
        QFETCH(QString, file);
        WholeColumn id;
        WholeColumn smaller;
        WholeColumn flags;
        WholeColumn x;
        WholeColumn y;
        WholeColumn names;
        WholeColumn barcodes;
        WholeColumn half;
        const auto five = [](int i) { return std::to_string(100'000 + i).substr(1); };
        for (int i = 0; i < 200; ++i) {
            id.integers.emplace_back(i * million * million - 50'000'000);
            smaller.integers.push_back(i % 7 == 3 ? std::nullopt : std::optional<std::int64_t>(i * 37 % 101 - 50));
            flags.integers.push_back(i % 10 == 9 ? std::nullopt : std::optional<std::int64_t>(i % 3 == 0));
            x.numbers.emplace_back(i * 0.25 - 3);
            y.numbers.push_back(i % 5 == 0 ? std::nullopt : std::optional(i * 0.5));
            names.texts.push_back(i % 13 == 4 ? std::nullopt : std::optional("gene-" + std::to_string(i % 11)));
            barcodes.texts.emplace_back("s_002um_" + five(i) + '_' + five(i * 7) + "-1");
            half.numbers.emplace_back(i * 0.125);
        }
        const auto read = wholeColumns(fixture(file.toStdString()), {"id", "small", "flag", "x", "y", "name", "barcode"});
        QVERIFY(read[0] == id);
        QVERIFY(read[1] == smaller);
        QVERIFY(read[2] == flags);
        QVERIFY(read[3] == x);
        QVERIFY(read[4] == y);
        QVERIFY(read[5] == names);
        QVERIFY(read[6] == barcodes);
        if (file.startsWith("hyparquet"))
            QVERIFY(wholeColumns(fixture(file.toStdString()), {"half"}).front() == half);
    }

    void codecsThatAreNotReadAreNamed()
    {
        const auto failure = [](const char* file) { return errorOf([&] { readPositions(fixture(file), Task()); }); };
        QVERIFY(failure("refused_brotli").find("\"barcode\" is compressed with brotli, which") != std::string::npos);
        QVERIFY(failure("refused_lz4").find("\"barcode\" is compressed with LZ4 (raw), which") != std::string::npos);
        QVERIFY(failure("refused_lz4").find("refused_lz4.parquet (write the table with snappy") != std::string::npos);
    }

    void columnsAreListed()
    {
        const auto columns = parquetColumns(fixture("hyparquet_snappy"));
        const char* names[] = {"id", "small", "flag", "x", "y", "name", "barcode", "half"};
        const ParquetKind kinds[] = {ParquetKind::integer, ParquetKind::integer, ParquetKind::integer, ParquetKind::number,
                                     ParquetKind::number,  ParquetKind::text,    ParquetKind::text,    ParquetKind::number};
        QCOMPARE(columns.size(), std::size(names));
        for (size_t i = 0; i < columns.size(); ++i) {
            QCOMPARE(columns[i].name, std::string(names[i]));
            QVERIFY(columns[i].kind == kinds[i]);
        }
        QVERIFY(columns[1].optional);
    }

    void nestedColumnsStandBesideThoseThatAreRead()
    {
        const TemporaryFolder folder;
        TableParts table{{3}, {}, {}, {}, {}};
        ColumnParts list{.name = "list", .repetition = 2, .children = 2};
        table.columns = {plainColumn("before", {3}), list, plainColumn("inner", {3}), plainColumn("other", {3}),
                         plainColumn("after", {2, 1})};
        write(folder / "table", table.bytes());
        const auto columns = parquetColumns(folder / "table");
        QCOMPARE(columns.size(), size_t(3));
        QVERIFY(columns[1].kind == ParquetKind::unsupported);
        const auto read = wholeColumns(folder / "table", {"after", "before"});
        QCOMPARE(read[0].integers.size(), size_t(3));
        QCOMPARE(*read[0].integers[2], 2);
        QVERIFY(read[0] == read[1]);
        const std::string error = errorOf([&] { wholeColumns(folder / "table", {"list"}); });
        QVERIFY2(error.find("\"list\" is of a type that this version does not read") != std::string::npos, error.c_str());
    }

    void pagesOfColumnsNeedNotEndTogether()
    {
        const TemporaryFolder folder;
        const TableParts table{{70'010},
                               {plainColumn("a", {70'000, 10}), plainColumn("b", {1, 69'999, 0, 10}), plainColumn("c", {70'010})},
                               {},
                               {},
                               {}};
        write(folder / "table", table.bytes());
        std::vector<size_t> rows;
        readParquet(folder / "table", {"a", "b", "c"}, Task(), [&](const ParquetBatch& batch) {
            rows.push_back(batch.rows);
            for (size_t row = 0; row < batch.rows; ++row) {
                for (const ParquetValues& values : batch.columns)
                    if (values.integers[row] != batch.firstRow + static_cast<std::int64_t>(row))
                        return false;
            }
            return true;
        });
        QCOMPARE(rows, (std::vector<size_t>{1, 65'536, 4'463, 10}));
    }

    void onlyTheColumnsAskedForAreRead()
    {
        const TemporaryFolder folder;
        ColumnParts broken = plainColumn("broken", {5});
        broken.codec = parquet::lzo;
        broken.claimedOffset = -7;
        write(folder / "table", TableParts{{5}, {broken, plainColumn("whole", {5})}, {}, {}, {}}.bytes());
        QCOMPARE(wholeColumns(folder / "table", {"whole"}).front().integers.size(), size_t(5));
        QVERIFY(errorOf([&] { wholeColumns(folder / "table", {"broken"}); }).find("LZO") != std::string::npos);
    }

    void readingEndsWhenTheVisitorOrTheTaskSaysSo()
    {
        const TemporaryFolder folder;
        write(folder / "table", TableParts{{30}, {plainColumn("a", {10, 10, 10})}, {}, {}, {}}.bytes());
        int batches = 0;
        readParquet(folder / "table", {"a"}, Task(), [&](const ParquetBatch&) { return ++batches < 2; });
        QCOMPARE(batches, 2);
        std::stop_source stop;
        const Task task(stop.get_token());
        const auto read = [&] {
            readParquet(folder / "table", {"a"}, task, [&](const ParquetBatch&) { return stop.request_stop(); });
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, read());
    }

    void emptyTablesHaveNoBatch()
    {
        const TemporaryFolder folder;
        write(folder / "table", TableParts{{}, {ColumnParts{.name = "a"}}, {}, {}, {}}.bytes());
        QVERIFY(wholeColumns(folder / "table", {"a"}).front() == WholeColumn());
        QVERIFY(isParquet(folder / "table"));
        write(folder / "text", "barcode,in_tissue");
        QVERIFY(!isParquet(folder / "text"));
        QVERIFY(!isParquet(folder / "none"));
        QVERIFY(!isParquet(folder.path()));
    }

    void positionsOfAnotherWriter()
    {
        const std::vector<Spot> spots = readPositions(fixture("rust_positions"), Task());
        QCOMPARE(spots.size(), size_t(200));
        for (int i = 0; i < 200; ++i) {
            const Spot& spot = spots[static_cast<size_t>(i)];
            QCOMPARE(spot.inTissue, i % 4 != 0);
            QCOMPARE(spot.arrayRow, double(i));
            QCOMPARE(spot.arrayCol, i * 7.0);
            QCOMPARE(spot.fullres, (FullresPoint{20.25 + i * 3.5, 1000.5 + i * 7.25}));
        }
        QCOMPARE(spots[199].barcode, std::string("s_002um_00199_01393-1"));
    }

    /// As another reader (hyparquet 1.31.5) shows them.
    void positionsOfVisiumHd()
    {
        SPACRD_NEED_DATA();
        const std::vector<Spot> spots = readPositions(
            dataFolder() / "visium_hd_tiny" / "binned_outputs" / "square_002um" / "spatial" / "tissue_positions.parquet", Task());
        QCOMPARE(spots.size(), size_t(10));
        const Spot expected[] = {
            {"s_002um_00305_01021-1", {13608.742910510004, 2385.629487758882}, 305, 1021, true},
            {"s_002um_00639_00600-1", {16718.96346658614, 4776.606232174924}, 639, 600, true},
            {"s_002um_00700_02130-1", {5556.6583091044295, 5393.048694317109}, 700, 2130, true},
            {"s_002um_00775_02414-1", {3492.202966902824, 5972.165956296078}, 775, 2414, true},
            {"s_002um_01016_02194-1", {5124.265001429797, 7706.423864158312}, 1016, 2194, true},
            {"s_002um_01729_00511-1", {17487.527482703474, 12722.999031017836}, 1729, 511, true},
            {"s_002um_02148_02515-1", {2906.147683114083, 16002.485377898392}, 2148, 2515, true},
            {"s_002um_02278_00850-1", {15072.476765054098, 16767.293010525762}, 2278, 850, true},
            {"s_002um_02448_01644-1", {9295.414883943815, 18095.4075623532}, 2448, 1644, true},
            {"s_002um_02703_00756-1", {15805.03390304421, 19858.45426988323}, 2703, 756, true},
        };
        for (size_t i = 0; i < spots.size(); ++i) {
            QCOMPARE(spots[i].barcode, expected[i].barcode);
            QCOMPARE(spots[i].fullres, expected[i].fullres);
            QCOMPARE(spots[i].arrayRow, expected[i].arrayRow);
            QCOMPARE(spots[i].arrayCol, expected[i].arrayCol);
            QCOMPARE(spots[i].inTissue, expected[i].inTissue);
        }
    }
};

QTEST_APPLESS_MAIN(TestParquet)
#include "test_parquet.moc"
