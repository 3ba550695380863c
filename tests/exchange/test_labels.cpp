#include "core/base/error.h"
#include "core/base/task.h"
#include "core/exchange/labels.h"
#include "tests/support/testdata.h"

#include <QTest>

using namespace spacrd;
using namespace spacrd::test;

namespace {

const std::vector<std::string> spots = {"10x13", "10x14", "11x13", "12x2"};

/// "1,0,-1" of the labels.
QString inWords(const std::vector<int>& labels)
{
    QStringList words;
    for (const int label : labels)
        words << QString::number(label);
    return words.join(QLatin1Char(','));
}

std::vector<std::string> names(const QString& list)
{
    return splitNames(list.toStdString());
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreRead_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("positive");
        QTest::addColumn<QString>("leaveOut");
        QTest::addColumn<QString>("labels");
        const QString none;
        QTest::newRow("barcode, 0/1") << QByteArray("barcode,label\n10x13,1\n12x2,0\n") << none << none << "1,-1,-1,0";
        QTest::newRow("tabs, CR LF, byte-order mark") << QByteArray("\xEF\xBB\xBF"
                                                                    "barcode\tlabel\r\n10x13\t1\r\n10x14\t0\r\n")
                                                      << none << none << "1,0,-1,-1";
        QTest::newRow("true/false") << QByteArray("spot,label\n10x13,TRUE\n10x14,false\n11x13,True\n") << none << none
                                    << "1,0,1,-1";
        QTest::newRow("floats of pandas") << QByteArray(",label\n10x13,1.0\n10x14,0.0\n11x13,\n") << none << none << "1,0,-1,-1";
        QTest::newRow("quotes") << QByteArray("\"barcode\",\"label\"\n\"10x13\",\"invasive, cancer\"\n\"10x14\",\"other\"\n")
                                << "other" << none << "0,1,-1,-1";
        QTest::newRow("names") << QByteArray(
            "barcode,label\n10x13,Invasive cancer\n10x14,stroma\n11x13, invasive cancer \n12x2,undetermined\n")
                               << "invasive cancer"
                               << "undetermined"
                               << "1,0,1,-1";
        QTest::newRow("no row names by R") << QByteArray("label\n10x13,1\n10x14,NA\n") << none << none << "1,-1,-1,-1";
        QTest::newRow("legacy x, y beside row names")
            << QByteArray("Row.names\tx\ty\tlabel\n1002x1762\t10.02\t12.994\tcancer\n1002x2\t9.6\t14.49\tfat\n") << "cancer"
            << none << "1,0,-1,-1";
        QTest::newRow("x, y in pixels beside barcodes in a nameless column")
            << QByteArray(",x,y,label\n10x13,900.5,1200,1\n10x14,950,1200,0\n") << none << none << "1,0,-1,-1";
        QTest::newRow("cancer before annotation")
            << QByteArray("spot,cluster,annotation,cancer\n10x13,0,stroma,0\n10x14,1,cancer 1,1\n") << none << none
            << "0,1,-1,-1";
        QTest::newRow("names find their column")
            << QByteArray("spot,annotation,cancer\n10x13,immune,1\n10x14,cancer 1,0\n") << "immune" << none << "1,0,-1,-1";
        QTest::newRow("0/1 though names are given")
            << QByteArray("spot,label\n10x13,1\n10x14,0\n") << "invasive cancer" << none << "1,0,-1,-1";
        QTest::newRow("scores.csv as labels")
            << QByteArray("barcode,x,y,score,probability,class\n10x13,5,5,0.1,0.2,0\n10x14,5,6,1,0.9,1\n") << none << none
            << "0,1,-1,-1";
        QTest::newRow("truth of a phantom") << QByteArray(
            "barcode,tissue,label,visible_in_image,visible_in_genes\n10x13,1,1,1,0\n10x14,1,0,0,0\n")
                                            << none << none << "1,0,-1,-1";
        QTest::newRow("last column") << QByteArray("barcode,who,verdict\n10x13,a,1\n10x14,b,0\n") << none << none << "1,0,-1,-1";
        QTest::newRow("one of two positive names occurs")
            << QByteArray("barcode,label\n10x13,a\n10x14,b\n") << "a, z" << none << "1,0,-1,-1";
        QTest::newRow("rows of other spots are passed over")
            << QByteArray("barcode,label\n99x99,what\n10x13,1\n") << none << none << "1,-1,-1,-1";
        QTest::newRow("the same row twice") << QByteArray("barcode,label\n10x13,1\n10x13,1\n") << none << none << "1,-1,-1,-1";
    }

