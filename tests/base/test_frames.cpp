#include "core/base/affine.h"

#include <QTest>

#include <cmath>
#include <concepts>
#include <limits>
#include <type_traits>

using namespace spacrd;

namespace {

using ToSlide = Affine<frame::Fullres, frame::Level0>;
using ToMicron = Affine<frame::Level0, frame::Micron>;

// What must not compile: a position of one frame where another is asked for.
static_assert(std::is_invocable_r_v<Level0Point, const ToSlide&, FullresPoint>);
static_assert(!std::is_invocable_v<const ToSlide&, Level0Point>);
static_assert(!std::is_invocable_v<const ToSlide&, ReducedPoint>);
static_assert(!std::is_invocable_v<const ToSlide&, MicronPoint>);
static_assert(!std::is_invocable_v<const ToSlide&, Point>);
static_assert(!std::is_invocable_v<decltype(&ToSlide::back), const ToSlide&, FullresPoint>);
static_assert(std::is_invocable_r_v<FullresPoint, decltype(&ToSlide::back), const ToSlide&, Level0Point>);

template <typename A, typename B>
concept Assignable = requires(A a, B b)
{
    a = b;
};
template <typename A, typename B>
concept Comparable = requires(A a, B b)
{
    a == b;
};
template <typename A, typename B>
concept Composable = requires(A a, B b)
{
    a.then(b);
};

static_assert(Assignable<FullresPoint&, FullresPoint> && Comparable<FullresPoint, FullresPoint>);
static_assert(!Assignable<FullresPoint&, Level0Point> && !Comparable<FullresPoint, Level0Point>);
static_assert(!Assignable<FullresPoint&, ReducedPoint> && !Assignable<Level0Point&, MicronPoint>);
static_assert(!Assignable<FullresPoint&, Point> && !Assignable<Point&, FullresPoint>);
static_assert(!std::is_constructible_v<FullresPoint, Level0Point> && !std::is_constructible_v<FullresPoint, Point>);
static_assert(!std::is_convertible_v<FullresPoint, Point> && !std::is_convertible_v<Point, FullresPoint>);
static_assert(std::same_as<decltype(FullresPoint{}.plain()), Point>);

static_assert(Composable<ToSlide, ToMicron>);
static_assert(!Composable<ToMicron, ToSlide> && !Composable<ToSlide, ToSlide>);
static_assert(!Assignable<ToSlide&, ToMicron> && !Assignable<ToSlide&, Affine<frame::Level0, frame::Fullres>>);
static_assert(std::same_as<decltype(ToSlide{}.inverse()), Affine<frame::Level0, frame::Fullres>>);
// Six numbers become a map only by way of of(), which looks at them.
static_assert(!std::is_constructible_v<ToSlide, AffineNumbers>);

constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAffineMapGoesBothWays()
    {
        const ToSlide map = ToSlide::of({0.5, -0.25, 10, 0.125, 2, -20}).value();
        QCOMPARE(map(FullresPoint{8, 16}), (Level0Point{10, 13}));
        QCOMPARE(map.back(Level0Point{10, 13}), (FullresPoint{8, 16}));
        QCOMPARE(map.inverse()(Level0Point{10, 13}), (FullresPoint{8, 16}));
        QCOMPARE(ToSlide{}(FullresPoint{3, 4}), (Level0Point{3, 4}));
    }

    void scalesFlipsAndQuarterTurnsAreInvertedExactly()
    {
        for (const double s : {1.0, 0.15, 0.28760, 3.0}) {
            for (const AffineNumbers& numbers :
                 {AffineNumbers{s, 0, 0, 0, s, 0}, AffineNumbers{-s, 0, 0, 0, s, 0}, AffineNumbers{0, -s, 0, s, 0, 0}}) {
                const ToSlide map = ToSlide::of(numbers).value();
                const FullresPoint p{12345.678, 0.1};
                const FullresPoint back = map.back(map(p));
                QVERIFY(std::abs(back.x - p.x) <= 2e-16 * p.x && std::abs(back.y - p.y) <= 2e-16 * p.y);
                QCOMPARE(map.scale(), s);
            }
        }
    }

    void mapsComposeInTheirOrder()
    {
        const ToSlide first = ToSlide::of({2, 0, 5, 0, 2, 7}).value();
        const ToMicron second = ToMicron::of({0, -0.5, 100, 0.5, 0, 0}).value();
        const auto both = first.then(second).value();
        const FullresPoint p{3, 4};
        QCOMPARE(both(p), second(first(p)));
        QCOMPARE(both(p), (MicronPoint{100 - 0.5 * 15, 0.5 * 11}));
        QCOMPARE(both.scale(), 1.0);
        QVERIFY(!ToSlide::of({1e-7, 0, 0, 0, 1e-7, 0}).value().then(ToMicron::of({1e-7, 0, 0, 0, 1e-7, 0}).value()));
    }

    void theScaleIsTheGeometricMean()
    {
        QCOMPARE(ToSlide::of({4, 0, 0, 0, 9, 0}).value().scale(), 6.0);
        const double angle = 0.7;
        QCOMPARE(ToSlide::of({3 * std::cos(angle), -3 * std::sin(angle), 0, 3 * std::sin(angle), 3 * std::cos(angle), 0})
                     .value()
                     .scale(),
                 3.0);
    }

    void numbersWithoutAUsableInverseAreRefused()
    {
        const std::pair<const char*, AffineNumbers> bad[] = {
            {"all zero", {0, 0, 0, 0, 0, 0}},
            {"one line", {1, 2, 0, 2, 4, 0}},
            {"flat", {1, 0, 0, 0, 1e-4, 0}},
            {"NaN", {1, 0, std::nan(""), 0, 1, 0}},
            {"infinite", {infinity, 0, 0, 0, 1, 0}},
            {"too large to multiply", {1e200, 0, 0, 0, 1e200, 0}},
            {"vanishing", {1e-200, 0, 0, 0, 1e-200, 0}},
        };
        for (const auto& [name, numbers] : bad)
            QVERIFY2(!ToSlide::of(numbers), name);
        QVERIFY(ToSlide::of({1, 0, 0, 0, 1.1e-3, 0}));
        QVERIFY(ToSlide::of({-1, 0, 0, 0, 1, 0}));
    }
};

QTEST_APPLESS_MAIN(TestFrames)
#include "test_frames.moc"
