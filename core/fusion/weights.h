#pragma once

#include "core/fusion/model.h"
#include "core/fusion/network.h"

namespace spacrd {

/// The tensors behind a Model, in eval mode on the CPU.
struct Model::Weights
{
    Network network{nullptr};
};

/// The shape a card asks for; a model without an image encoder keeps an image input of width 1 that is never used.
NetworkShape networkShape(const ModelCard& card);

/// A copy of a network on another device, in eval mode.
Network copyNetwork(const NetworkImpl& network, const torch::Device& device);

} // namespace spacrd
