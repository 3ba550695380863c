#include "core/sample/landmarks.h"

#include "core/base/error.h"

#include <Eigen/QR>
#include <Eigen/SVD>

#include <cmath>
#include <complex>

namespace spacrd {

namespace {

constexpr size_t leastPairs = 3;
// The spread across the line of best fit over that along it; a hundredth is a click's inaccuracy over a section's width.
constexpr double leastBreadth = 0.01;

using Complex = std::complex<double>;

struct Centred
{
    Eigen::MatrixX2d places;
    Eigen::RowVector2d centre;
};

/// The places less their centre. Throws when they lie on a line.
Centred centred(Eigen::MatrixX2d places)
{
    Centred result;
    result.centre = places.colwise().mean();
    places.rowwise() -= result.centre;
    const Eigen::Vector2d spread = Eigen::JacobiSVD<Eigen::MatrixXd>(places).singularValues();
    if (!(spread[1] > leastBreadth * spread[0])) {
        throw Error(SPACRD_TR("core", "The landmarks lie on one line, so they do not tell how the spots lie on the slide."), {},
                    SPACRD_TR("core", "mark places that are far apart in both directions"));
    }
    result.places = std::move(places);
    return result;
}

/// Least squares of |factor · z − w| over complex numbers: z a place, mirrored (conjugated) or not, w where it belongs.
Eigen::Matrix2d similarityOf(const Centred& from, const Centred& to, bool mirrored, double& error)
{
    Complex top{0.0, 0.0};
    double bottom = 0.0;
    for (Eigen::Index i = 0; i < from.places.rows(); ++i) {
        const Complex z(from.places(i, 0), mirrored ? -from.places(i, 1) : from.places(i, 1));
        const Complex w(to.places(i, 0), to.places(i, 1));
        top += std::conj(z) * w;
        bottom += std::norm(z);
    }
    const Complex factor = top / bottom;
    Eigen::Matrix2d matrix;
    matrix << factor.real(), -factor.imag(), factor.imag(), factor.real();
    if (mirrored)
        matrix.col(1) *= -1.0;
    error = (from.places * matrix.transpose() - to.places).squaredNorm();
    return matrix;
}

Eigen::Matrix2d matrixOf(const Centred& from, const Centred& to, AlignmentModel model)
{
    if (model == AlignmentModel::affine)
        return from.places.colPivHouseholderQr().solve(to.places).transpose();
    double plainError = 0.0;
    double mirroredError = 0.0;
    const Eigen::Matrix2d plain = similarityOf(from, to, false, plainError);
    const Eigen::Matrix2d mirrored = similarityOf(from, to, true, mirroredError);
    return mirroredError < plainError ? mirrored : plain;
}

} // namespace

LandmarkFit fitAlignment(const std::vector<LandmarkPair>& pairs, AlignmentModel model,
                         const Affine<frame::Level0, frame::Micron>& level0ToMicron)
{
    if (pairs.size() < leastPairs) {
        throw Error(Text(SPACRD_TR("core", "%1 pairs of landmarks are too few to align by."), {toWord(pairs.size())}), {},
                    SPACRD_TR("core", "mark at least three places on the spots and on the slide"));
    }
    Eigen::MatrixX2d spots(static_cast<Eigen::Index>(pairs.size()), 2);
    Eigen::MatrixX2d slide(static_cast<Eigen::Index>(pairs.size()), 2);
    for (size_t i = 0; i < pairs.size(); ++i) {
        spots.row(static_cast<Eigen::Index>(i)) << pairs[i].fullres.x, pairs[i].fullres.y;
        slide.row(static_cast<Eigen::Index>(i)) << pairs[i].level0.x, pairs[i].level0.y;
    }
    if (!spots.allFinite() || !slide.allFinite())
        throw Error(SPACRD_TR("core", "A landmark has a coordinate that is not a finite number."));
    const Centred from = centred(std::move(spots));
    const Centred to = centred(std::move(slide));
    const Eigen::Matrix2d matrix = matrixOf(from, to, model);
    const Eigen::Vector2d shift = to.centre.transpose() - matrix * from.centre.transpose();

    LandmarkFit fit;
    fit.alignment = Alignment::fromNumbers({matrix(0, 0), matrix(0, 1), shift[0], matrix(1, 0), matrix(1, 1), shift[1]});
    double squares = 0.0;
    for (const LandmarkPair& pair : pairs) {
        const MicronPoint put = level0ToMicron(fit.alignment.toLevel0(pair.fullres));
        const MicronPoint marked = level0ToMicron(pair.level0);
        fit.residualsUm.push_back(std::hypot(put.x - marked.x, put.y - marked.y));
        squares += fit.residualsUm.back() * fit.residualsUm.back();
    }
    fit.rmsUm = std::sqrt(squares / static_cast<double>(pairs.size()));
    return fit;
}

} // namespace spacrd
