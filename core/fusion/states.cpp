#include "core/fusion/states.h"

namespace spacrd {

TensorMap statesOf(const torch::nn::Module& network)
{
    TensorMap states;
    for (const auto& item : network.named_parameters())
        states[item.key()] = item.value();
    for (const auto& item : network.named_buffers()) {
        if (item.value().is_floating_point())
            states[item.key()] = item.value();
    }
    return states;
}

TensorMap copyOf(const TensorMap& states)
{
    TensorMap copies;
    for (const auto& [name, tensor] : states)
        copies[name] = tensor.detach().clone();
    return copies;
}

void restore(const TensorMap& states, const TensorMap& from)
{
    const torch::NoGradGuard noGradient;
    for (auto& [name, tensor] : states) {
        torch::Tensor to = tensor;
        to.copy_(from.at(name));
    }
}

} // namespace spacrd
