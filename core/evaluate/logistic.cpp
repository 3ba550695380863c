#include "core/evaluate/logistic.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/evaluate/sigmoid.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double gradientTolerance = 1e-8;
constexpr int mostNewtonSteps = 100;
constexpr int mostConjugateSteps = 1000;
constexpr Index blockRows = 16; ///< rows turned into doubles at a time: 3,000 features fit the second-level cache

void checkRows(const FeatureMatrix& rows, const std::vector<int>& labels, double inverseRegularisation)
{
    if (static_cast<size_t>(rows.rows()) != labels.size()) {
        throw Error(Text(SPACRD_TR("core", "There are %1 rows of features but %2 labels."),
                         {toWord(static_cast<long long>(rows.rows())), toWord(labels.size())}));
    }
    if (!(inverseRegularisation > 0.0) || !std::isfinite(inverseRegularisation)) {
        throw Error(Text(SPACRD_TR("core", "The inverse regularisation %1 of a logistic regression is not above 0."),
                         {toWord(inverseRegularisation)}));
    }
    for (const int label : labels) {
        if (label < -1 || label > 1)
            throw Error(Text(SPACRD_TR("core", "The label %1 is neither 0 nor 1."), {toWord(label)}));
    }
    if (std::count(labels.begin(), labels.end(), 1) == 0 || std::count(labels.begin(), labels.end(), 0) == 0)
        throw Error(SPACRD_TR("core", "A logistic regression cannot be fitted to spots of one class only."), {},
                    SPACRD_TR("core", "give sections with both cancer and other tissue"));
    if (!rows.allFinite())
        throw Error(SPACRD_TR("core", "A feature is not a finite number."));
}

/// The objective over a vector of the weights and, last, the intercept. Features are taken about their means, which changes
/// nothing but the intercept (it is not penalised) and spares the conjugate gradients the one direction all rows share.
class Objective
{
public:
    Objective(const FeatureMatrix& rows, const std::vector<int>& labels, double inverseRegularisation, Task& task)
        : m_rows(rows)
        , m_c(inverseRegularisation)
        , m_task(task)
        , m_used(VectorXd::Zero(rows.rows()))
        , m_target(VectorXd::Zero(rows.rows()))
    {
        for (Index i = 0; i < rows.rows(); ++i) {
            const int label = labels[static_cast<size_t>(i)];
            m_used(i) = label >= 0 ? 1.0 : 0.0;
            m_target(i) = label == 1 ? 1.0 : 0.0;
        }
        m_mean = VectorXd::Zero(rows.cols());
        m_scatter = VectorXd::Zero(rows.cols());
        forEachBlock([&](Index first, const auto& block) {
            m_mean += block.transpose() * m_used.segment(first, block.rows());
            m_scatter += block.array().square().matrix().transpose() * m_used.segment(first, block.rows());
        });
        m_mean /= m_used.sum();
        m_scatter -= m_used.sum() * m_mean.cwiseAbs2();
    }

    Index size() const { return m_rows.cols() + 1; }
    const VectorXd& mean() const { return m_mean; }

    /// The logit of every row.
    VectorXd logits(const VectorXd& at) const
    {
        VectorXd out(m_rows.rows());
        const auto weights = at.head(m_rows.cols());
        forEachBlock([&](Index first, const auto& block) { out.segment(first, block.rows()) = block * weights; });
        out.array() += at(m_rows.cols()) - m_mean.dot(weights);
        return out;
    }

    double value(const VectorXd& at, const VectorXd& logits) const
    {
        double loss = 0.0;
        for (Index i = 0; i < logits.size(); ++i)
            loss += m_used(i) * (softplus(logits(i)) - m_target(i) * logits(i));
        return 0.5 * at.head(m_rows.cols()).squaredNorm() + m_c * loss;
    }

