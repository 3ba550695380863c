#include "core/slide/stainprofile.h"

#include "core/base/error.h"
#include "core/slide/stainmixing.h"
#include "core/slide/stainvectors.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spacrd {

namespace {

const double naturalUnit = std::log10(std::exp(1.0));
/// Less optical density is glass: Macenko's 0.15 in natural units, but of the mean of the channels, since pale eosin hardly takes
/// any red and would not count where each channel has to have that much.
const double leastDensity = 0.15 * naturalUnit;
constexpr int glassFrom = 200; ///< the darkest channel of bare glass
constexpr size_t leastTissuePixels = 500;
constexpr double leftOut = 0.01; ///< of the pixels at each end of the fan
constexpr double leastFan = 0.1; ///< radians between the two dyes: less is one dye, or ink

/// The value that `part` of them do not exceed.
double percentile(std::vector<double>& values, double part)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

bool isGlass(std::uint32_t pixel)
{
    return std::min({red(pixel), green(pixel), blue(pixel)}) >= glassFrom;
}

std::array<double, 3> glassOf(std::span<const std::uint32_t> pixels)
{
    std::array<std::vector<double>, 3> channels;
    for (const std::uint32_t pixel : pixels) {
        if (!isGlass(pixel))
            continue;
        channels[0].push_back(red(pixel));
        channels[1].push_back(green(pixel));
        channels[2].push_back(blue(pixel));
    }
    if (channels[0].size() < leastTissuePixels)
        return {255.0, 255.0, 255.0};
    // Pale tissue is as bright as dirty glass: the brighter half of these is what lies bare.
    return {percentile(channels[0], 0.75), percentile(channels[1], 0.75), percentile(channels[2], 0.75)};
}

double densityOf(int value, double glass)
{
    return -std::log10(std::clamp(std::max(value, 1) / glass, 1e-4, 1.0));
}

std::array<double, 3> arrayOf(const Eigen::Vector3d& from)
{
    return {from[0], from[1], from[2]};
}

/// One column a pixel of tissue.
Eigen::Matrix3Xd densitiesOf(std::span<const std::uint32_t> pixels, const std::array<double, 3>& glass)
{
    std::vector<Eigen::Vector3d> tissue;
    for (const std::uint32_t pixel : pixels) {
        const Eigen::Vector3d density(densityOf(red(pixel), glass[0]), densityOf(green(pixel), glass[1]),
                                      densityOf(blue(pixel), glass[2]));
        if (density.mean() >= leastDensity)
            tissue.push_back(density);
    }
    Eigen::Matrix3Xd densities(3, static_cast<Eigen::Index>(tissue.size()));
    for (size_t i = 0; i < tissue.size(); ++i)
        densities.col(static_cast<Eigen::Index>(i)) = tissue[i];
    return densities;
}

/// The two directions between which nearly all of them lie, of the plane in which they vary most.
std::pair<Eigen::Vector3d, Eigen::Vector3d> endsOfFan(const Eigen::Matrix3Xd& densities)
{
    const Eigen::Matrix3Xd centred = densities.colwise() - densities.rowwise().mean();
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(centred * centred.transpose()
                                                                / static_cast<double>(densities.cols()));
    Eigen::Matrix<double, 3, 2> plane = solver.eigenvectors().rightCols<2>();
    for (Eigen::Index i = 0; i < 2; ++i) {
        if (plane.col(i).sum() < 0.0) // the sign of an eigenvector is of no meaning
            plane.col(i) *= -1.0;
    }
    const Eigen::Matrix2Xd flat = plane.transpose() * densities;
    std::vector<double> angles(static_cast<size_t>(flat.cols()));
    // Against the mean direction, so that none lies where the angle jumps.
    const Eigen::Vector2d mean = flat.rowwise().mean();
    for (Eigen::Index i = 0; i < flat.cols(); ++i)
        angles[static_cast<size_t>(i)] =
            std::atan2(mean.x() * flat(1, i) - mean.y() * flat(0, i), mean.x() * flat(0, i) + mean.y() * flat(1, i));
    const double middle = std::atan2(mean.y(), mean.x());
    const auto direction = [&](double part) -> Eigen::Vector3d {
        const double angle = middle + percentile(angles, part);
        return (plane * Eigen::Vector2d(std::cos(angle), std::sin(angle))).normalized();
    };
    return {direction(leftOut), direction(1.0 - leftOut)};
}

/// Haematoxylin takes more of the red light.
bool isHaematoxylinFirst(const Eigen::Vector3d& first, const Eigen::Vector3d& second)
{
    return first[0] > second[0];
}

constexpr int overviewSide = 512; ///< pixels
constexpr int mostPlaces = 40;
constexpr int placeSide = 96; ///< pixels
constexpr double placeMpp = 1.0;
constexpr double assumedMpp = 0.5; ///< of a slide that does not say

constexpr long long mostOverviewPixels = 1LL << 24; ///< of the coarsest level
constexpr int gridSide = 12;                        ///< places each way

/// In level-0 pixels: places anywhere.
std::vector<Point> gridPlaces(const SlideInfo& info)
{
    std::vector<Point> places;
    for (int place = 0; place < gridSide * gridSide; ++place)
        places.push_back({(place % gridSide + 0.5) * static_cast<double>(info.width()) / gridSide,
                          (place / gridSide + 0.5) * static_cast<double>(info.height()) / gridSide});
    return places;
}

/// In level-0 pixels: places that tissue covers, spread evenly over them.
std::vector<Point> tissuePlaces(const Slide& slide)
{
    const double width = static_cast<double>(slide.info().width());
    const double height = static_cast<double>(slide.info().height());
    const double step = std::max(width, height) / overviewSide;
    const Image overview = readScaled(slide, {0.0, 0.0, width, height}, std::max(1, static_cast<int>(width / step)),
                                      std::max(1, static_cast<int>(height / step)));
    std::vector<Point> tissue;
    for (int y = 0; y < overview.height; ++y) {
        for (int x = 0; x < overview.width; ++x) {
            if (!isGlass(overview.at(x, y)))
                tissue.push_back({(x + 0.5) * width / overview.width, (y + 0.5) * height / overview.height});
        }
    }
    std::vector<Point> places;
    const size_t count = std::min<size_t>(mostPlaces, tissue.size());
    for (size_t i = 0; i < count; ++i)
        places.push_back(tissue[(2 * i + 1) * tissue.size() / (2 * count)]);
    return places;
}

std::vector<Point> placesToMeasure(const Slide& slide)
{
    const SlideLevel& coarsest = slide.info().levels.back();
    if (coarsest.width * coarsest.height > mostOverviewPixels) // an overview would take all pixels of the slide
        return gridPlaces(slide.info());
    try {
        return tissuePlaces(slide);
    } catch (const Error&) { // the overview is broken somewhere; most of the slide may be sound
        return gridPlaces(slide.info());
    }
}

/// `side` pixels each way of that level; nothing where it cannot be read.
Image partAt(const Slide& slide, int level, const Point& centreLevel0, int side)
{
    const double downsample = slide.info().levels.at(static_cast<size_t>(level)).downsample;
    try {
        return slide.readRegion(level, std::llround(centreLevel0.x / downsample) - side / 2,
                                std::llround(centreLevel0.y / downsample) - side / 2, side, side);
    } catch (const Error&) {
        return {};
    }
}

} // namespace

