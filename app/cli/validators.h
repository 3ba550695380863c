#pragma once

#include "core/base/table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string>

namespace spacrd::cli {

/// A number from `low` to `high`; CLI11's own Range tells bounds with six decimals.
inline CLI::Validator between(double low, double high)
{
    return CLI::Validator(
        [low, high](std::string& word) {
            const std::optional<double> number = toDouble(word);
            return number && *number >= low && *number <= high ? std::string()
                                                               : fmt::format("{} is not a number from {} to {}", word, low, high);
        },
        "");
}

} // namespace spacrd::cli
