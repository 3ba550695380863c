#include "core/fusion/familiarity.h"

#include "core/base/error.h"
#include "core/evaluate/metrics.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

using Eigen::Index;
using Eigen::RowVectorXd;

constexpr double farPercentile = 99.0;
constexpr double fewGenes = 0.9;
constexpr double tooFewGenes = 0.5;
constexpr double mostlyUnlikeImages = 0.5;
constexpr double mostlyUnlikeLatents = 0.55;
constexpr double practicallyNone = 0.01;
/// No feature is more than this many deviations off: one that hardly varied in training must not decide alone.
constexpr double largestDeviations = 10.0;
/// A latent dimension varies at least this much of the one that varies most, and a direction of the correlation has at least
/// this much of the largest variance: below it is rounding (model files may hold half precision), not tissue.
constexpr double smallestShare = 1e-3;

RowVectorXd toRow(const std::vector<float>& values)
{
    return Eigen::Map<const Eigen::RowVectorXf>(values.data(), static_cast<Index>(values.size())).cast<double>();
}

template <typename Derived>
std::vector<float> toFloats(const Eigen::DenseBase<Derived>& values)
{
    std::vector<float> out;
    out.reserve(static_cast<size_t>(values.size()));
    for (Index row = 0; row < values.rows(); ++row) {
        for (Index column = 0; column < values.cols(); ++column)
            out.push_back(static_cast<float>(values(row, column)));
    }
    return out;
}

bool knowsImages(const Familiarity& familiarity)
{
    return !familiarity.imageMean.empty() && familiarity.imageDeviation.size() == familiarity.imageMean.size();
}

bool knowsLatents(const Familiarity& familiarity)
{
    const size_t width = familiarity.latentMean[0].size();
    return width > 0 && familiarity.latentMean[1].size() == width && familiarity.latentDeviation.size() == width
           && familiarity.latentWhitening.size() == width * width;
}

class ImageDistance
{
public:
    explicit ImageDistance(const Familiarity& familiarity)
        : m_mean(toRow(familiarity.imageMean))
        , m_inverse(RowVectorXd::Zero(m_mean.size()))
    {
        for (Index i = 0; i < m_mean.size(); ++i) {
            const double deviation = familiarity.imageDeviation[static_cast<size_t>(i)];
            if (deviation > 0.0) {
                m_inverse(i) = 1.0 / deviation;
                ++m_features;
            }
        }
    }

    double operator()(const Eigen::RowVectorXf& features) const
    {
        const auto deviations =
            ((features.cast<double>() - m_mean).cwiseProduct(m_inverse)).cwiseAbs().cwiseMin(largestDeviations);
        return std::sqrt(deviations.squaredNorm() / std::max(1, m_features));
    }

private:
    RowVectorXd m_mean;
    RowVectorXd m_inverse;
    int m_features = 0;
};

class LatentDistance
{
public:
    explicit LatentDistance(const Familiarity& familiarity)
        : m_inverse(toRow(familiarity.latentDeviation).cwiseInverse())
        , m_whitening(m_inverse.size(), m_inverse.size())
    {
        m_whitening.reshaped<Eigen::RowMajor>() = toRow(familiarity.latentWhitening).transpose();
        for (int label = 0; label < 2; ++label)
            m_mean[label] = toRow(familiarity.latentMean[label]);
    }

    /// To the mean of the class.
    double operator()(const Eigen::RowVectorXf& latent, int label) const
    {
        const RowVectorXd standard = (latent.cast<double>() - m_mean[label]).cwiseProduct(m_inverse);
        return (standard * m_whitening).norm() / std::sqrt(static_cast<double>(m_inverse.size()));
    }

private:
    RowVectorXd m_inverse;
    Eigen::MatrixXd m_whitening; ///< symmetric
    RowVectorXd m_mean[2];
};

void measureImages(Familiarity& familiarity, const FeatureMatrix& features)
{
    if (features.rows() == 0 || features.cols() == 0)
        return;
    const auto rows = static_cast<double>(features.rows());
    RowVectorXd mean = RowVectorXd::Zero(features.cols());
    RowVectorXd squares = RowVectorXd::Zero(features.cols());
    for (Index i = 0; i < features.rows(); ++i)
        mean += features.row(i).cast<double>() / rows;
    for (Index i = 0; i < features.rows(); ++i)
        squares += (features.row(i).cast<double>() - mean).cwiseAbs2() / rows;
    RowVectorXd deviation = squares.cwiseSqrt();
    for (Index i = 0; i < deviation.size(); ++i) {
        if (deviation(i) <= 1e-6 * std::abs(mean(i))) // of a float that never changed
            deviation(i) = 0.0;
    }
    familiarity.imageMean = toFloats(mean);
    familiarity.imageDeviation = toFloats(deviation);
    const ImageDistance distance(familiarity);
    std::vector<double> distances;
    for (Index i = 0; i < features.rows(); ++i)
        distances.push_back(distance(features.row(i)));
    familiarity.imageDistance = percentile(std::move(distances), farPercentile);
}

