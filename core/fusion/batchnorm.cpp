#include "core/fusion/batchnorm.h"

#include "core/fusion/batchnormkernel.h"
#include "core/fusion/parallelloop.h"

#include <algorithm>

namespace spacrd {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

const float* data(const torch::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

template <class Work>
void forEachBlock(const torch::Tensor& rows, const torch::Tensor& copies, float totalCopies, Work&& work)
{
    const std::int64_t columns = rows.size(1);
    const std::int64_t blocks = (columns + normBlockWidth - 1) / normBlockWidth;
    forEachOnAllThreads(blocks, 1, [&](std::int64_t i) {
        const std::int64_t first = i * normBlockWidth;
        const auto width = static_cast<int>(std::min<std::int64_t>(normBlockWidth, columns - first));
        work(NormBlock{rows.size(0), columns, first, width, data(copies), totalCopies});
    });
}

/// The training-mode step on the CPU.
struct CpuNormRelu : torch::autograd::Function<CpuNormRelu>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& rows, const torch::Tensor& weight,
                                 const torch::Tensor& bias, const torch::Tensor& copies, const torch::Tensor& mean,
                                 const torch::Tensor& inverse, double totalCopies)
    {
        torch::Tensor out = torch::empty_like(rows);
        forEachBlock(rows, copies, static_cast<float>(totalCopies), [&](const NormBlock& block) {
            blockForward(block, data(rows), data(mean), data(inverse), data(weight), data(bias), out.data_ptr<float>());
        });
        context->save_for_backward({rows, weight, copies, mean, inverse, out});
        context->saved_data["copies"] = totalCopies;
        return out;
    }

    static variable_list backward(AutogradContext* context, const variable_list& upstream)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor& rows = saved[0];
        const torch::Tensor gradient = upstream[0].contiguous();
        torch::Tensor rowGradient = torch::empty_like(rows);
        torch::Tensor weightGradient = torch::empty({rows.size(1)});
        torch::Tensor biasGradient = torch::empty({rows.size(1)});
        const auto totalCopies = static_cast<float>(context->saved_data["copies"].toDouble());
        forEachBlock(rows, saved[2], totalCopies, [&](const NormBlock& block) {
            blockBackward(block, data(rows), data(saved[5]), data(gradient), data(saved[3]), data(saved[4]), data(saved[1]),
                          rowGradient.data_ptr<float>(), weightGradient.data_ptr<float>(), biasGradient.data_ptr<float>());
        });
        return {rowGradient, weightGradient, biasGradient, {}, {}, {}, {}};
    }
};

void moveRunning(torch::nn::BatchNorm1dImpl& norm, const torch::Tensor& mean, const torch::Tensor& variance, double totalCopies)
{
    const torch::NoGradGuard noGradient;
    const double momentum = norm.options.momentum().value();
    norm.running_mean.mul_(1.0 - momentum).add_(mean, momentum);
    norm.running_var.mul_(1.0 - momentum).add_(variance, momentum * totalCopies / (totalCopies - 1.0));
    norm.num_batches_tracked += 1;
}

} // namespace

torch::Tensor batchNormRelu(torch::nn::BatchNorm1dImpl& norm, const torch::Tensor& rows, const torch::Tensor& copies)
{
    if (!norm.is_training())
        return torch::relu(norm.forward(rows));
    const double totalCopies = copies.sum().item<double>();
    if (!rows.is_cpu()) {
        const torch::Tensor share = (copies / totalCopies).unsqueeze(1);
        const torch::Tensor mean = (share * rows).sum(0);
        const torch::Tensor centred = rows - mean;
        const torch::Tensor variance = (share * centred * centred).sum(0);
        moveRunning(norm, mean.detach(), variance.detach(), totalCopies);
        return torch::relu(centred * torch::rsqrt(variance + norm.options.eps()) * norm.weight + norm.bias);
    }
    torch::Tensor mean = torch::empty({rows.size(1)});
    torch::Tensor variance = torch::empty({rows.size(1)});
    const torch::Tensor dense = rows.contiguous();
    forEachBlock(dense, copies, static_cast<float>(totalCopies), [&](const NormBlock& block) {
        blockStatistics(block, data(dense), mean.data_ptr<float>(), variance.data_ptr<float>());
    });
    moveRunning(norm, mean, variance, totalCopies);
    return CpuNormRelu::apply(dense, norm.weight, norm.bias, copies, mean, torch::rsqrt(variance + norm.options.eps()),
                              totalCopies);
}

} // namespace spacrd