    VectorXd gradient(const VectorXd& at, const VectorXd& logits) const
    {
        const VectorXd residual = m_c * m_used.array() * (logits.unaryExpr(&sigmoid) - m_target).array();
        VectorXd out = VectorXd::Zero(size());
        forEachBlock([&](Index first, const auto& block) {
            out.head(m_rows.cols()) += block.transpose() * residual.segment(first, block.rows());
        });
        const double sum = residual.sum();
        out.head(m_rows.cols()) += at.head(m_rows.cols()) - sum * m_mean;
        out(m_rows.cols()) = sum;
        return out;
    }

    /// C p (1 − p) of every row: what the Hessian is made of.
    VectorXd curvature(const VectorXd& logits) const
    {
        const VectorXd p = logits.unaryExpr(&sigmoid);
        return m_c * m_used.array() * p.array() * (1.0 - p.array());
    }

    /// Hessian · direction, in one pass over the rows.
    VectorXd hessianTimes(const VectorXd& direction, const VectorXd& curvature) const
    {
        const auto weights = direction.head(m_rows.cols());
        const double shift = direction(m_rows.cols()) - m_mean.dot(weights);
        VectorXd out = VectorXd::Zero(size());
        double sum = 0.0;
        VectorXd change;
        forEachBlock([&](Index first, const auto& block) {
            change.noalias() = block * weights;
            change.array() = (change.array() + shift) * curvature.segment(first, block.rows()).array();
            out.head(m_rows.cols()).noalias() += block.transpose() * change;
            sum += change.sum();
        });
        out.head(m_rows.cols()) += weights - sum * m_mean;
        out(m_rows.cols()) = sum;
        return out;
    }

    /// Roughly the Hessian's diagonal (exactly, if all rows had the same curvature).
    VectorXd diagonal(const VectorXd& curvature) const
    {
        VectorXd out(size());
        const double sum = curvature.sum();
        out.head(m_rows.cols()) = 1.0 + sum / m_used.sum() * m_scatter.array().max(0.0);
        out(m_rows.cols()) = sum + 1e-300;
        return out;
    }

private:
    template <typename Visit>
    void forEachBlock(Visit visit) const
    {
        Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> block;
        for (Index first = 0; first < m_rows.rows(); first += blockRows) {
            m_task.check();
            block = m_rows.middleRows(first, std::min(blockRows, m_rows.rows() - first)).cast<double>();
            visit(first, block);
        }
    }

    const FeatureMatrix& m_rows;
    const double m_c;
    Task& m_task;
    VectorXd m_used;   ///< 1 where the row has a label
    VectorXd m_target; ///< 1 where it is cancer
    VectorXd m_mean;
    VectorXd m_scatter; ///< sum of squares about the mean
};

/// Solves Hessian · step = −gradient by preconditioned conjugate gradients, the more exactly the nearer the minimum is
/// (which keeps Newton's convergence quadratic: Dembo, Eisenstat & Steihaug 1982).
VectorXd newtonStep(const Objective& objective, const VectorXd& gradient, const VectorXd& curvature)
{
    const double norm = gradient.norm();
    const double wanted = norm * std::min(0.1, norm);
    const VectorXd diagonal = objective.diagonal(curvature);
    VectorXd step = VectorXd::Zero(gradient.size());
    VectorXd residual = -gradient;
    VectorXd scaled = residual.cwiseQuotient(diagonal);
    VectorXd direction = scaled;
    double product = residual.dot(scaled);
    for (int i = 0; i < mostConjugateSteps && residual.norm() > std::max(wanted, 0.1 * gradientTolerance); ++i) {
        const VectorXd image = objective.hessianTimes(direction, curvature);
        const double length = product / direction.dot(image);
        step += length * direction;
        residual -= length * image;
        scaled = residual.cwiseQuotient(diagonal);
        const double next = residual.dot(scaled);
        direction = scaled + next / product * direction;
        product = next;
    }
    return step;
}

/// The largest of 1, ½, ¼, … by which the step lowers the objective as much as it should; 0 when none does.
double stepLength(const Objective& objective, const VectorXd& at, const VectorXd& logits, const VectorXd& step,
                  const VectorXd& change, double slope)
{
    const double before = objective.value(at, logits);
    const double rounding = 1e-14 * std::abs(before); // near the minimum the gain drowns in it, and the step is good
    for (double length = 1.0; length > 1e-10; length *= 0.5) {
        const double after = objective.value(at + length * step, logits + length * change);
        if (after <= before + 1e-4 * length * slope + rounding)
            return length;
    }
    return 0.0;
}

