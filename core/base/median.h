#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace spacrd {

/// The middle value, of an even number of values the mean of the two in the middle; nothing when there is none.
inline std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

} // namespace spacrd
