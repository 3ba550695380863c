#include "core/base/table.h"
#include "core/base/task.h"
#include "core/exchange/labels.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <algorithm>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// The spots of a counts table, in its order.
std::vector<std::string> barcodesOf(const std::filesystem::path& counts)
{
    std::vector<std::string> barcodes;
    readTable(counts, Task(), [&](const std::vector<std::string_view>& cells, long line) {
        if (line > 1)
            barcodes.emplace_back(cells.front());
        return true;
    });
    return barcodes;
}

auto countOf(const std::vector<int>& labels, int value)
{
    return std::count(labels.begin(), labels.end(), value);
}

} // namespace

class TestLabelsReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathologistLabelsMatchEverySpot_data()
    {
        SPACRD_NEED_DATA();
        QTest::addColumn<QString>("section");
        QTest::addColumn<int>("spots");
        QTest::newRow("A1") << "A1" << 346;
        QTest::newRow("B1") << "B1" << 295;
        QTest::newRow("C1") << "C1" << 176;
        QTest::newRow("D1") << "D1" << 306;
        QTest::newRow("E1") << "E1" << 587;
        QTest::newRow("F1") << "F1" << 691;
    }

    void pathologistLabelsMatchEverySpot()
    {
        SPACRD_NEED_DATA();
        QFETCH(QString, section);
        QFETCH(int, spots);
        const auto folder = dataFolder() / "her2st" / section.toStdString();
        const auto barcodes = barcodesOf(folder / "counts.tsv.gz");
        QCOMPARE(barcodes.size(), static_cast<size_t>(spots));
        const std::vector<std::string> positive{"invasive cancer", "cancer in situ"};
        const auto all = readLabels(folder / "pathologist_labels.tsv", barcodes, positive, {}, Task());
        QCOMPARE(countOf(all, -1), std::ptrdiff_t{0});
        const auto sure = readLabels(folder / "pathologist_labels.tsv", barcodes, positive, {"undetermined"}, Task());
        QCOMPARE(countOf(sure, 1), countOf(all, 1));
        QVERIFY(countOf(sure, -1) > 0 && countOf(sure, -1) < spots / 4);
        qInfo("%s: %td cancer, %td not, %td undetermined", qPrintable(section), countOf(sure, 1), countOf(sure, 0),
              countOf(sure, -1));
        QVERIFY(errorOf([&] {
                    readLabels(folder / "pathologist_labels.tsv", barcodes, {}, {}, Task());
                }).find("no class is said to be positive")
                != std::string::npos);
    }

    void clusterLabelsAreZeroAndOne()
    {
        SPACRD_NEED_DATA();
        const auto folder = dataFolder() / "her2st" / "A1";
        const auto barcodes = barcodesOf(folder / "counts.tsv.gz");
        const auto labels = readLabels(folder / "cluster_labels.tsv", barcodes, {}, {}, Task());
        // By the annotation names: the same spots.
        const auto named =
            readLabels(folder / "cluster_labels.tsv", barcodes, {"cancer 1", "cancer 2", "cancer in situ"}, {}, Task());
        QCOMPARE(countOf(labels, 1), std::ptrdiff_t{129 + 85 + 10});
        QCOMPARE(named, labels);
    }
};

QTEST_APPLESS_MAIN(TestLabelsReal)
#include "test_labels_real.moc"
