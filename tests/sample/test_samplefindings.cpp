#include "core/sample/samplefindings.h"

#include "core/sample/orientation.h"
#include "tests/slide/paintedslide.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

namespace {

using Kind = AlignmentFinding::Kind;

/// Four spots on the corners of 100 × 100 px, at half their size on a slide of 60 × 40.
Sample sampleWith(const AlignmentFinding& finding)
{
    Sample sample;
    auto slide =
        std::make_shared<PaintedSlide>(60, 40, std::vector<double>{1.0}, [](int, long long, long long) { return 0xffU; });
    sample.slide = slide;
    sample.section.mpp = 0.25;
    for (const FullresPoint place : {FullresPoint{0, 0}, FullresPoint{100, 0}, FullresPoint{0, 100}, FullresPoint{100, 100}})
        sample.section.spots.push_back({"s", place, 0, 0, true});
    sample.alignment = Alignment::scaled(0.5, {3.0, 4.0});
    sample.proof.score = AlignmentScore{0.5, 0.25, 0.0, 0.0, 0.0};
    sample.proof.findings = {finding};
    sample.warnings = {finding.explanation};
    return sample;
}

/// "name 1.5, …" with three decimals at most.
QString numbersOf(const SampleFinding& finding)
{
    QStringList words;
    for (const auto& [name, number] : finding.numbers)
        words += QString::fromStdString(name) + u' ' + QString::number(std::round(number * 1000.0) / 1000.0);
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestSampleFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFixIsGivenInNumbers_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("numbers");
        const auto row = [](Orientation orientation, const char* numbers) {
            QTest::newRow(orientationName(orientation)) << static_cast<int>(orientation) << QString::fromLatin1(numbers);
        };
        row(Orientation::rotate90, "angle_degrees 90, mirrored 0, scale 1, offset_x_px 60, offset_y_px 0, sigmas 4.5");
        row(Orientation::rotate180, "angle_degrees 180, mirrored 0, scale 1, offset_x_px 60, offset_y_px 40, sigmas 4.5");
        row(Orientation::rotate270, "angle_degrees -90, mirrored 0, scale 1, offset_x_px 0, offset_y_px 40, sigmas 4.5");
        row(Orientation::flipX, "angle_degrees 0, mirrored 1, scale 1, offset_x_px 60, offset_y_px 0, sigmas 4.5");
        row(Orientation::flipY, "angle_degrees 180, mirrored 1, scale 1, offset_x_px 0, offset_y_px 40, sigmas 4.5");
        row(Orientation::transpose, "angle_degrees -90, mirrored 1, scale 1, offset_x_px 0, offset_y_px 0, sigmas 4.5");
        row(Orientation::transverse, "angle_degrees 90, mirrored 1, scale 1, offset_x_px 60, offset_y_px 40, sigmas 4.5");
    }

    void aFixIsGivenInNumbers()
    {
        QFETCH(int, orientation);
        QFETCH(QString, numbers);
        const auto way = static_cast<Orientation>(orientation);
        const Alignment fix = *Alignment::scaled(0.5, {3.0, 4.0}).then(turned(way, 60, 40));
        const Sample sample = sampleWith({Kind::orientation, "Turned.", orientationName(way), "Turn", fix, 4.5});
        const std::vector<SampleFinding> findings = findingsOf(sample);
        QCOMPARE(findings.size(), size_t{1});
        QCOMPARE(findings[0].kind, std::string("orientation"));
        QVERIFY(findings[0].serious);
        QCOMPARE(findings[0].sentence.english(), std::string("Turned."));
        QCOMPARE(findings[0].fix, std::string(orientationName(way)));
        QCOMPARE(numbersOf(findings[0]), numbers);
        QCOMPARE(findings[0].alignment, std::vector<double>(fix.numbers().begin(), fix.numbers().end()));
    }

