#include "core/sample/agreement.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr int folds = 5;
constexpr double largestWeight = 4.0; ///< of a probe, where the other kind is many times as frequent
constexpr double ridge = 20.0;        ///< in spots: so many would have to speak for a weight to be half believed
constexpr double wideLookPitches = 1.5;
constexpr double onTissueShare = 0.25;

constexpr Eigen::Index lookColumns = 10;

/// The looks at the inside probes, standardised; a look that is the same everywhere becomes zero.
Eigen::MatrixXd standardisedLooks(const std::vector<LocalLook>& spots, const std::vector<LocalLook>& around)
{
    Eigen::MatrixXd looks(static_cast<Eigen::Index>(spots.size()), lookColumns);
    for (size_t i = 0; i < spots.size(); ++i) {
        const LocalLook& a = spots[i];
        const LocalLook& b = around[i];
        looks.row(static_cast<Eigen::Index>(i)) << a.tissue, a.darkness[0], a.darkness[1], a.darkness[2], a.unevenness, b.tissue,
            b.darkness[0], b.darkness[1], b.darkness[2], b.unevenness;
    }
    looks.rowwise() -= looks.colwise().mean();
    for (Eigen::Index c = 0; c < looks.cols(); ++c) {
        const double deviation = std::sqrt(looks.col(c).squaredNorm() / static_cast<double>(looks.rows()));
        looks.col(c) *= deviation > 1e-6 ? 1.0 / deviation : 0.0;
    }
    return looks;
}

/// Squared error of every axis at every inside probe when a ridge regression on the probes of other folds predicts it.
Eigen::MatrixXd crossValidatedErrors(const Eigen::MatrixXd& looks, const Eigen::MatrixXd& axes, const std::vector<int>& blockOf)
{
    const Eigen::Index p = looks.cols() + 1; // and the constant
    Eigen::MatrixXd design(looks.rows(), p);
    design << looks, Eigen::VectorXd::Ones(looks.rows());
    std::vector<Eigen::MatrixXd> gram(folds, Eigen::MatrixXd::Zero(p, p));
    std::vector<Eigen::MatrixXd> moments(folds, Eigen::MatrixXd::Zero(p, axes.cols()));
    std::vector<std::vector<Eigen::Index>> rowsOf(folds);
    for (Eigen::Index i = 0; i < design.rows(); ++i)
        rowsOf[static_cast<size_t>(blockOf[static_cast<size_t>(i)] % folds)].push_back(i);
    for (size_t fold = 0; fold < folds; ++fold) {
        const Eigen::MatrixXd part = design(rowsOf[fold], Eigen::all);
        gram[fold] = part.transpose() * part;
        moments[fold] = part.transpose() * axes(rowsOf[fold], Eigen::all);
    }
    Eigen::MatrixXd errors = Eigen::MatrixXd::Zero(axes.rows(), axes.cols());
    for (size_t fold = 0; fold < folds; ++fold) {
        Eigen::MatrixXd others = Eigen::MatrixXd::Zero(p, p);
        Eigen::MatrixXd right = Eigen::MatrixXd::Zero(p, axes.cols());
        for (size_t other = 0; other < folds; ++other) {
            if (other == fold)
                continue;
            others += gram[other];
            right += moments[other];
        }
        others.diagonal().array() += ridge;
        const Eigen::MatrixXd weights = others.ldlt().solve(right);
        errors(rowsOf[fold], Eigen::all) =
            (axes(rowsOf[fold], Eigen::all) - design(rowsOf[fold], Eigen::all) * weights).array().square().matrix();
    }
    return errors;
}

} // namespace

