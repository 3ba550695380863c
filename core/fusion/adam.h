#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

namespace spacrd {

struct AdamOptions
{
    double learningRate = 1e-5;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    double weightDecay = 0.0; ///< decoupled (AdamW, Loshchilov & Hutter 2019); 0 is plain Adam
};

/// Adam (Kingma & Ba 2015) as PyTorch computes it, in one pass over memory on the CPU. A parameter without a gradient is
/// skipped: its moments stay and its steps do not count (spec §8).
class Adam
{
public:
    struct Slot
    {
        std::string name;
        torch::Tensor parameter;
        torch::Tensor first, second; ///< moments, of the parameter's shape; undefined before the first step
        std::int64_t steps = 0;
    };

    Adam(const torch::OrderedDict<std::string, torch::Tensor>& parameters, const AdamOptions& options);

    /// Forgets the gradients; the next backward pass then gives them without adding.
    void clearGradients();
    void step();

    /// One a parameter, in the order of the network; a checkpoint reads and writes them.
    std::vector<Slot>& slots() { return m_slots; }

private:
    AdamOptions m_options;
    std::vector<Slot> m_slots;
};

} // namespace spacrd
