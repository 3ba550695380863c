#include "core/sample/neither.h"

#include "core/base/task.h"
#include "core/sample/sample.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

class TestNeither : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        write(m_folder / "st" / "counts.tsv", "\tA\tB\n10x5\t1\t2\n11x5\t3\t4\n");
        write(m_folder / "st" / "spots.tsv", "x\ty\tpixel_x\tpixel_y\n10\t5\t100\t200\n11\t5\t400\t200\n");
        write(m_folder / "run" / "outs" / "spatial" / "tissue_positions_list.csv", "AAA-1,1,0,0,5,5\nAAB-1,1,0,2,5,9\n");
        write(m_folder / "run" / "outs" / "spatial" / "scalefactors_json.json", R"({"spot_diameter_fullres": 6.5})");
        write(m_folder / "notes.md", "# Notes\n");
        write(m_folder / "slide.svslide", "SQLite format 3");
        write(m_folder / "picture.png", "\x89PNG\r\n\x1a\n and no more");
    }

    void aPartOfASampleNamesItsFolder_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("spots") << QByteArray("st/spots.tsv") << QByteArray("st");
        QTest::newRow("positions") << QByteArray("run/outs/spatial/tissue_positions_list.csv") << QByteArray("run/outs");
        QTest::newRow("scale factors") << QByteArray("run/outs/spatial/scalefactors_json.json") << QByteArray("run/outs");
    }

    void aPartOfASampleNamesItsFolder()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, folder);
        const fs::path path = m_folder / file.toStdString();
        const std::string opens = "(open " + (m_folder / folder.toStdString()).string() + ")";
        const std::string refused = errorOf([&] { refuseNeither(path); });
        QVERIFY2(refused.starts_with("This file is not a slide nor a sample, but lies in the folder of one")
                     && refused.ends_with(opens),
                 refused.c_str());
        // Where a sample is asked for it is told as well.
        const std::string noSample = errorOf([&] {
            Task task;
            openSample(sampleSources(path), task);
        });
        QVERIFY2(noSample.ends_with(opens), noSample.c_str());
    }

    void aFileOfNoSampleIsToldWhatCanBeOpened()
    {
        const std::string refused = errorOf([&] { refuseNeither(m_folder / "notes.md"); });
        QVERIFY2(refused.starts_with("This is neither a slide nor a sample that this program knows"), refused.c_str());
    }

    void imagesAreLeftToTheirReaders()
    {
        for (const char* name : {"slide.svslide", "picture.png", "not there"})
            refuseNeither(m_folder / name);
    }

private:
    TemporaryFolder m_folder;
};

QTEST_APPLESS_MAIN(TestNeither)
#include "test_neither.moc"