Agreement agreementOf(const Probes& probes, const TissueMap& map, const Alignment& alignment)
{
    Agreement agreement;
    const auto blocks = static_cast<size_t>(probes.blocks);
    agreement.tissueLoss.assign(blocks, 0.0);
    agreement.expressionLoss.assign(blocks, 0.0);
    const double spot = probes.spotPx * alignment.scale();
    const double wide = wideLookPitches * probes.pitchPx * alignment.scale();
    const auto all = static_cast<double>(probes.inside.size() + probes.outside.size());
    const auto weightOf = [all](size_t count) { return std::min(0.5 * all / static_cast<double>(count), largestWeight); };
    const bool alone = probes.outside.empty();
    const double insideWeight = weightOf(probes.inside.size());
    const double outsideWeight = alone ? 0.0 : weightOf(probes.outside.size());

    std::vector<LocalLook> spots;
    std::vector<LocalLook> around;
    double tissue = 0.0;
    double picture = 0.0;
    for (size_t i = 0; i < probes.inside.size(); ++i) {
        const Level0Point at = alignment.toLevel0(probes.inside[i]);
        spots.push_back(map.lookAt(at, spot));
        around.push_back(map.lookAt(at, wide));
        const double seen = spots.back().tissue;
        const bool shown = map.shows(at);
        // Where no place outside tells, spots squeezed into a corner of the tissue would seem right: being shown must do.
        const double missing = alone ? (shown ? 0.0 : 1.0) : 1.0 - seen;
        agreement.tissueLoss[static_cast<size_t>(probes.blockOfInside[i])] += insideWeight * missing * missing;
        tissue += seen >= onTissueShare ? 1.0 : 0.0;
        picture += shown ? 1.0 : 0.0;
    }
    double outsideTissue = 0.0;
    for (size_t i = 0; i < probes.outside.size(); ++i) {
        const double seen = map.lookAt(alignment.toLevel0(probes.outside[i]), spot).tissue;
        agreement.tissueLoss[static_cast<size_t>(probes.blockOfOutside[i])] += outsideWeight * seen * seen;
        outsideTissue += seen >= onTissueShare ? 1.0 : 0.0;
    }
    for (const double loss : agreement.tissueLoss)
        agreement.loss += loss / all;
    agreement.tissueAgreement = 1.0 - 2.0 * agreement.loss;
    agreement.onTissue = tissue / static_cast<double>(probes.inside.size());
    agreement.onPicture = picture / static_cast<double>(probes.inside.size());
    agreement.outsideOnTissue = probes.outside.empty() ? 0.0 : outsideTissue / static_cast<double>(probes.outside.size());
    if (probes.axes.cols() > 0) {
        const Eigen::VectorXd errors =
            crossValidatedErrors(standardisedLooks(spots, around), probes.axes, probes.blockOfInside).rowwise().mean();
        for (size_t i = 0; i < probes.inside.size(); ++i)
            agreement.expressionLoss[static_cast<size_t>(probes.blockOfInside[i])] += errors(static_cast<Eigen::Index>(i));
        agreement.expressionR2 = 1.0 - errors.mean();
        agreement.loss += errors.sum() / all;
    }
    return agreement;
}

Advantage advantageOf(const Agreement& other, const Agreement& one, const Probes& probes)
{
    const auto blocks = static_cast<size_t>(probes.blocks);
    std::vector<double> gains(blocks);
    double sum = 0.0;
    for (size_t b = 0; b < blocks; ++b) {
        gains[b] = one.tissueLoss[b] - other.tissueLoss[b] + one.expressionLoss[b] - other.expressionLoss[b];
        sum += gains[b];
    }
    const auto n = static_cast<double>(blocks);
    double scatter = 0.0;
    for (const double gain : gains)
        scatter += (gain - sum / n) * (gain - sum / n);
    Advantage advantage;
    advantage.gain = sum / static_cast<double>(probes.inside.size() + probes.outside.size());
    const double error = std::sqrt(scatter * n / std::max(n - 1.0, 1.0));
    if (blocks < 2 || !(error > 0.0))
        return advantage;
    // A mean over few blocks scatters as Student's t; Wallace (1959, Ann. Math. Stat. 30:1124) turns that into normal sigmas.
    const double t = sum / error;
    const double freedom = n - 1.0;
    const double sigmas = (8.0 * freedom + 1.0) / (8.0 * freedom + 3.0) * std::sqrt(freedom * std::log1p(t * t / freedom));
    advantage.sigmas = std::copysign(sigmas, t);
    return advantage;
}

} // namespace spacrd
