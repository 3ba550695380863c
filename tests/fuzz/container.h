#pragma once

#include "tests/fuzz/target.h"

#include <optional>

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

} // namespace spacrd::fuzz
