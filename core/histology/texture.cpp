#include "core/histology/texture.h"

#include "core/slide/stainvectors.h"

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace spacrd {

namespace {

constexpr float glassBrightness = 0.84f;
constexpr float glassSaturation = 0.12f;

/// Optical density of each byte value; 0 counts as 1 so that black stays finite.
const std::array<float, 256>& opticalDensity()
{
    static const std::array<float, 256> table = [] {
        std::array<float, 256> density{};
        for (int value = 0; value < 256; ++value)
            density[static_cast<size_t>(value)] = -std::log10(static_cast<float>(std::max(value, 1)) / 255.0f);
        return density;
    }();
    return table;
}

/// From optical density (red, green, blue) to amounts of haematoxylin, eosin, residual.
const Eigen::Matrix3f& unmixing()
{
    static const Eigen::Matrix3f matrix = [] {
        const Eigen::Vector3f h = Eigen::Vector3f(haematoxylinVector.data()).normalized();
        const Eigen::Vector3f e = Eigen::Vector3f(eosinVector.data()).normalized();
        Eigen::Matrix3f mixing;
        mixing << h, e, h.cross(e).normalized();
        return Eigen::Matrix3f(mixing.inverse());
    }();
    return matrix;
}

bool isGlass(const StainPlanes& planes, Eigen::Index row, Eigen::Index column)
{
    return planes.brightness(row, column) > glassBrightness && planes.saturation(row, column) < glassSaturation;
}

float shareOf(const Plane& plane, float above)
{
    return static_cast<float>((plane > above).count()) / static_cast<float>(plane.size());
}

/// Separable Gaussian, borders repeated.
Plane blurred(const Plane& plane, float sigma)
{
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    Eigen::ArrayXf kernel(2 * reach + 1);
    for (int i = -reach; i <= reach; ++i)
        kernel(i + reach) = std::exp(-static_cast<float>(i * i) / (2 * sigma * sigma));
    kernel /= kernel.sum();
    const auto clamped = [](Eigen::Index i, Eigen::Index size) { return std::clamp<Eigen::Index>(i, 0, size - 1); };
    Plane across = Plane::Zero(plane.rows(), plane.cols());
    for (int k = -reach; k <= reach; ++k) {
        for (Eigen::Index column = 0; column < plane.cols(); ++column)
            across.col(column) += kernel(k + reach) * plane.col(clamped(column + k, plane.cols()));
    }
    Plane out = Plane::Zero(plane.rows(), plane.cols());
    for (Eigen::Index row = 0; row < plane.rows(); ++row) {
        for (int k = -reach; k <= reach; ++k)
            out.row(row) += kernel(k + reach) * across.row(clamped(row + k, plane.rows()));
    }
    return out;
}

void appendMeanAndDeviation(const Plane& plane, std::vector<float>& out)
{
    const float mean = plane.mean();
    out.push_back(mean);
    out.push_back(std::sqrt((plane - mean).square().mean()));
}

/// Bin 0…8: uniform patterns by their number of ones; 9: all others.
void appendBinaryPatterns(const Plane& plane, std::vector<float>& out)
{
    static constexpr int dy[8] = {-1, -1, -1, 0, 1, 1, 1, 0};
    static constexpr int dx[8] = {-1, 0, 1, 1, 1, 0, -1, -1};
    constexpr float noise = 0.01f; // differences below are flat, else film grain decides on white glass
    std::array<float, 10> histogram{};
    for (Eigen::Index row = 1; row + 1 < plane.rows(); ++row) {
        for (Eigen::Index column = 1; column + 1 < plane.cols(); ++column) {
            const float threshold = plane(row, column) + noise;
            unsigned code = 0;
            for (unsigned i = 0; i < 8; ++i)
                code |= (plane(row + dy[i], column + dx[i]) > threshold ? 1u : 0u) << i;
            const unsigned turned = ((code << 1) | (code >> 7)) & 0xffu;
            const bool uniform = std::popcount(code ^ turned) <= 2;
            histogram[uniform ? static_cast<size_t>(std::popcount(code)) : 9] += 1.0f;
        }
    }
    const auto count = static_cast<float>((plane.rows() - 2) * (plane.cols() - 2));
    for (const float bin : histogram)
        out.push_back(bin / count);
}

} // namespace

StainPlanes separateStains(const Image& patch)
{
    const std::array<float, 256>& density = opticalDensity();
    const Eigen::Matrix3f& matrix = unmixing();
    const Eigen::Index rows = patch.height;
    const Eigen::Index columns = patch.width;
    StainPlanes planes{Plane(rows, columns), Plane(rows, columns), Plane(rows, columns), Plane(rows, columns),
                       Plane(rows, columns)};
    for (Eigen::Index i = 0; i < rows * columns; ++i) {
        const std::uint32_t pixel = patch.pixels[static_cast<size_t>(i)];
        const int r = red(pixel);
        const int g = green(pixel);
        const int b = blue(pixel);
        const Eigen::Vector3f od(density[static_cast<size_t>(r)], density[static_cast<size_t>(g)],
                                 density[static_cast<size_t>(b)]);
        const Eigen::Vector3f stains = matrix * od;
        planes.haematoxylin.data()[i] = std::max(stains(0), 0.0f);
        planes.eosin.data()[i] = std::max(stains(1), 0.0f);
        planes.residual.data()[i] = stains(2);
        const int high = std::max({r, g, b});
        const int low = std::min({r, g, b});
        planes.brightness.data()[i] = static_cast<float>(high) / 255.0f;
        planes.saturation.data()[i] = high > 0 ? static_cast<float>(high - low) / static_cast<float>(high) : 0.0f;
    }
    return planes;
}

Plane halved(const Plane& plane)
{
    const Eigen::Index rows = plane.rows() / 2;
    const Eigen::Index columns = plane.cols() / 2;
    Plane out(rows, columns);
    for (Eigen::Index row = 0; row < rows; ++row) {
        for (Eigen::Index column = 0; column < columns; ++column)
            out(row, column) = plane.block(2 * row, 2 * column, 2, 2).mean();
    }
    return out;
}

void appendDistribution(const Plane& plane, std::vector<float>& out)
{
    appendMeanAndDeviation(plane, out);
    const float mean = out[out.size() - 2];
    const float deviation = out.back();
    out.push_back(deviation > 1e-6f ? ((plane - mean) / deviation).cube().mean() : 0.0f);
    std::vector<float> values(plane.data(), plane.data() + plane.size());
    for (const double quantile : {0.05, 0.25, 0.50, 0.75, 0.95}) {
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(quantile * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), at, values.end());
        out.push_back(*at);
    }
}