    void tablesAreRead()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, positive);
        QFETCH(QString, leaveOut);
        QFETCH(QString, labels);
        const TemporaryFolder folder;
        write(folder / "labels.csv", table.toStdString());
        QCOMPARE(inWords(readLabels(folder / "labels.csv", spots, names(positive), names(leaveOut), Task())), labels);
    }

    void wrongTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("positive");
        QTest::addColumn<QString>("sentence");
        const QString none;
        QTest::newRow("empty") << QByteArray("") << none << "The table is empty — %1";
        QTest::newRow("header only") << QByteArray("barcode,label\n") << none
                                     << "The table of labels has a header but no rows — %1";
        QTest::newRow("other spots") << QByteArray("barcode,label\nAAAC-1,1\n") << none
                                     << "No row of the labels names a spot of the sample: the table says \"AAAC-1\", the sample "
                                        "\"10x13\" — %1 (check that labels "
                                        "and sample belong together)";
        QTest::newRow("x not a number") << QByteArray("x,y,label\nten,13,1\n") << none
                                        << "No row of the labels names a spot of the sample: the table says \"ten\", the sample "
                                           "\"10x13\" — %1 (check that labels and "
                                           "sample belong together)";
        QTest::newRow("x beyond any array") << QByteArray("x,y,label\n1e300,13,1\n") << none
                                            << "No row of the labels names a spot of the sample: the table says \"1e300\", the "
                                               "sample \"10x13\" — %1 (check that labels "
                                               "and sample belong together)";
        QTest::newRow("names without positive") << QByteArray("barcode,label\n10x13,stroma\n10x14,tumour\n") << none
                                                << "The label \"stroma\" is a class name, but no class is said to be positive; "
                                                   "the classes are: stroma, tumour — %1 (name the "
                                                   "positive classes, on the command line with --positive)";
        QTest::newRow("a number that is no class") << QByteArray("barcode,label\n10x13,2\n") << none
                                                   << "The label \"2\" is a class name, but no class is said to be positive; the "
                                                      "classes are: 2 — %1 (name the positive classes, "
                                                      "on the command line with --positive)";
        QTest::newRow("positive occurs nowhere") << QByteArray("barcode,label\n10x13,stroma\n10x14,tumour\n") << "tumor,cancer"
                                                 << "None of the positive classes \"tumor, cancer\" occurs in the labels; the "
                                                    "classes there are: stroma, tumour — %1 (correct "
                                                    "the names of the positive classes)";
        QTest::newRow("two labels for one spot")
            << QByteArray("barcode,label\n10x13,1\n10x14,0\n10x13,0\n") << none
            << "The spot 10x13 has two rows with different labels — %1 (leave one row for each spot)";
        QTest::newRow("a label and none")
            << QByteArray("barcode,label\n10x13,1\n10x13,\n") << none
            << "The spot 10x13 has two rows with different labels — %1 (leave one row for each spot)";
        QTest::newRow("all empty")
            << QByteArray("barcode,label\n10x13,\n10x14,NA\n") << none
            << "None of the sample's spots has a label: all are empty or left out — %1 (check the column of labels "
               "and the classes that are left out)";
        QTest::newRow("a cell too many") << QByteArray("barcode,label\n10x13,1\n10x14,0,0\n") << none
                                         << "Line 3 has 3 cells where the header has 2 — %1";
        QTest::newRow("a NUL") << QByteArray("barcode,label\n10x13,\0\n", 22) << none
                               << "The file holds a NUL byte in line 2; it is not a text file — %1";
    }

    void wrongTablesAreRefused()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, positive);
        QFETCH(QString, sentence);
        const TemporaryFolder folder;
        write(folder / "labels.csv", table.toStdString());
        const std::string error = errorOf([&] { readLabels(folder / "labels.csv", spots, names(positive), {}, Task()); });
        QCOMPARE(QString::fromStdString(error), sentence.arg(QString::fromStdString((folder / "labels.csv").string())));
    }

    void labelsOfAnotherSectionAreRefused()
    {
        // 40 spots and as many rows: 4 in common are a tenth, 3 are chance.
        const auto readWith = [](int common, int rows) {
            const TemporaryFolder folder;
            std::vector<std::string> barcodes;
            for (int i = 0; i < 40; ++i)
                barcodes.push_back("s" + std::to_string(i));
            std::string table = "barcode,label\n";
            for (int i = 0; i < rows; ++i)
                table += "s" + std::to_string(40 - common + i) + ",1\n";
            write(folder / "labels.csv", table);
            return errorOf([&] { readLabels(folder / "labels.csv", barcodes, {}, {}, Task()); });
        };
        QVERIFY(
            readWith(3, 40).starts_with("Only 3 of the 40 rows of the labels name one of the sample's 40 spots; they are those "
                                        "of another section"));
        QVERIFY(readWith(0, 40).starts_with("No row of the labels names a spot of the sample"));
        for (const auto& [common, rows] : {std::pair(4, 40), std::pair(3, 3), std::pair(4, 4000)})
            QCOMPARE(readWith(common, rows), std::string("(nothing thrown)"));
    }

    void classesThatAreNowhereAreTold()
    {
        const TemporaryFolder folder;
        write(folder / "a.csv", "barcode,label\n1,Stroma \n2,invasive cancer\n3,\n4,NA\n");
        write(folder / "b.csv", "barcode,cancer,class\n1,1,in situ\n2,0,fat\n");
        std::set<std::string> classes = labelClasses(folder / "a.csv", {"invasive cancer"}, Task());
        QCOMPARE(classes, (std::set<std::string>{"Stroma", "invasive cancer"}));
        QCOMPARE(labelClasses(folder / "b.csv", {"invasive cancer"}, Task()), std::set<std::string>()); // its column "cancer"
        QVERIFY(unknownClasses({"STROMA", " Invasive cancer"}, classes).empty());
        QCOMPARE(
            unknownClasses({"stroma", "in situ", "x"}, classes).english(),
            std::string("No label is of the positive class \"in situ, x\"; the classes there are: Stroma, invasive cancer."));
        classes.merge(labelClasses(folder / "b.csv", {"in situ"}, Task()));
        QVERIFY(unknownClasses({"stroma", "in situ"}, classes).empty());
        QVERIFY(unknownClasses({"x"}, {}).empty());
    }

    void aMissingFileIsNamed()
    {
        QCOMPARE(errorOf([] { readLabels("/nowhere/labels.csv", spots, {}, {}, Task()); }),
                 std::string("The file does not exist — /nowhere/labels.csv"));
    }

    void namesAreSplit()
    {
        QCOMPARE(splitNames("invasive cancer, cancer in situ"), (std::vector<std::string>{"invasive cancer", "cancer in situ"}));
        QCOMPARE(splitNames(" a ,, b,"), (std::vector<std::string>{"a", "b"}));
        QVERIFY(splitNames("").empty());
    }
};

QTEST_APPLESS_MAIN(TestLabels)
#include "test_labels.moc"
