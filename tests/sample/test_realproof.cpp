#include "core/base/task.h"
#include "core/sample/sample.h"
#include "tests/sample/spoil.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

std::shared_ptr<const Sample> openReal(const char* name)
{
    const fs::path folder = dataFolder() / name;
    SampleSources sources;
    sources.section.path = folder;
    if (fs::exists(folder / "image_2000px.png")) {
        sources.slide = folder / "image_2000px.png";
        sources.slideScale = 0.28760;
    }
    Task task;
    return openSample(sources, task);
}

} // namespace

class TestRealProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realSamplesAreBelievedAndSpoiltOnesNamed_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"her2st/B4", "her2st/C2", "her2st/C3", "her2st/C4", "her2st/C5", "her2st/A1", "visium_crc_human/outs",
              "visium_mtx_tiny/section1/outs", "visium_mtx_tiny/section2/outs", "visium_ucec_no_matrix"})
            QTest::newRow(name) << QByteArray(name);
    }

    void realSamplesAreBelievedAndSpoiltOnesNamed()
    {
        SPACRD_NEED_DATA();
        QFETCH(QByteArray, name);
        const auto sample = openReal(name.constData());
        QVERIFY2(sample->proof.findings.empty(), sentences(sample->proof).c_str());
        QVERIFY(sample->proof.score->tissueAgreement > 0.75);
        Task task;
        for (const Orientation fix : allOrientations) {
            if (fix == Orientation::asItIs)
                continue;
            const SpatialSection spoilt = spoiltBy(fix, sample->section, sample->alignment, sample->slide->info());
            const AlignmentProof proof = proveAlignment(spoilt, *sample->slide, sample->alignment, task);
            QVERIFY2(firstFix(proof) == orientationName(fix), (orientationName(fix) + (" " + sentences(proof))).c_str());
            QVERIFY(errorAfterFix(proof, spoilt, sample->section, sample->alignment) < 1e-6);
        }
        for (const auto& [scale, fix] : {std::pair(sample->section.hiresScale, "spots-in-hires"),
                                         std::pair(sample->section.lowresScale, "spots-in-lowres")}) {
            if (!scale)
                continue;
            const SpatialSection spoilt = inReducedPixels(sample->section, *scale);
            const AlignmentProof proof = proveAlignment(spoilt, *sample->slide, sample->alignment, task);
            QVERIFY2(firstFix(proof) == fix, sentences(proof).c_str());
            QVERIFY(errorAfterFix(proof, spoilt, sample->section, sample->alignment) < 1e-6);
        }
    }

    void theImageOfAnotherPatientIsDoubted()
    {
        SPACRD_NEED_DATA();
        for (const auto& [spots, image] : {std::pair("B4", "C2"), std::pair("C2", "B4"), std::pair("B4", "C4")}) {
            SampleSources sources;
            sources.section.path = dataFolder() / "her2st" / spots;
            sources.slide = dataFolder() / "her2st" / image / "image.jpg";
            Task task;
            const auto sample = openSample(sources, task);
            QVERIFY2(has(sample->proof, AlignmentFinding::Kind::noMatch), sentences(sample->proof).c_str());
        }
    }

    void aPictureOutOfRegisterIsToldByHowMuch()
    {
        SPACRD_NEED_DATA();
        const fs::path folder = dataFolder() / "her2st_more" / "A2";
        SampleSources sources;
        sources.section.path = folder;
        sources.slide = folder / "image_2000px_noinset.png";
        sources.slideScale = 2000.0 / 6966.0;
        Task task;
        const auto sample = openSample(sources, task);
        QCOMPARE(firstFix(sample->proof), std::string("shift"));
        // By eye it is about +100 and −150 px; the pitch is 63 px.
        const AffineNumbers fix = sample->proof.findings[0].fix->numbers();
        QVERIFY2(std::hypot(fix[2] - 100.0, fix[5] + 150.0) < 40.0, sentences(sample->proof).c_str());
    }
};

QTEST_GUILESS_MAIN(TestRealProof)
#include "test_realproof.moc"
