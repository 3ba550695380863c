#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// libFuzzer's entry, which each target defines; replay.cpp calls it too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

/// What each target gives besides: where to start, and changes that come past its parser.
namespace spacrd::fuzz {

std::vector<std::string> seeds();

/// Changes a text somehow, as libFuzzer does.
using ChangeText = std::function<void(std::string& text)>;

/// Another input of the same kind; empty when `bytes` is not of the kind.
std::string mutate(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText);

} // namespace spacrd::fuzz
