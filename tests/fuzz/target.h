#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd::fuzz {

/// Changes a text somehow, as libFuzzer does.
using ChangeText = std::function<void(std::string& text)>;

/// What is fuzzed. Every program holds one.
struct Target
{
    /// Reads the bytes; aborts when something that must hold does not.
    void (*run)(std::string_view bytes);
    /// Where to start from.
    std::vector<std::string> (*seeds)();
    /// Another input of the same form, nothing when these bytes have none; null where any bytes will do.
    std::optional<std::string> (*change)(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText) = nullptr;
};

/// The one that fuzz_NAME.cpp defines.
Target target();

/// Aborts, which libFuzzer reports, when a claim does not hold.
void isTrue(bool claim);

/// Calls; an Error of one line is a good end, everything else that is thrown ends the program.
void errorsAreFine(const std::function<void()>& call);

/// An input that holds several texts, one behind the other with a byte 0x1e between them; those that are not there are empty.
std::vector<std::string_view> partsOf(std::string_view bytes, size_t count);
std::string joinedParts(const std::vector<std::string>& parts);

} // namespace spacrd::fuzz
