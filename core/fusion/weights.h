#pragma once

#include "core/fusion/foldednetwork.h"
#include "core/fusion/model.h"
#include "core/fusion/network.h"

#include <mutex>

namespace spacrd {

/// The tensors behind a Model, in eval mode on the CPU.
struct Model::Weights
{
    Network network{nullptr};

    /// The same network arranged for the CPU; made when it is first asked for.
    const FoldedNetwork& folded() const
    {
        std::call_once(m_once, [this] { m_folded = std::make_unique<const FoldedNetwork>(*network); });
        return *m_folded;
    }

private:
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const FoldedNetwork> m_folded;
};

/// The shape a card asks for; a model without an image encoder keeps an image input of width 1 that is never used.
NetworkShape networkShape(const ModelCard& card);

/// A copy of a network on another device, in eval mode.
Network copyNetwork(const NetworkImpl& network, const torch::Device& device);

} // namespace spacrd
