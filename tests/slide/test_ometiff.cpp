#include "core/base/task.h"
#include "core/slide/import.h"
#include "core/slide/ometiff.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

// No raw string: moc would find no class behind it.
constexpr const char* omeXml =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06'><Image ID='Image:0' Name='section'>\n"
    "<Pixels ID='Pixels:0' DimensionOrder='XYCZT' Type='uint8' SizeX='700' SizeY='530' SizeZ='1' SizeC='3' SizeT='1'\n"
    " PhysicalSizeX='0.4991' PhysicalSizeXUnit='µm' PhysicalSizeY='0.5' PhysicalSizeYUnit='µm'><Channel "
    "SamplesPerPixel='3'/></Pixels>\n"
    "</Image><Image ID='Image:1'><Pixels PhysicalSizeX='7' PhysicalSizeY='7'/></Image></OME>";

/// Red, green and blue tell their planes apart.
std::uint32_t thirds(int x, int)
{
    return x < 233 ? 0xc81e1eU : x < 466 ? 0x1ec81eU : 0x1e1ec8U;
}

bool near(std::uint32_t pixel, int r, int g, int b)
{
    constexpr int by = 8;
    return std::abs(red(pixel) - r) <= by && std::abs(green(pixel) - g) <= by && std::abs(blue(pixel) - b) <= by;
}

std::shared_ptr<const Slide> imported(const fs::path& image)
{
    Task task;
    const fs::path target = image.string() + ".pyramid.tif";
    importImage(image, target, {}, task);
    return openSlide(target);
}

void compareThirds(const Slide& slide)
{
    QCOMPARE(slide.info().width(), 700LL);
    QCOMPARE(slide.info().height(), 530LL);
    QVERIFY(near(slide.readRegion(0, 20, 500, 1, 1).at(0, 0), 200, 30, 30));
    QVERIFY(near(slide.readRegion(0, 350, 20, 1, 1).at(0, 0), 30, 200, 30));
    QVERIFY(near(slide.readRegion(0, 680, 300, 1, 1).at(0, 0), 30, 30, 200));
}

} // namespace

class TestOmeTiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPyramidInSubDirectoriesGetsAllItsLevels_data();
    void aPyramidInSubDirectoriesGetsAllItsLevels();
    void planesAreReadAsColours_data();
    void planesAreReadAsColours();
    void otherTiffsHaveNoSuchLevels();
    void theOmeXmlTellsThePixelSize_data();
    void theOmeXmlTellsThePixelSize();
    void damagedOnesAreRefused();
};

void TestOmeTiff::aPyramidInSubDirectoriesGetsAllItsLevels_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("JPEG") << QStringLiteral("compression=jpeg,Q=95");
    QTest::newRow("LZW") << QStringLiteral("compression=lzw");
    QTest::newRow("plain BigTIFF") << QStringLiteral("bigtiff");
}

void TestOmeTiff::aPyramidInSubDirectoriesGetsAllItsLevels()
{
    QFETCH(QString, options);
    const TemporaryFolder folder;
    const fs::path image = folder / "section.ome.tif";
    writeOmeTiff(image, 700, 530, thirds, omeXml, options.toStdString());
    QVERIFY(hasLevelsInSubDirectories(image));
    QCOMPARE(openSlide(image)->info().levels.size(), size_t{1}); // why it is imported
    QVERIFY(isPlainImage(image));
    const auto slide = imported(image);
    QCOMPARE(slide->info().levels.size(), size_t{3});
    QVERIFY(std::abs(slide->info().mppX.value_or(0) - 0.4991) < 1e-6);
    compareThirds(*slide);
    QVERIFY(near(slide->readRegion(2, 10, 10, 1, 1).at(0, 0), 200, 30, 30));
}

void TestOmeTiff::planesAreReadAsColours_data()
{
    QTest::addColumn<bool>("tiled");
    QTest::newRow("strips") << false;
    QTest::newRow("tiles") << true;
}

void TestOmeTiff::planesAreReadAsColours()
{
    QFETCH(bool, tiled);
    const TemporaryFolder folder;
    const fs::path image = folder / "planes.tif";
    writePlanarRgb(image, 700, 530, thirds, tiled);
    compareThirds(isPlainImage(image) ? *imported(image) : *openSlide(image));
}

