#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace spacrd {

struct JsonBounds
{
    size_t depth;   ///< of arrays and objects in one another
    size_t values;  ///< in the whole text
    size_t members; ///< of one object
};

/// JSON that is checked before it is built: how deep, how many values, no name twice in one object, strings of valid UTF-8,
/// numbers that fit. Nothing when it is no JSON. Throws Error naming the file when it is JSON beyond the bounds.
std::optional<nlohmann::ordered_json> parseBounded(std::string_view text, const JsonBounds& bounds,
                                                   const std::filesystem::path& file);

} // namespace spacrd