template <typename Features>
FeatureMatrix meanOfNeighbours(const Features& features, const NeighbourTable& neighbours)
{
    FeatureMatrix mean = FeatureMatrix::Zero(static_cast<Index>(neighbours.spots()), features.cols());
    for (Index spot = 0; spot < mean.rows(); ++spot) {
        const std::int32_t* const row = neighbours.row(static_cast<size_t>(spot));
        for (int place = 0; place < neighbours.k; ++place)
            mean.row(spot) += features.row(row[place]);
    }
    return mean / static_cast<float>(neighbours.k);
}

template <typename Features>
std::vector<double> logitsOfNeighbours(const LogisticRegression& regression, const Features& features,
                                       const NeighbourTable& neighbours)
{
    if (features.cols() != regression.weights.size()) {
        throw Error(
            Text(SPACRD_TR("core", "The logistic regression takes %1 features, not %2."),
                 {toWord(static_cast<long long>(regression.weights.size())), toWord(static_cast<long long>(features.cols()))}));
    }
    VectorXd own(features.rows());
    for (Index spot = 0; spot < own.size(); ++spot)
        own(spot) = features.row(spot).template cast<double>().dot(regression.weights);
    std::vector<double> out;
    out.reserve(neighbours.spots());
    for (size_t spot = 0; spot < neighbours.spots(); ++spot) {
        double sum = 0.0;
        for (int place = 0; place < neighbours.k; ++place)
            sum += own(neighbours.row(spot)[place]);
        out.push_back(sum / neighbours.k + regression.intercept);
    }
    return out;
}

} // namespace

LogisticRegression fitLogistic(const FeatureMatrix& rows, const std::vector<int>& labels, double inverseRegularisation,
                               Task& task)
{
    checkRows(rows, labels, inverseRegularisation);
    task.stage(SPACRD_TR("core", "Fitting the logistic regression"));
    const Objective objective(rows, labels, inverseRegularisation, task);
    VectorXd at = VectorXd::Zero(objective.size());
    VectorXd logits = VectorXd::Zero(rows.rows());
    VectorXd gradient = objective.gradient(at, logits);
    LogisticRegression fitted;
    while (gradient.norm() > gradientTolerance && fitted.steps < mostNewtonSteps) {
        const VectorXd step = newtonStep(objective, gradient, objective.curvature(logits));
        const VectorXd change = objective.logits(step);
        const double length = stepLength(objective, at, logits, step, change, gradient.dot(step));
        if (length == 0.0)
            break;
        at += length * step;
        logits = objective.logits(at);
        gradient = objective.gradient(at, logits);
        ++fitted.steps;
    }
    fitted.weights = at.head(rows.cols());
    fitted.intercept = at(rows.cols()) - objective.mean().dot(fitted.weights);
    fitted.gradientNorm = gradient.norm();
    return fitted;
}

FeatureMatrix neighbourMean(const FeatureMatrix& features, const NeighbourTable& neighbours)
{
    return meanOfNeighbours(features, neighbours);
}

FeatureMatrix neighbourMean(const Eigen::SparseMatrix<float, Eigen::RowMajor>& features, const NeighbourTable& neighbours)
{
    return meanOfNeighbours(features, neighbours);
}

std::vector<double> neighbourLogits(const LogisticRegression& regression, const FeatureMatrix& features,
                                    const NeighbourTable& neighbours)
{
    return logitsOfNeighbours(regression, features, neighbours);
}

std::vector<double> neighbourLogits(const LogisticRegression& regression,
                                    const Eigen::SparseMatrix<float, Eigen::RowMajor>& features, const NeighbourTable& neighbours)
{
    return logitsOfNeighbours(regression, features, neighbours);
}

} // namespace spacrd
