#include "core/slide/colourprofile.h"

#include "core/base/task.h"
#include "core/slide/colourtreatment.h"
#include "core/slide/import.h"
#include "core/slide/slide.h"

#include "tests/support/testdata.h"

#include <lcms2.h>
#include <tiffio.h>

#include <array>
#include <cmath>
#include <span>
#include <thread>

using namespace spacrd;
using namespace spacrd::test;

namespace {

std::vector<std::byte> bytesOf(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::vector<std::byte> bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

/// The primaries and the white of sRGB, but values that are proportional to the light.
std::vector<std::byte> linearProfile()
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1.0}, {0.30, 0.60, 1.0}, {0.15, 0.06, 1.0}};
    cmsToneCurve* straight = cmsBuildGamma(nullptr, 1.0);
    const std::array<cmsToneCurve*, 3> curves{straight, straight, straight};
    const auto bytes = bytesOf(cmsCreateRGBProfile(&white, &primaries, curves.data()));
    cmsFreeToneCurve(straight);
    return bytes;
}

std::vector<std::byte> greyProfile()
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
    const auto bytes = bytesOf(cmsCreateGrayProfile(&white, curve));
    cmsFreeToneCurve(curve);
    return bytes;
}

int coded(int linear)
{
    const double light = linear / 255.0;
    return static_cast<int>(
        std::lround(255.0 * (light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1.0 / 2.4) - 0.055)));
}

/// All greys, and mixtures of their channels.
Image colours()
{
    Image image{256, 2, {}};
    for (std::uint32_t i = 0; i < 256; ++i)
        image.pixels.push_back(0xff000000U | i * 0x010101U);
    for (std::uint32_t i = 0; i < 256; ++i)
        image.pixels.push_back(0xff000000U | i << 16 | (255 - i) << 8 | (i * 7 & 0xffU));
    return image;
}

void writeTiff(const std::filesystem::path& file, std::span<const std::byte> profile)
{
    constexpr int side = 256;
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, side);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, side);
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, side);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, side);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    if (!profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(profile.size()), profile.data());
    std::vector<std::uint8_t> tile(static_cast<size_t>(side) * side * 3, 55);
    TIFFWriteEncodedTile(tiff, 0, tile.data(), static_cast<tmsize_t>(tile.size()));
    TIFFClose(tiff);
}

} // namespace

class TestColourProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImportedImageKeepsItsProfile()
    {
        const TemporaryFolder folder;
        Task task;
        writeTiff(folder / "image.tif", linearProfile());
        importImage(folder / "image.tif", folder / "slide.tif", {}, task);
        const auto kept = ColourProfile::ofSlide(folder / "slide.tif");
        QVERIFY(kept);
        Image grey{1, 1, Pixels(1, 0xff373737U)};
        kept->apply(grey);
        QVERIFY(std::abs(red(grey.pixels[0]) - coded(0x37)) <= 2);
        QCOMPARE(openSlide(folder / "slide.tif")->info().width(), 256LL);

        writeTiff(folder / "grey.tif", greyProfile());
        importImage(folder / "grey.tif", folder / "grey slide.tif", {}, task);
        QVERIFY(!ColourProfile::ofSlide(folder / "grey slide.tif"));
    }

    void aLinearProfileIsTheCurveOfTheScreen()
    {
        const auto profile = ColourProfile::fromBytes(linearProfile());
        QVERIFY(profile);
        const Image before = colours();
        Image after = before;
        profile->apply(after);
        for (size_t i = 0; i < before.pixels.size(); ++i) {
            const std::uint32_t a = before.pixels[i];
            const std::uint32_t b = after.pixels[i];
            QCOMPARE(b >> 24, 0xffU);
            QVERIFY(std::abs(coded(red(a)) - red(b)) <= 2);
            QVERIFY(std::abs(coded(green(a)) - green(b)) <= 2);
            QVERIFY(std::abs(coded(blue(a)) - blue(b)) <= 2);
        }
    }

    void theScreensOwnProfileChangesNothing()
    {
        const auto profile = ColourProfile::fromBytes(bytesOf(cmsCreate_sRGBProfile()));
        QVERIFY(profile);
        const Image before = colours();
        Image after = before;
        profile->apply(after);
        for (size_t i = 0; i < before.pixels.size(); ++i)
            QVERIFY(std::abs(red(before.pixels[i]) - red(after.pixels[i])) <= 1);
        Image none;
        profile->apply(none);
    }

    void whatIsNoProfileOfColoursIsNone()
    {
        QVERIFY(!ColourProfile::fromBytes({}));
        const std::vector<std::byte> noise(3000, std::byte{0x5a});
        QVERIFY(!ColourProfile::fromBytes(noise));
        QVERIFY(!ColourProfile::fromBytes(greyProfile()));
        std::vector<std::byte> cut = linearProfile();
        for (size_t size = 0; size < cut.size(); size += 7)
            ColourProfile::fromBytes(std::span(cut).first(size)); // of any use or none, but no crash
        cut.resize(130);
        QVERIFY(!ColourProfile::fromBytes(cut));
    }

    void threadsShareOne()
    {
        const auto profile = ColourProfile::fromBytes(linearProfile());
        Image expected = colours();
        profile->apply(expected);
        std::array<bool, 4> same{};
        {
            std::vector<std::jthread> threads;
            for (bool& result : same) {
                threads.emplace_back([&] {
                    result = true;
                    for (int i = 0; i < 50; ++i) {
                        Image image = colours();
                        profile->apply(image);
                        result = result && image.pixels == expected.pixels;
                    }
                });
            }
        }
        for (const bool result : same)
            QVERIFY(result);
    }

    void aSlideHasThatOfItsFile()
    {
        const TemporaryFolder folder;
        writeTiff(folder / "with.tif", linearProfile());
        writeTiff(folder / "without.tif", {});
        writeTiff(folder / "broken.tif", std::vector<std::byte>(500, std::byte{1}));
        const auto slide = openSlide(folder / "with.tif");
        QVERIFY(slide->info().colourProfile);
        QVERIFY(!openSlide(folder / "without.tif")->info().colourProfile);
        QVERIFY(!openSlide(folder / "broken.tif")->info().colourProfile);
        Image image = slide->readRegion(0, 0, 0, 4, 4);
        QCOMPARE(red(image.at(1, 1)), 55); // what a model reads is never changed
        ColourTreatment treatment;
        ColourTables(treatment, standardStains(), slide->info().colourProfile).apply(image);
        QCOMPARE(red(image.at(1, 1)), 55);
        treatment.profiled = true;
        ColourTables(treatment, standardStains(), slide->info().colourProfile).apply(image);
        QVERIFY(std::abs(red(image.at(1, 1)) - coded(55)) <= 1);
        ColourTables(treatment, standardStains(), nullptr).apply(image);
        QVERIFY(std::abs(red(image.at(1, 1)) - coded(55)) <= 1);
    }

    /// Of OpenSlide's own test file.
    void aRealProfileIsRead()
    {
        SPACRD_NEED_DATA();
        const auto slide = openSlide(dataFolder() / "slides_more/boxes.tiff");
        QVERIFY(slide->info().colourProfile);
        Image image = slide->readRegion(0, 0, 0, 256, 256);
        slide->info().colourProfile->apply(image);
        QCOMPARE(image.at(0, 0), 0xffffffffU); // paper stays white
    }
};

QTEST_GUILESS_MAIN(TestColourProfile)
#include "test_colourprofile.moc"