const StainProfile& standardStains()
{
    static const StainProfile standard = [] {
        const auto unit = [](const std::array<float, 3>& v) { return arrayOf(Eigen::Vector3d(v[0], v[1], v[2]).normalized()); };
        return StainProfile{
            {255.0, 255.0, 255.0}, unit(haematoxylinVector), unit(eosinVector), 1.9705 * naturalUnit, 1.0308 * naturalUnit};
    }();
    return standard;
}

std::optional<StainProfile> measureStains(std::span<const std::uint32_t> pixels)
{
    StainProfile profile;
    profile.glass = glassOf(pixels);
    const Eigen::Matrix3Xd densities = densitiesOf(pixels, profile.glass);
    if (densities.cols() < static_cast<Eigen::Index>(leastTissuePixels))
        return std::nullopt;
    auto [haematoxylin, eosin] = endsOfFan(densities);
    if (!isHaematoxylinFirst(haematoxylin, eosin))
        std::swap(haematoxylin, eosin);
    const bool areDyes = haematoxylin.minCoeff() > -leftOut && eosin.minCoeff() > -leftOut
                         && std::acos(std::clamp(haematoxylin.dot(eosin), -1.0, 1.0)) >= leastFan;
    if (!areDyes)
        return std::nullopt;
    profile.haematoxylin = arrayOf(haematoxylin);
    profile.eosin = arrayOf(eosin);
    const Eigen::Matrix3Xd amounts = mixingOf(profile).inverse() * densities;
    const auto strong = [&amounts](Eigen::Index dye) {
        std::vector<double> values(static_cast<size_t>(amounts.cols()));
        for (Eigen::Index i = 0; i < amounts.cols(); ++i)
            values[static_cast<size_t>(i)] = amounts(dye, i);
        return percentile(values, 1.0 - leftOut);
    };
    profile.haematoxylinAmount = strong(0);
    profile.eosinAmount = strong(1);
    return profile.haematoxylinAmount > 0.0 && profile.eosinAmount > 0.0 ? std::optional(profile) : std::nullopt;
}

Image stainPixels(const Slide& slide, const std::function<bool()>& abandoned)
{
    const SlideInfo& info = slide.info();
    const int level = bestLevelFor(info, placeMpp / info.mppX.value_or(assumedMpp));
    Image all{0, 1, {}};
    for (const Point& place : placesToMeasure(slide)) {
        if (abandoned())
            return {};
        const Image part = partAt(slide, level, place, placeSide);
        all.pixels.insert(all.pixels.end(), part.pixels.begin(), part.pixels.end());
    }
    all.width = static_cast<int>(all.pixels.size());
    return all;
}

} // namespace spacrd