void TestOmeTiff::otherTiffsHaveNoSuchLevels()
{
    const TemporaryFolder folder;
    writeTiledSlide(folder / "slide.tif", 700, 530, thirds, "pyramid");
    QVERIFY(!hasLevelsInSubDirectories(folder / "slide.tif"));
    QVERIFY(!isPlainImage(folder / "slide.tif"));
    write(folder / "text.tif", "II*");
    QVERIFY(!hasLevelsInSubDirectories(folder / "text.tif"));
    QVERIFY(!hasLevelsInSubDirectories(folder / "missing.tif"));
    QVERIFY(!hasLevelsInSubDirectories(folder.path()));
}

void TestOmeTiff::theOmeXmlTellsThePixelSize_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("x"); // "" = nothing
    const auto pixels = [](const char* attributes) {
        return QStringLiteral("<OME><Image><Pixels %1/></Image></OME>").arg(QString::fromUtf8(attributes));
    };
    QTest::newRow("whole") << QString::fromUtf8(omeXml) << "0.4991";
    QTest::newRow("no unit") << pixels("PhysicalSizeX='0.25'") << "0.25";
    QTest::newRow("Greek letter") << pixels("PhysicalSizeX='0.25' PhysicalSizeXUnit='\u03bcm'") << "0.25";
    QTest::newRow("nanometres") << pixels("PhysicalSizeXUnit='nm' PhysicalSizeX='250'") << "0.25";
    QTest::newRow("millimetres") << pixels("PhysicalSizeX='2.5E-4' PhysicalSizeXUnit='mm'") << "0.25";
    QTest::newRow("prefix") << "<ome:OME xmlns:ome='x'><ome:Pixels PhysicalSizeX='0.5'/></ome:OME>"
                            << "0.5";
    QTest::newRow("entities") << pixels("Name='a &lt; b' PhysicalSizeX='&#48;.5'") << "0.5";
    QTest::newRow("only y") << pixels("PhysicalSizeY='0.25'") << "";
    QTest::newRow("unit that is none") << pixels("PhysicalSizeX='1' PhysicalSizeXUnit='pixel'") << "";
    QTest::newRow("implausible") << pixels("PhysicalSizeX='352.8'") << "";
    QTest::newRow("zero") << pixels("PhysicalSizeX='0'") << "";
    QTest::newRow("a word") << pixels("PhysicalSizeX='small'") << "";
    QTest::newRow("not a number") << pixels("PhysicalSizeX='nan'") << "";
    QTest::newRow("other XML") << "<html><Pixels PhysicalSizeX='0.5'/></html>"
                               << "";
    QTest::newRow("no XML") << "Aperio Image Library|MPP = 0.499"
                            << "";
    QTest::newRow("cut in the element") << "<OME><Pixels PhysicalSizeX='0.5"
                                        << "";
    QTest::newRow("cut behind the element") << "<OME><Pixels PhysicalSizeX='0.5'><Chan"
                                            << "0.5";
    QTest::newRow("unclosed without end") << QString(200000, u'<') << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestOmeTiff::theOmeXmlTellsThePixelSize()
{
    QFETCH(QString, xml);
    QFETCH(QString, x);
    const std::optional<double> mpp = mppOfOmeXml(xml.toStdString(), 'X');
    QCOMPARE(mpp.has_value(), !x.isEmpty());
    if (mpp)
        QVERIFY(std::abs(*mpp - x.toDouble()) < 1e-12);
    if (xml == QString::fromUtf8(omeXml))
        QCOMPARE(mppOfOmeXml(xml.toStdString(), 'Y').value_or(0.0), 0.5);
}

void TestOmeTiff::damagedOnesAreRefused()
{
    const TemporaryFolder folder;
    const fs::path image = folder / "section.ome.tif";
    // Not compressible: the largest level is nine of its fourteen tiles and comes first.
    writeOmeTiff(
        image, 700, 530, [](int x, int y) { return static_cast<std::uint32_t>(x * x * 31 + y * y * 17 + x * y * 7) & 0xffffffU; },
        omeXml, "compression=lzw");
    const std::string whole = read(image);
    for (const int percent : {60, 50, 5}) {
        write(image, whole.substr(0, whole.size() * static_cast<size_t>(percent) / 100));
        const std::string line = errorOf([&] { imported(image); });
        QVERIFY2(line.starts_with("The image can") || line.starts_with("The file is cut short: "),
                 (std::to_string(percent) + " %: " + line).c_str());
        QVERIFY(!fs::exists(image.string() + ".pyramid.tif"));
    }
}

QTEST_APPLESS_MAIN(TestOmeTiff)
#include "test_ometiff.moc"