/// The labelled spots less their class means, row by row; fills in the means and the share of cancer.
Eigen::MatrixXd centredOnClasses(Familiarity& familiarity, const FeatureMatrix& latentMean, const std::vector<Index>& labelled,
                                 const std::vector<int>& labels)
{
    RowVectorXd mean[2] = {RowVectorXd::Zero(latentMean.cols()), RowVectorXd::Zero(latentMean.cols())};
    double count[2] = {};
    for (const Index spot : labelled) {
        const int label = labels[static_cast<size_t>(spot)];
        mean[label] += latentMean.row(spot).cast<double>();
        count[label] += 1.0;
    }
    if (count[0] == 0.0 || count[1] == 0.0)
        throw Error(SPACRD_TR("core", "What a model knows cannot be measured on spots of one class only."));
    for (int label = 0; label < 2; ++label) {
        mean[label] /= count[label];
        familiarity.latentMean[label] = toFloats(mean[label]);
    }
    familiarity.positiveShare = count[1] / (count[0] + count[1]);
    Eigen::MatrixXd centred(static_cast<Index>(labelled.size()), latentMean.cols());
    for (size_t i = 0; i < labelled.size(); ++i) {
        const int label = labels[static_cast<size_t>(labelled[i])];
        centred.row(static_cast<Index>(i)) = latentMean.row(labelled[i]).cast<double>() - mean[label];
    }
    return centred;
}

void measureLatents(Familiarity& familiarity, const FeatureMatrix& latentMean, const std::vector<int>& labels)
{
    std::vector<Index> labelled;
    for (size_t spot = 0; spot < labels.size(); ++spot) {
        if (labels[spot] < -1 || labels[spot] > 1)
            throw Error(Text(SPACRD_TR("core", "The label %1 is neither 0 nor 1."), {toWord(labels[spot])}));
        if (labels[spot] >= 0)
            labelled.push_back(static_cast<Index>(spot));
    }
    Eigen::MatrixXd spread = centredOnClasses(familiarity, latentMean, labelled, labels);
    const auto spots = static_cast<double>(spread.rows());
    RowVectorXd deviation = (spread.colwise().squaredNorm() / spots).cwiseSqrt();
    deviation = deviation.cwiseMax(std::max(smallestShare * deviation.maxCoeff(), 1e-12));
    familiarity.latentDeviation = toFloats(deviation);

    spread.array().rowwise() /= deviation.array();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> axes(spread.transpose() * spread / spots);
    const double floor = std::max(smallestShare * axes.eigenvalues().maxCoeff(), 1e-12);
    const Eigen::VectorXd scale = (axes.eigenvalues().cwiseMax(0.0).array() + floor).rsqrt();
    familiarity.latentWhitening =
        toFloats(Eigen::MatrixXd(axes.eigenvectors() * scale.asDiagonal() * axes.eigenvectors().transpose()));

    const LatentDistance distance(familiarity);
    std::vector<double> distances;
    for (const Index spot : labelled)
        distances.push_back(std::min(distance(latentMean.row(spot), 0), distance(latentMean.row(spot), 1)));
    familiarity.latentDistance = percentile(std::move(distances), farPercentile);
}

void judgeLatents(const Familiarity& familiarity, const FeatureMatrix& latentMean, FamiliarityReport& report)
{
    if (!knowsLatents(familiarity) || latentMean.rows() == 0)
        return;
    if (static_cast<size_t>(latentMean.cols()) != familiarity.latentMean[0].size())
        throw Error(SPACRD_TR("core", "The model's card describes another latent space than the model has."));
    const LatentDistance distance(familiarity);
    Index unlike = 0;
    Index nearer = 0;
    for (Index spot = 0; spot < latentMean.rows(); ++spot) {
        const double healthy = distance(latentMean.row(spot), 0);
        const double cancer = distance(latentMean.row(spot), 1);
        nearer += cancer < healthy;
        unlike += std::min(healthy, cancer) > familiarity.latentDistance;
    }
    const auto spots = static_cast<double>(latentMean.rows());
    report.unlikeLatents = static_cast<double>(unlike) / spots;
    report.nearerCancer = static_cast<double>(nearer) / spots;
}

std::string percent(double share)
{
    return toWord(static_cast<long long>(std::lround(100.0 * share)));
}

