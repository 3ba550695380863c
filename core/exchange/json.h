#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace spacrd {

/// JSON whose keys stay in the order they were set. Private to core/exchange.
using OrderedJson = nlohmann::ordered_json;

/// On one line. Bytes that are not UTF-8 (a file name may hold any) become the replacement character.
inline std::string jsonLine(const OrderedJson& json)
{
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

/// The text with every byte that is not UTF-8 replaced.
inline std::string toUtf8(const std::string& text)
{
    return OrderedJson::parse(jsonLine(OrderedJson(text))).get<std::string>();
}

} // namespace spacrd
