#include "core/sample/landmarks.h"
#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace {

const std::vector<FullresPoint> places{{1000, 1200}, {8000, 900}, {7400, 8800}, {1500, 7700}, {4200, 4300}};

Affine<frame::Level0, frame::Micron> microns(double x, double y)
{
    return Affine<frame::Level0, frame::Micron>::of({x, 0, 0, 0, y, 0}).value();
}

std::vector<LandmarkPair> pairsUnder(const Alignment& alignment, size_t count = places.size())
{
    std::vector<LandmarkPair> pairs;
    for (size_t i = 0; i < count; ++i)
        pairs.push_back({places[i], alignment.toLevel0(places[i])});
    return pairs;
}

bool same(const Alignment& a, const Alignment& b, double tolerancePx)
{
    for (const FullresPoint& p : places) {
        const Level0Point q = a.toLevel0(p);
        const Level0Point r = b.toLevel0(p);
        if (std::hypot(q.x - r.x, q.y - r.y) > tolerancePx)
            return false;
    }
    return true;
}

std::string refusalOf(const std::vector<LandmarkPair>& pairs, AlignmentModel model)
{
    return errorOf([&] { fitAlignment(pairs, model, microns(0.5, 0.5)); });
}

} // namespace

class TestLandmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactPairsGiveTheMapBack()
    {
        const double angle = 0.3;
        const double s = 0.2876;
        const Alignment turned = Alignment::fromNumbers(
            {s * std::cos(angle), -s * std::sin(angle), 500, s * std::sin(angle), s * std::cos(angle), -70});
        const Alignment mirrored =
            Alignment::fromNumbers({-s * std::cos(angle), s * std::sin(angle), 500, s * std::sin(angle), s * std::cos(angle), 9});
        const Alignment sheared = Alignment::fromNumbers({0.9, 0.1, 30, -0.05, 1.2, -40});
        for (const Alignment& truth : {Alignment{}, turned, mirrored}) {
            for (const AlignmentModel model : {AlignmentModel::similarity, AlignmentModel::affine}) {
                const LandmarkFit fit = fitAlignment(pairsUnder(truth, 3), model, microns(0.5, 0.5));
                QVERIFY(same(fit.alignment, truth, 1e-8));
                QVERIFY(fit.rmsUm < 1e-8);
            }
        }
        QVERIFY(same(fitAlignment(pairsUnder(sheared), AlignmentModel::affine, microns(0.5, 0.5)).alignment, sheared, 1e-8));
        QVERIFY(fitAlignment(pairsUnder(sheared), AlignmentModel::similarity, microns(0.5, 0.5)).rmsUm > 100.0);
    }

    void residualsAreMicronsOnTheSlide()
    {
        // Four corners of a square, one direction each: the fit cannot follow, the mean stays.
        std::vector<LandmarkPair> pairs{{{0, 0}, {0, 0}}, {{100, 0}, {100, 0}}, {{100, 100}, {100, 100}}, {{0, 100}, {0, 100}}};
        pairs[0].level0.x += 2.0; // by the symmetry of the square affine takes 3/4 of a corner's error up and leaves ±1/4
        const LandmarkFit fit = fitAlignment(pairs, AlignmentModel::affine, microns(0.5, 3.0));
        QCOMPARE(fit.residualsUm.size(), size_t(4));
        for (const double residual : fit.residualsUm)
            QVERIFY(std::abs(residual - 0.25 * 2.0 * 0.5) < 1e-12);
        QVERIFY(std::abs(fit.rmsUm - 0.25) < 1e-12);
        // In y a pixel has 3 µm.
        pairs[0].level0 = {0.0, 2.0};
        QVERIFY(std::abs(fitAlignment(pairs, AlignmentModel::affine, microns(0.5, 3.0)).rmsUm - 1.5) < 1e-12);
    }

    void leastSquaresBeatsItsNeighbours()
    {
        std::vector<LandmarkPair> pairs = pairsUnder(Alignment::scaled(0.5, {30, 40}));
        const double noise[] = {3, -4, 2, 5, -6, 1, 4, -2, -3, 2};
        for (size_t i = 0; i < pairs.size(); ++i) {
            pairs[i].level0.x += noise[2 * i];
            pairs[i].level0.y += noise[2 * i + 1];
        }
        const auto rms = [&](const Alignment& alignment) {
            double squares = 0.0;
            for (const LandmarkPair& pair : pairs) {
                const Level0Point put = alignment.toLevel0(pair.fullres);
                squares += std::pow(put.x - pair.level0.x, 2) + std::pow(put.y - pair.level0.y, 2);
            }
            return std::sqrt(squares / static_cast<double>(pairs.size()));
        };
        for (const AlignmentModel model : {AlignmentModel::similarity, AlignmentModel::affine}) {
            const LandmarkFit fit = fitAlignment(pairs, model, microns(1, 1));
            QVERIFY(std::abs(fit.rmsUm - rms(fit.alignment)) < 1e-9);
            for (size_t k = 0; k < 6; ++k) {
                for (const double step : {-1e-5, 1e-5}) {
                    AffineNumbers numbers = fit.alignment.numbers();
                    numbers[k] += k % 3 == 2 ? step * 1e5 : step;
                    if (model == AlignmentModel::similarity && k % 3 != 2) { // keep it one
                        numbers[4] = numbers[0];
                        numbers[1] = -numbers[3];
                    }
                    QVERIFY(rms(Alignment::fromNumbers(numbers)) >= fit.rmsUm - 1e-9);
                }
            }
        }
    }

    void degeneratePairsAreRefused()
    {
        const auto all = {AlignmentModel::similarity, AlignmentModel::affine};
        for (const AlignmentModel model : all) {
            QVERIFY(refusalOf({}, model).find("0 pairs of landmarks are too few") != std::string::npos);
            QVERIFY(refusalOf(pairsUnder({}, 2), model).find("2 pairs of landmarks are too few") != std::string::npos);
            std::vector<LandmarkPair> line;
            for (const double t : {0.0, 1.0, 2.0, 5.0})
                line.push_back({{100 * t, 50 * t + 7}, {10 * t, t * t}});
            QVERIFY(refusalOf(line, model).find("lie on one line") != std::string::npos);
            for (LandmarkPair& pair : line)
                pair = {{pair.level0.x, pair.level0.y}, {pair.fullres.x, pair.fullres.y}};
            QVERIFY(refusalOf(line, model).find("lie on one line") != std::string::npos); // on the slide
            const std::vector<LandmarkPair> point(5, LandmarkPair{{10, 10}, {10, 10}});
            QVERIFY(refusalOf(point, model).find("lie on one line") != std::string::npos);
            std::vector<LandmarkPair> wrong = pairsUnder({});
            wrong[1].level0.x = std::nan("");
            QVERIFY(refusalOf(wrong, model).find("not a finite number") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestLandmarks)
#include "test_landmarks.moc"