    void scaleAndShiftAreThoseOfTheChange()
    {
        const Sample scaled =
            sampleWith({Kind::scaleSlip, "Reduced.", "spots-in-hires", "Scale", Alignment::scaled(2.0, {0.0, 0.0}), 0.0});
        // 4 × the level-0 pixel: (3, 4) goes to (12, 16), which is then moved to (0, 0).
        QCOMPARE(numbersOf(findingsOf(scaled)[0]),
                 QStringLiteral("angle_degrees 0, mirrored 0, scale 4, offset_x_px -12, offset_y_px -16"));
        const Sample shifted = sampleWith({Kind::shift, "Moved.", "shift", "Move", Alignment::scaled(0.5, {-7.0, 9.0}), 5.0});
        QCOMPARE(numbersOf(findingsOf(shifted)[0]),
                 QStringLiteral("angle_degrees 0, mirrored 0, scale 1, offset_x_px -10, offset_y_px 5, sigmas 5"));
    }

    void countsAndSharesAreTold()
    {
        // At half size and moved by (3, 4) the two lower spots are at y = 54 of 40.
        QCOMPARE(numbersOf(findingsOf(sampleWith({Kind::offImage, "Off.", {}, {}, {}, 0.0}))[0]),
                 QStringLiteral("count 2, spots 4"));
        QCOMPARE(numbersOf(findingsOf(sampleWith({Kind::onGlass, "Glass.", {}, {}, {}, 0.0}))[0]), QStringLiteral("share 0.75"));
        QCOMPARE(numbersOf(findingsOf(sampleWith({Kind::noTissue, "None.", {}, {}, {}, 0.0}))[0]), QString());
    }

    void otherWarningsHaveTheirKind()
    {
        Sample sample = sampleWith({Kind::noTissue, "None.", {}, {}, {}, 0.0});
        sample.section.warnings = {Text("Three spots are left out.")};
        sample.warnings = {Text("Three spots are left out."), Text("The image is a reduced copy."), Text("None.")};
        std::vector<SampleFinding> findings = findingsOf(sample);
        QCOMPARE(findings.size(), size_t{3});
        QCOMPARE(findings[0].kind, std::string("data"));
        QCOMPARE(findings[1].kind, std::string("reduced-copy"));
        QCOMPARE(findings[2].kind, std::string("no-tissue"));
        QVERIFY(!findings[0].serious && !findings[1].serious && findings[2].serious);
        QVERIFY(findings[0].alignment.empty() && findings[0].fix.empty());

        sample.slide = nullptr;
        sample.section.doubt(Text("The matrix is another section's."));
        sample.imageWarnings = {Text("The image cannot be opened.")};
        sample.warnings = {Text("Three spots are left out."), Text("The image cannot be opened."),
                           Text("The matrix is another section's."), Text("There is no image.")};
        findings = findingsOf(sample);
        QCOMPARE(findings[1].kind, std::string("image-left-out"));
        QCOMPARE(findings[2].kind, std::string("data"));
        QCOMPARE(findings[3].kind, std::string("no-image"));
        QVERIFY(!findings[0].serious && findings[1].serious && findings[2].serious && !findings[3].serious);
    }

    /// The alignment that was tried went with the slide: only the fix itself is known.
    void aFixOfAnImageThatWasLeftOutIsAbsolute()
    {
        Sample sample =
            sampleWith({Kind::scaleSlip, "Reduced.", "spots-in-hires", "Scale", Alignment::scaled(2.0, {1.0, 0.0}), 3.5});
        sample.slide = nullptr;
        sample.alignment = {};
        const SampleFinding finding = findingsOf(sample)[0];
        QCOMPARE(numbersOf(finding), QStringLiteral("sigmas 3.5"));
        QCOMPARE(finding.alignment, (std::vector<double>{2, 0, 1, 0, 2, 0}));
    }
};

QTEST_APPLESS_MAIN(TestSampleFindings)
#include "test_samplefindings.moc"
