#pragma once

#include "tests/fuzz/target.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd::fuzz {

/// A safetensors file as its header's text and what follows.
struct Container
{
    std::string header;
    std::string data;

    std::string bytes() const;
};

/// Nothing when the length at the start does not fit.
std::optional<Container> splitContainer(std::string_view bytes);

/// The card's text in a header; empty when there is none.
std::string cardIn(const std::string& header);

/// Length of the tensors of the small model of the tests.
std::uint64_t smallModelBytes();

/// Where to start from: the small model and every malformed one, their tensors cut to a few bytes.
std::vector<std::string> modelSeeds();

/// Another input that is a container again: a value of the card or the header replaced, or their text or the data changed.
std::string mutateContainer(const Container& from, std::uint64_t seed, const ChangeText& changeText);

} // namespace spacrd::fuzz
