#include "core/base/affine.h"

#include <algorithm>
#include <utility>

namespace spacrd {

namespace {

constexpr double mostStretch = 1000.0;
// Beyond these, products of the numbers overflow or vanish.
constexpr double largest = 1e12;
constexpr double smallest = 1e-12;

} // namespace

bool isUsable(const AffineNumbers& numbers)
{
    if (!std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::abs(number) <= largest; }))
        return false; // NaN fails the comparison too
    const auto& [a, b, c, d, e, f] = numbers;
    // Largest and smallest stretch are the singular values s ± t.
    const double s = std::hypot(a + e, b - d) / 2;
    const double t = std::hypot(a - e, b + d) / 2;
    const double least = std::abs(s - t);
    return least >= smallest && s + t <= mostStretch * least;
}

Point solved(const AffineNumbers& numbers, double x, double y)
{
    auto [a, b, c, d, e, f] = numbers;
    double u = x - c;
    double v = y - f;
    if (std::abs(d) > std::abs(a)) {
        std::swap(a, d);
        std::swap(b, e);
        std::swap(u, v);
    }
    const double factor = d / a;
    const double second = (v - factor * u) / (e - factor * b);
    return {(u - b * second) / a, second};
}

} // namespace spacrd
