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

/// A name of what is to be written: "" is a variable that a script left unset.
inline CLI::Validator notEmpty()
{
    return CLI::Validator([](std::string& word) { return word.empty() ? std::string("The name is empty") : std::string(); }, "");
}

} // namespace spacrd::cli
