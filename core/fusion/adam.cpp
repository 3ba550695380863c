#include "core/fusion/adam.h"

#include "core/fusion/parallelloop.h"
#include "core/fusion/simd.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

/// What one step does to every entry of a parameter.
struct Factors
{
    float beta1, beta2, epsilon;
    float keep;  ///< 1 − rate · decay
    float slope; ///< rate / (1 − β₁ᵗ)
    float root;  ///< 1 / √(1 − β₂ᵗ)
};

SPACRD_EVERY_CPU
void stepRange(std::int64_t count, const Factors& by, const float* gradient, float* first, float* second, float* parameter)
{
    for (std::int64_t i = 0; i < count; ++i) {
        const float g = gradient[i];
        first[i] = by.beta1 * first[i] + (1.0f - by.beta1) * g;
        second[i] = by.beta2 * second[i] + (1.0f - by.beta2) * g * g;
        parameter[i] = by.keep * parameter[i] - by.slope * first[i] / (std::sqrt(second[i]) * by.root + by.epsilon);
    }
}

void stepOnCpu(Adam::Slot& slot, const torch::Tensor& gradient, const Factors& by)
{
    constexpr std::int64_t range = 1 << 14;
    const std::int64_t count = slot.parameter.numel();
    forEachOnAllThreads((count + range - 1) / range, 1, [&](std::int64_t index) {
        const std::int64_t at = index * range;
        stepRange(std::min(range, count - at), by, gradient.data_ptr<float>() + at, slot.first.data_ptr<float>() + at,
                  slot.second.data_ptr<float>() + at, slot.parameter.data_ptr<float>() + at);
    });
}

void stepAnywhere(Adam::Slot& slot, const torch::Tensor& gradient, const Factors& by)
{
    slot.first.mul_(by.beta1).add_(gradient, 1.0 - by.beta1);
    slot.second.mul_(by.beta2).addcmul_(gradient, gradient, 1.0 - by.beta2);
    slot.parameter.mul_(by.keep).addcdiv_(slot.first, slot.second.sqrt().mul_(by.root).add_(by.epsilon), -by.slope);
}

} // namespace

Adam::Adam(const torch::OrderedDict<std::string, torch::Tensor>& parameters, const AdamOptions& options)
    : m_options(options)
{
    for (const auto& item : parameters)
        m_slots.push_back({item.key(), item.value(), {}, {}, 0});
}

void Adam::clearGradients()
{
    for (Slot& slot : m_slots)
        slot.parameter.mutable_grad().reset();
}

void Adam::step()
{
    const torch::NoGradGuard noGradient;
    for (Slot& slot : m_slots) {
        if (!slot.parameter.grad().defined())
            continue;
        if (!slot.first.defined()) {
            slot.first = torch::zeros_like(slot.parameter);
            slot.second = torch::zeros_like(slot.parameter);
        }
        ++slot.steps;
        const auto t = static_cast<double>(slot.steps);
        const Factors by{static_cast<float>(m_options.beta1),
                         static_cast<float>(m_options.beta2),
                         static_cast<float>(m_options.epsilon),
                         static_cast<float>(1.0 - m_options.learningRate * m_options.weightDecay),
                         static_cast<float>(m_options.learningRate / (1.0 - std::pow(m_options.beta1, t))),
                         static_cast<float>(1.0 / std::sqrt(1.0 - std::pow(m_options.beta2, t)))};
        const torch::Tensor gradient = slot.parameter.grad().contiguous();
        if (slot.parameter.is_cpu() && slot.parameter.is_contiguous())
            stepOnCpu(slot, gradient, by);
        else
            stepAnywhere(slot, gradient, by);
    }
}

} // namespace spacrd
