#include "core/base/error.h"
#include "core/slide/colourtreatment.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace spacrd;

namespace {

using Vector = std::array<double, 3>;

Vector unit(const Vector& v)
{
    const double length = std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return {v[0] / length, v[1] / length, v[2] / length};
}

double degreesBetween(const Vector& a, const Vector& b)
{
    return std::acos(std::clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1.0, 1.0)) * 180.0 / std::acos(-1.0);
}

/// One laboratory: its dyes, how strong it stains, and its glass.
struct Laboratory
{
    Vector haematoxylin;
    Vector eosin;
    double strength;
    Vector glass;
};

const Laboratory pale{unit({0.55, 0.75, 0.35}), unit({0.10, 0.90, 0.40}), 0.6, {244.0, 241.0, 236.0}};
const Laboratory dark{unit({0.70, 0.62, 0.35}), unit({0.28, 0.75, 0.60}), 1.3, {250.0, 250.0, 250.0}};

std::uint32_t stained(const Laboratory& by, double haematoxylin, double eosin)
{
    std::uint32_t pixel = 0xff;
    for (size_t i = 0; i < 3; ++i) {
        const double density = by.strength * (haematoxylin * by.haematoxylin[i] + eosin * by.eosin[i]);
        pixel = pixel << 8 | static_cast<std::uint32_t>(std::lround(by.glass[i] * std::pow(10.0, -density)));
    }
    return pixel;
}

/// A third each: glass, nuclei with a little eosin, and eosin with a little haematoxylin.
Pixels section(const Laboratory& by)
{
    std::mt19937 random(3);
    const auto upTo = [&random](double most) { return static_cast<double>(random() % 1000) / 1000.0 * most; };
    Pixels pixels;
    for (int i = 0; i < 3000; ++i) {
        pixels.push_back(stained(by, 0.0, 0.0));
        pixels.push_back(stained(by, 0.2 + upTo(0.7), upTo(0.08)));
        pixels.push_back(stained(by, upTo(0.08), 0.2 + upTo(0.4)));
    }
    return pixels;
}

/// The mean of how far the channels are apart.
double difference(const Pixels& a, const Pixels& b)
{
    double sum = 0.0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += std::abs(red(a[i]) - red(b[i])) + std::abs(green(a[i]) - green(b[i])) + std::abs(blue(a[i]) - blue(b[i]));
    return sum / static_cast<double>(3 * a.size());
}

Pixels normalised(const Pixels& pixels)
{
    Image image{static_cast<int>(pixels.size()), 1, pixels};
    ColourTreatment treatment;
    treatment.normalised = true;
    ColourTables(treatment, measureStains(pixels).value()).apply(image);
    return image.pixels;
}

/// A section on the right half, glass on the left. A column of it cannot be read.
class HalfSlide : public Slide
{
public:
    explicit HalfSlide(bool withLevels)
    {
        m_info.levels.push_back({8192, 4096, 1.0});
        if (withLevels)
            m_info.levels.push_back({512, 256, 16.0});
    }

    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int level, long long x, long long y, int width, int height) const override
    {
        const auto downsample = static_cast<long long>(m_info.levels.at(static_cast<size_t>(level)).downsample);
        if (level == 0 && x < 5000 && x + width > 4800)
            throw Error("This place is broken.");
        Image image{width, height, {}};
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const auto at = static_cast<size_t>((x + column) * 31 + (y + row) * 17) % m_section.size();
                image.pixels.push_back((x + column) * downsample < 4096 ? stained(pale, 0.0, 0.0) : m_section[at]);
            }
        }
        return image;
    }
    Image readAssociated(const std::string&) const override { throw Error("There is none."); }

private:
    SlideInfo m_info;
    Pixels m_section = section(pale);
};

} // namespace

class TestStainProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDyesOfALaboratoryAreFound()
    {
        for (const Laboratory& laboratory : {pale, dark}) {
            const auto profile = measureStains(section(laboratory));
            QVERIFY(profile);
            QVERIFY(degreesBetween(profile->haematoxylin, laboratory.haematoxylin) < 4.0);
            QVERIFY(degreesBetween(profile->eosin, laboratory.eosin) < 4.0);
            for (size_t i = 0; i < 3; ++i)
                QVERIFY(std::abs(profile->glass[i] - laboratory.glass[i]) <= 1.0);
            // 99 in a hundred are below: of nuclei, half of the tissue, up to 0.9, so 98 in a hundred of these.
            QVERIFY(std::abs(profile->haematoxylinAmount / (laboratory.strength * 0.886) - 1.0) < 0.1);
            QVERIFY(std::abs(profile->eosinAmount / (laboratory.strength * 0.592) - 1.0) < 0.1);
        }
    }

    /// The same tissue from two laboratories looks the same, as if the standard one had stained it.
    void normalisedSectionsLookAlike()
    {
        const Pixels ofPale = section(pale);
        const Pixels ofDark = section(dark);
        QVERIFY(difference(ofPale, ofDark) > 25.0);
        QVERIFY(difference(normalised(ofPale), normalised(ofDark)) < 4.0);
        const StainProfile& standard = standardStains();
        const Pixels again = normalised(ofPale);
        const std::uint32_t glass = again.front();
        QVERIFY(red(glass) >= 253 && green(glass) >= 253 && blue(glass) >= 253);
        const auto after = measureStains(again);
        QVERIFY(after);
        QVERIFY(degreesBetween(after->haematoxylin, standard.haematoxylin) < 3.0);
        QVERIFY(degreesBetween(after->eosin, standard.eosin) < 3.0);
        QVERIFY(std::abs(after->haematoxylinAmount / standard.haematoxylinAmount - 1.0) < 0.05);
        QVERIFY(std::abs(after->eosinAmount / standard.eosinAmount - 1.0) < 0.05);
    }

    void aStandardSectionStays()
    {
        ColourTreatment treatment;
        treatment.normalised = true;
        Image image{256, 1, {}};
        for (std::uint32_t value = 0; value < 256; ++value)
            image.pixels.push_back(0xff000000U | value << 16 | (255 - value) << 8 | (value ^ 0x55U));
        const Pixels before = image.pixels;
        ColourTables(treatment).apply(image);
        for (size_t i = 0; i < before.size(); ++i) {
            const auto stays = [](int a, int b) { return std::abs(std::max(a, 1) - b) <= 1; };
            QVERIFY(stays(red(before[i]), red(image.pixels[i])));
            QVERIFY(stays(green(before[i]), green(image.pixels[i])));
            QVERIFY(stays(blue(before[i]), blue(image.pixels[i])));
        }
    }

    void whatIsNotStainedByTwoDyesHasNoProfile()
    {
        QVERIFY(!measureStains(Pixels()));
        QVERIFY(!measureStains(Pixels(5000, 0xffffffffU)));
        QVERIFY(!measureStains(Pixels(5000, 0xff000000U)));
        Pixels greys;
        Pixels oneDye;
        Pixels little = Pixels(5000, 0xfff5f5f5U);
        for (std::uint32_t i = 0; i < 5000; ++i) {
            greys.push_back(0xff000000U | (i % 200) * 0x010101U);
            oneDye.push_back(stained(dark, 0.1 + static_cast<double>(i % 70) / 100.0, 0.0));
        }
        const Pixels tissue = section(pale);
        little.insert(little.end(), tissue.begin(), tissue.begin() + 300);
        QVERIFY(!measureStains(greys));
        QVERIFY(!measureStains(oneDye));
        QVERIFY(!measureStains(little));
    }

    void ofASlide_data()
    {
        QTest::addColumn<bool>("withLevels");
        QTest::newRow("with an overview") << true;
        QTest::newRow("of one level") << false;
    }
    /// Where nothing can be read, it is measured elsewhere.
    void ofASlide()
    {
        QFETCH(bool, withLevels);
        const HalfSlide slide(withLevels);
        const auto profile = measureStains(stainPixels(slide, [] { return false; }).pixels);
        QVERIFY(profile);
        QVERIFY(degreesBetween(profile->haematoxylin, pale.haematoxylin) < 4.0);
        QVERIFY(degreesBetween(profile->eosin, pale.eosin) < 4.0);
        int asked = 0;
        QVERIFY(stainPixels(slide, [&asked] { return ++asked > 2; }).empty());
        QCOMPARE(asked, 3);
    }
};

QTEST_GUILESS_MAIN(TestStainProfile)
#include "test_stainprofile.moc"
