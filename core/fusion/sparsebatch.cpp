#include "core/fusion/sparsebatch.h"

#include "core/fusion/parallelloop.h"
#include "core/fusion/sparselinear.h"

#include <algorithm>
#include <numeric>

namespace spacrd {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Above this the dense product is as fast; measured with 2,300 rows of 3,000 genes, forward and backward, on AVX-512.
constexpr double densestSparse = 0.3;

constexpr int tileWidth = TiledWeights::tileWidth;

struct CpuSparseLinear : torch::autograd::Function<CpuSparseLinear>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weight, const torch::Tensor& bias,
                                 const torch::Tensor& starts, const torch::Tensor& columns, const torch::Tensor& values)
    {
        context->save_for_backward({weight, starts, columns, values});
        const auto out = static_cast<int>(weight.size(0));
        const auto in = static_cast<int>(weight.size(1));
        const std::vector<std::int32_t> all = allRows(starts);
        const BandedMatrix rows(rowsOf(starts, columns, values, all), in);
        torch::Tensor result = torch::empty({rows.rows(), out});
        forEachOnAllThreads(out / tileWidth, 1, [&](std::int64_t tile) {
            multiplyTile(rows, weight.data_ptr<float>(), bias.data_ptr<float>(), out, in, static_cast<int>(tile),
                         result.data_ptr<float>());
        });
        return result;
    }

    static variable_list backward(AutogradContext* context, const variable_list& upstream)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor slope = upstream[0].contiguous();
        const auto out = static_cast<int>(saved[0].size(0));
        const auto in = static_cast<int>(saved[0].size(1));
        const std::vector<std::int32_t> all = allRows(saved[1]);
        const BandedMatrix transposed = BandedMatrix::transposed(rowsOf(saved[1], saved[2], saved[3], all), in);
        torch::Tensor weightGradient = torch::empty({out, in});
        forEachOnAllThreads(out / tileWidth, 1, [&](std::int64_t tile) {
            weightGradientTile(transposed, slope.data_ptr<float>(), static_cast<int>(all.size()), out, static_cast<int>(tile),
                               weightGradient.data_ptr<float>());
        });
        return {weightGradient, slope.sum(0), {}, {}, {}};
    }

private:
    static std::vector<std::int32_t> allRows(const torch::Tensor& starts)
    {
        std::vector<std::int32_t> rows(static_cast<size_t>(starts.size(0) - 1));
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }

    static SparseRows rowsOf(const torch::Tensor& starts, const torch::Tensor& columns, const torch::Tensor& values,
                             std::span<const std::int32_t> rows)
    {
        return {starts.data_ptr<int>(), columns.data_ptr<int>(), values.data_ptr<float>(), rows};
    }
};

} // namespace

torch::Tensor SparseBatch::dense() const
{
    torch::Tensor out = torch::zeros({rows(), width});
    float* to = out.data_ptr<float>();
    const int* const start = starts.data_ptr<int>();
    for (std::int64_t row = 0; row < rows(); ++row, to += width) {
        for (int entry = start[row]; entry < start[row + 1]; ++entry)
            to[columns.data_ptr<int>()[entry]] = values.data_ptr<float>()[entry];
    }
    return out;
}

SparseBatch sparseBatch(const SparseFeatures& features, std::span<const std::int32_t> rows)
{
    SparseBatch batch;
    batch.width = features.cols();
    batch.starts = torch::empty({static_cast<std::int64_t>(rows.size()) + 1}, torch::kInt);
    int* const starts = batch.starts.data_ptr<int>();
    starts[0] = 0;
    for (size_t i = 0; i < rows.size(); ++i)
        starts[i + 1] = starts[i] + features.outerIndexPtr()[rows[i] + 1] - features.outerIndexPtr()[rows[i]];
    batch.columns = torch::empty({starts[rows.size()]}, torch::kInt);
    batch.values = torch::empty({starts[rows.size()]});
    for (size_t i = 0; i < rows.size(); ++i) {
        const int from = features.outerIndexPtr()[rows[i]];
        std::copy_n(features.innerIndexPtr() + from, starts[i + 1] - starts[i], batch.columns.data_ptr<int>() + starts[i]);
        std::copy_n(features.valuePtr() + from, starts[i + 1] - starts[i], batch.values.data_ptr<float>() + starts[i]);
    }
    return batch;
}

torch::Tensor sparseLinear(torch::nn::LinearImpl& linear, const SparseBatch& rows)
{
    if (linear.weight.is_cpu() && rows.density() < densestSparse)
        return CpuSparseLinear::apply(linear.weight, linear.bias, rows.starts, rows.columns, rows.values);
    return linear.forward(rows.dense().to(linear.weight.device()));
}

} // namespace spacrd