/// Rules 1 to 3; whether the tissue is familiar enough for rules 4 and 5.
bool warnOfTheUnknown(FamiliarityReport& report, size_t missingGenes, size_t panelSize)
{
    const std::vector<std::string> genes{toWord(panelSize - missingGenes), toWord(panelSize)};
    if (report.geneOverlap < tooFewGenes) {
        report.warnings.emplace_back(
            SPACRD_TR("core", "Only %1 of the model's %2 genes are in this sample; its result cannot be relied on."), genes);
    } else if (report.geneOverlap < fewGenes) {
        report.warnings.emplace_back(
            SPACRD_TR("core", "%1 of the model's %2 genes are in this sample; the others count as not expressed, "
                              "which makes the result less certain."),
            genes);
    }
    const bool unlikeImages = report.unlikeImages && *report.unlikeImages > mostlyUnlikeImages;
    if (unlikeImages) {
        report.warnings.emplace_back(
            SPACRD_TR("core", "At %1 % of the spots the image looks unlike those the model was trained on (another stain, "
                              "scanner, magnification or tissue); its result may be wrong."),
            std::vector<std::string>{percent(*report.unlikeImages)});
    }
    const bool unlikeLatents = report.unlikeLatents && *report.unlikeLatents > mostlyUnlikeLatents;
    if (unlikeLatents) {
        report.warnings.emplace_back(
            SPACRD_TR("core", "At %1 % of the spots the tissue is like neither the cancer nor the healthy tissue the model was "
                              "trained on; its result may be wrong."),
            std::vector<std::string>{percent(*report.unlikeLatents)});
    }
    return report.geneOverlap >= tooFewGenes && !unlikeImages && !unlikeLatents;
}

/// Rules 4 and 5.
void warnOfOneClass(FamiliarityReport& report, const std::vector<double>& probabilities)
{
    if (probabilities.empty())
        return;
    const auto spots = static_cast<double>(probabilities.size());
    const auto reached = std::count_if(probabilities.begin(), probabilities.end(), [](double p) { return p >= 0.5; });
    const std::vector<std::string> counts{toWord(static_cast<long long>(reached)), toWord(probabilities.size())};
    if (spots - static_cast<double>(reached) <= practicallyNone * spots) {
        report.warnings.emplace_back(
            SPACRD_TR("core", "%1 of %2 spots reach a probability of 0.5: either the section is cancer throughout, or the model "
                              "does not know such tissue."),
            counts);
        return;
    }
    if (static_cast<double>(reached) > practicallyNone * spots || report.nearerCancer.value_or(0.0) > practicallyNone)
        return;
    if (reached == 0) {
        report.warnings.emplace_back(SPACRD_TR(
            "core", "No cancer is expected here: no spot reaches a probability of 0.5. The score still runs from 0 to 1, "
                    "because it is scaled within the section."));
    } else {
        report.warnings.emplace_back(
            SPACRD_TR("core", "Little or no cancer is expected here: only %1 of %2 spots reach a probability of 0.5. The score "
                              "still runs from 0 to 1, because it is scaled within the section."),
            counts);
    }
}

} // namespace

Familiarity measureFamiliarity(const FeatureMatrix& latentMean, const std::vector<int>& labels,
                               const FeatureMatrix& imageFeatures)
{
    if (static_cast<size_t>(latentMean.rows()) != labels.size()) {
        throw Error(Text(SPACRD_TR("core", "There are %1 rows of features but %2 labels."),
                         {toWord(static_cast<long long>(latentMean.rows())), toWord(labels.size())}));
    }
    if (!latentMean.allFinite() || !imageFeatures.allFinite())
        throw Error(SPACRD_TR("core", "A feature is not a finite number."));
    Familiarity familiarity;
    measureImages(familiarity, imageFeatures);
    measureLatents(familiarity, latentMean, labels);
    return familiarity;
}

std::optional<double> shareOfUnlikeImages(const Familiarity& familiarity, const FeatureMatrix& imageFeatures)
{
    if (!knowsImages(familiarity) || imageFeatures.rows() == 0)
        return std::nullopt;
    if (static_cast<size_t>(imageFeatures.cols()) != familiarity.imageMean.size()) {
        throw Error(Text(SPACRD_TR("core", "The model's card describes %1 image features, not %2."),
                         {toWord(familiarity.imageMean.size()), toWord(static_cast<long long>(imageFeatures.cols()))}));
    }
    const ImageDistance distance(familiarity);
    Index unlike = 0;
    for (Index spot = 0; spot < imageFeatures.rows(); ++spot)
        unlike += !(distance(imageFeatures.row(spot)) <= familiarity.imageDistance);
    return static_cast<double>(unlike) / static_cast<double>(imageFeatures.rows());
}

FamiliarityReport judgeFamiliarity(const Familiarity& familiarity, const FeatureMatrix& latentMean,
                                   std::optional<double> unlikeImages, const std::vector<double>& probabilities,
                                   size_t missingGenes, size_t panelSize)
{
    if (static_cast<size_t>(latentMean.rows()) != probabilities.size()) {
        throw Error(Text(SPACRD_TR("core", "There are %1 rows of features but %2 probabilities."),
                         {toWord(static_cast<long long>(latentMean.rows())), toWord(probabilities.size())}));
    }
    if (panelSize == 0 || missingGenes > panelSize)
        throw Error(SPACRD_TR("core", "More of the model's genes are missing than it has."));
    FamiliarityReport report;
    report.geneOverlap = 1.0 - static_cast<double>(missingGenes) / static_cast<double>(panelSize);
    report.unlikeImages = unlikeImages;
    judgeLatents(familiarity, latentMean, report);
    if (warnOfTheUnknown(report, missingGenes, panelSize))
        warnOfOneClass(report, probabilities);
    return report;
}

} // namespace spacrd
