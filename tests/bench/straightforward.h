#pragma once

#include "core/fusion/losses.h"
#include "core/fusion/network.h"

namespace spacrd::bench {

/// The model computed the straightforward way, as the published scripts do: every neighbourhood is copied out, each of its
/// seven spots is encoded, and the attention is computed for all seven query rows of which one is used.
/// It is what the program's own paths are measured against, and what they must agree with.
class Straightforward
{
public:
    explicit Straightforward(Network network)
        : m_network(std::move(network))
    {}

    /// `image` and `gene`: B × 7 × features.
    NetworkOutput forward(const torch::Tensor& image, const torch::Tensor& gene);

private:
    Network m_network; ///< its parameters only; none of its own forward functions is called
};

} // namespace spacrd::bench