void appendRings(const StainPlanes& planes, std::vector<float>& out)
{
    float sums[3][4] = {};
    const Eigen::Index rows = planes.brightness.rows();
    const Eigen::Index columns = planes.brightness.cols();
    const auto half = static_cast<float>(std::min(rows, columns)) / 2;
    for (Eigen::Index row = 0; row < rows; ++row) {
        for (Eigen::Index column = 0; column < columns; ++column) {
            const float distance = std::hypot(static_cast<float>(row) + 0.5f - static_cast<float>(rows) / 2,
                                              static_cast<float>(column) + 0.5f - static_cast<float>(columns) / 2);
            const int ring = static_cast<int>(distance / half * 3);
            if (ring > 2)
                continue;
            sums[ring][0] += planes.haematoxylin(row, column);
            sums[ring][1] += planes.eosin(row, column);
            sums[ring][2] += isGlass(planes, row, column) ? 1.0f : 0.0f;
            sums[ring][3] += 1.0f;
        }
    }
    for (const auto& ring : sums) {
        for (int i = 0; i < 3; ++i)
            out.push_back(ring[i] / std::max(ring[3], 1.0f));
    }
}

void appendFractions(const StainPlanes& planes, std::vector<float>& out)
{
    Eigen::Index glass = 0;
    for (Eigen::Index row = 0; row < planes.brightness.rows(); ++row) {
        for (Eigen::Index column = 0; column < planes.brightness.cols(); ++column)
            glass += isGlass(planes, row, column) ? 1 : 0;
    }
    out.push_back(static_cast<float>(glass) / static_cast<float>(planes.brightness.size()));
    for (const float density : {0.15f, 0.30f, 0.45f, 0.60f})
        out.push_back(shareOf(planes.haematoxylin, density));
    for (const float density : {0.15f, 0.30f, 0.45f})
        out.push_back(shareOf(planes.eosin, density));
}

