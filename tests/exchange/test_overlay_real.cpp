#include "core/base/task.h"
#include "core/exchange/png.h"
#include "core/exchange/results.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace spacrd;
using namespace spacrd::test;

namespace {

/// Stands in for a network's output: the share of counts in ERBB2, the gene of these cancers, at each spot.
Detection erbb2Detection(const Sample& sample)
{
    const auto& genes = sample.expression().genes;
    const auto gene = std::find_if(genes.begin(), genes.end(), [](const Gene& g) { return g.symbol == "ERBB2"; });
    const auto values = geneLogExpression(sample.expression(), static_cast<size_t>(gene - genes.begin()));
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    Detection detection;
    for (const float value : values) {
        detection.score.push_back((value - *low) / (*high - *low));
        detection.probability.push_back(detection.score.back());
    }
    return detection;
}

} // namespace

class TestOverlayReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealSectionIsDrawn_data()
    {
        SPACRD_NEED_DATA();
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("slide");
        QTest::addColumn<double>("scale");
        QTest::newRow("C2") << "her2st/C2/counts.tsv.gz"
                            << "slides_more/her2st_C2_pyramid.tif" << 0.0;
        QTest::newRow("A1") << "her2st/A1/counts.tsv.gz"
                            << "her2st/A1/image_2000px.png" << 0.2876;
    }

    void aRealSectionIsDrawn()
    {
        SPACRD_NEED_DATA();
        QFETCH(QString, counts);
        QFETCH(QString, slide);
        QFETCH(double, scale);
        SampleSources sources;
        sources.section.path = dataFolder() / counts.toStdString();
        sources.slide = dataFolder() / slide.toStdString();
        if (scale > 0.0)
            sources.slideScale = scale;
        Task task;
        const auto sample = openSample(sources, task);
        const Result result = decideResult(sample, erbb2Detection(*sample), "gmm");
        const Image image = overlayImage(result, 1600);
        if (const char* folder = std::getenv("SPACRD_PICTURES"))
            write(std::filesystem::path(folder) / (std::string(QTest::currentDataTag()) + ".png"), pngBytes(image));
        QVERIFY(std::abs(std::max(image.width, image.height) - 1600) <= 2);
        QVERIFY(!result.regions.empty());
        int spots = 0;
        for (const Region& region : result.regions)
            spots += region.spots;
        QCOMPARE(static_cast<std::ptrdiff_t>(spots),
                 std::count(result.decision.classes.begin(), result.decision.classes.end(), 1));
    }
};

QTEST_APPLESS_MAIN(TestOverlayReal)
#include "test_overlay_real.moc"
