#pragma once

#include "core/base/frames.h"

#include <array>
#include <cmath>
#include <optional>

namespace spacrd {

/// The six numbers of a planar affine map row by row: x' = [0]·x + [1]·y + [2], y' = [3]·x + [4]·y + [5].
using AffineNumbers = std::array<double, 6>;

/// True for numbers that make a map with a usable inverse: all finite, and no direction stretched more than a thousandfold
/// against another.
bool isUsable(const AffineNumbers& numbers);

/// The point that the map takes to (x, y), by elimination with the larger pivot: exact where the map only scales, flips or
/// turns by 90°. The numbers must be usable.
Point solved(const AffineNumbers& numbers, double x, double y);

/// An invertible affine map from one frame to another: translation, scale, flips, rotation, shear. Identity by default. Every
/// value is usable (isUsable), since there is no other way to make one than of().
template <typename From, typename To>
class Affine
{
public:
    Affine() = default;

    /// Nothing when the numbers are not usable.
    static std::optional<Affine> of(const AffineNumbers& numbers)
    {
        if (!isUsable(numbers))
            return std::nullopt;
        Affine affine;
        affine.m_numbers = numbers;
        return affine;
    }

    const AffineNumbers& numbers() const { return m_numbers; }

    PointIn<To> operator()(PointIn<From> p) const
    {
        const auto& [a, b, c, d, e, f] = m_numbers;
        return {a * p.x + b * p.y + c, d * p.x + e * p.y + f};
    }

    /// The point that the map takes to `p`.
    PointIn<From> back(PointIn<To> p) const
    {
        const Point from = solved(m_numbers, p.x, p.y);
        return {from.x, from.y};
    }

    Affine<To, From> inverse() const
    {
        const Point origin = solved(m_numbers, 0.0, 0.0);
        const auto& [a, b, c, d, e, f] = m_numbers;
        const Point x = solved({a, b, 0.0, d, e, 0.0}, 1.0, 0.0);
        const Point y = solved({a, b, 0.0, d, e, 0.0}, 0.0, 1.0);
        Affine<To, From> inverse;
        inverse.m_numbers = {x.x, y.x, origin.x, x.y, y.y, origin.y};
        return inverse;
    }

    /// First this map, then `next`; nothing when the two together are not usable.
    template <typename Further>
    std::optional<Affine<From, Further>> then(const Affine<To, Further>& next) const
    {
        const auto& [a, b, c, d, e, f] = m_numbers;
        const auto& [g, h, i, j, k, l] = next.numbers();
        return Affine<From, Further>::of(
            {g * a + h * d, g * b + h * e, g * c + h * f + i, j * a + k * d, j * b + k * e, j * c + k * f + l});
    }

    /// Lengths of `To` per length of `From`, the geometric mean over all directions.
    double scale() const { return std::sqrt(std::abs(m_numbers[0] * m_numbers[4] - m_numbers[1] * m_numbers[3])); }

    friend bool operator==(const Affine&, const Affine&) = default;

private:
    template <typename, typename>
    friend class Affine;

    AffineNumbers m_numbers{1.0, 0.0, 0.0, 0.0, 1.0, 0.0};
};

} // namespace spacrd