void appendEdges(const Plane& plane, std::vector<float>& out)
{
    const Eigen::Index rows = plane.rows() - 2;
    const Eigen::Index columns = plane.cols() - 2;
    const auto shifted = [&](Eigen::Index dy, Eigen::Index dx) { return plane.block(1 + dy, 1 + dx, rows, columns); };
    const Plane gradient = 0.5f * ((shifted(0, 1) - shifted(0, -1)).square() + (shifted(1, 0) - shifted(-1, 0)).square()).sqrt();
    const Plane laplacian = (shifted(0, 1) + shifted(0, -1) + shifted(1, 0) + shifted(-1, 0) - 4.0f * shifted(0, 0)).abs();
    appendMeanAndDeviation(gradient, out);
    appendMeanAndDeviation(laplacian, out);
    appendBinaryPatterns(plane, out);
}

void appendCooccurrence(const Plane& plane, std::vector<float>& out)
{
    constexpr int levels = 8;
    constexpr float top = 1.2f;
    static constexpr int dy[4] = {0, 1, 1, 1};
    static constexpr int dx[4] = {1, 0, 1, -1};
    const Eigen::Array<int, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> grey =
        (plane * (levels / top)).cast<int>().max(0).min(levels - 1);
    Eigen::Array<float, levels, levels> joint = Eigen::Array<float, levels, levels>::Zero();
    for (int direction = 0; direction < 4; ++direction) {
        for (Eigen::Index row = 0; row + dy[direction] < grey.rows(); ++row) {
            const Eigen::Index first = dx[direction] < 0 ? 1 : 0;
            const Eigen::Index last = dx[direction] > 0 ? grey.cols() - 1 : grey.cols();
            for (Eigen::Index column = first; column < last; ++column)
                joint(grey(row, column), grey(row + dy[direction], column + dx[direction])) += 1.0f;
        }
    }
    joint = (joint + joint.transpose().eval());
    joint /= joint.sum();
    float mean = 0.0f;
    float energy = 0.0f;
    float contrast = 0.0f;
    float homogeneity = 0.0f;
    float entropy = 0.0f;
    for (int i = 0; i < levels; ++i) {
        for (int j = 0; j < levels; ++j) {
            const float p = joint(i, j);
            const auto apart = static_cast<float>((i - j) * (i - j));
            mean += p * static_cast<float>(i);
            contrast += p * apart;
            homogeneity += p / (1.0f + apart);
            energy += p * p;
            entropy -= p > 0 ? p * std::log2(p) : 0.0f;
        }
    }
    float variance = 0.0f;
    float covariance = 0.0f;
    for (int i = 0; i < levels; ++i) {
        for (int j = 0; j < levels; ++j) {
            variance += joint(i, j) * (static_cast<float>(i) - mean) * (static_cast<float>(i) - mean);
            covariance += joint(i, j) * (static_cast<float>(i) - mean) * (static_cast<float>(j) - mean);
        }
    }
    const float correlation = variance > 1e-6f ? covariance / variance : 0.0f;
    out.insert(out.end(), {contrast, homogeneity, energy, correlation, entropy});
}

void appendBlobs(const Plane& plane, std::vector<float>& out)
{
    constexpr float faintest = 0.02f; // density; below is texture, not a nucleus
    for (const float radius : {2.5f, 3.5f, 5.0f, 7.0f}) {
        const float sigma = radius / std::sqrt(2.0f); // where the response to a disc of that radius is largest
        const Plane response = blurred(plane, sigma) - blurred(plane, 1.6f * sigma);
        float count = 0.0f;
        float sum = 0.0f;
        for (Eigen::Index row = 1; row + 1 < response.rows(); ++row) {
            for (Eigen::Index column = 1; column + 1 < response.cols(); ++column) {
                const float here = response(row, column);
                if (here > faintest && here >= response.block(row - 1, column - 1, 3, 3).maxCoeff()) {
                    count += 1.0f;
                    sum += here;
                }
            }
        }
        out.push_back(1000.0f * count / static_cast<float>(plane.size()));
        out.push_back(count > 0 ? sum / count : 0.0f);
    }
}

} // namespace spacrd
