#include "core/fusion/absorbedattention.h"

#include "core/fusion/neighbourattention.h"
#include "core/fusion/parallelloop.h"

#include <cmath>

namespace spacrd {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int headWidth = embeddingWidth / attentionHeads;
constexpr int weightsPerSpot = attentionHeads * neighbourhoodSize;
static_assert(attentionHeads == kernelHeads);

/// Calls `work(spot)` for each spot of the batch, on all threads.
template <class Work>
void forEachSpot(std::int64_t spots, Work&& work)
{
    forEachOnAllThreads(spots, 16, work);
}

/// Rows normalised along the neighbours, B × 7 × P.
struct Normalised : torch::autograd::Function<Normalised>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& rows)
    {
        context->save_for_backward({rows});
        const auto width = static_cast<int>(rows.size(2));
        torch::Tensor normalised = torch::empty_like(rows);
        forEachSpot(rows.size(0), [&](std::int64_t spot) {
            NeighbourEncodings spots{};
            for (int n = 0; n < neighbourhoodSize; ++n)
                spots.row[n] = rows.data_ptr<float>() + (spot * neighbourhoodSize + n) * width;
            normaliseNeighbourhood(spots, width, normalised.data_ptr<float>() + spot * neighbourhoodSize * width);
        });
        return normalised;
    }

    static variable_list backward(AutogradContext* context, const variable_list& upstream)
    {
        const torch::Tensor rows = context->get_saved_variables()[0];
        const torch::Tensor slope = upstream[0].contiguous();
        const auto width = static_cast<int>(rows.size(2));
        torch::Tensor gradient = torch::empty_like(rows);
        forEachSpot(rows.size(0), [&](std::int64_t spot) {
            const std::int64_t first = spot * neighbourhoodSize * width;
            normalisedBackward(rows.data_ptr<float>() + first, slope.data_ptr<float>() + first, width,
                               gradient.data_ptr<float>() + first);
        });
        return {gradient};
    }
};

/// Products of the absorbed queries u (B × 8 × P) with the neighbours (B × 7 × P): B × 8 × 7.
struct Products : torch::autograd::Function<Products>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& queries, const torch::Tensor& neighbours)
    {
        context->save_for_backward({queries, neighbours});
        const auto width = static_cast<int>(queries.size(2));
        torch::Tensor products = torch::empty({queries.size(0), attentionHeads, neighbourhoodSize});
        forEachSpot(queries.size(0), [&](std::int64_t spot) {
            headsTimesSpots(queries.data_ptr<float>() + spot * attentionHeads * width,
                            neighbours.data_ptr<float>() + spot * neighbourhoodSize * width, width,
                            products.data_ptr<float>() + spot * weightsPerSpot);
        });
        return products;
    }

    static variable_list backward(AutogradContext* context, const variable_list& upstream)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor slope = upstream[0].contiguous();
        const auto width = static_cast<int>(saved[0].size(2));
        torch::Tensor queries = torch::empty_like(saved[0]);
        torch::Tensor neighbours = torch::zeros_like(saved[1]);
        forEachSpot(saved[0].size(0), [&](std::int64_t spot) {
            const float* const by = slope.data_ptr<float>() + spot * weightsPerSpot;
            mixSpots(by, saved[1].data_ptr<float>() + spot * neighbourhoodSize * width, width,
                     queries.data_ptr<float>() + spot * attentionHeads * width);
            addHeads(by, saved[0].data_ptr<float>() + spot * attentionHeads * width, width,
                     neighbours.data_ptr<float>() + spot * neighbourhoodSize * width);
        });
        return {queries, neighbours};
    }
};

/// Weighted sums of the neighbours: weights (B × 8 × 7) · neighbours (B × 7 × P) = B × 8 × P.
struct Mixture : torch::autograd::Function<Mixture>
{
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& weights, const torch::Tensor& neighbours)
    {
        context->save_for_backward({weights, neighbours});
        const auto width = static_cast<int>(neighbours.size(2));
        torch::Tensor mixed = torch::empty({weights.size(0), attentionHeads, width});
        forEachSpot(weights.size(0), [&](std::int64_t spot) {
            mixSpots(weights.data_ptr<float>() + spot * weightsPerSpot,
                     neighbours.data_ptr<float>() + spot * neighbourhoodSize * width, width,
                     mixed.data_ptr<float>() + spot * attentionHeads * width);
        });
        return mixed;
    }

    static variable_list backward(AutogradContext* context, const variable_list& upstream)
    {
        const variable_list saved = context->get_saved_variables();
        const torch::Tensor slope = upstream[0].contiguous();
        const auto width = static_cast<int>(saved[1].size(2));
        torch::Tensor weights = torch::empty_like(saved[0]);
        torch::Tensor neighbours = torch::zeros_like(saved[1]);
        forEachSpot(saved[0].size(0), [&](std::int64_t spot) {
            const float* const heads = slope.data_ptr<float>() + spot * attentionHeads * width;
            headsTimesSpots(heads, saved[1].data_ptr<float>() + spot * neighbourhoodSize * width, width,
                            weights.data_ptr<float>() + spot * weightsPerSpot);
            addHeads(saved[0].data_ptr<float>() + spot * weightsPerSpot, heads, width,
                     neighbours.data_ptr<float>() + spot * neighbourhoodSize * width);
        });
        return {weights, neighbours};
    }
};

/// B × 8·64 → 8 × B × 64
torch::Tensor byHead(const torch::Tensor& rows)
{
    return rows.view({rows.size(0), attentionHeads, headWidth}).transpose(0, 1);
}

torch::Tensor perHead(const torch::nn::Linear& linear)
{
    return linear->weight.view({attentionHeads, headWidth, linear->weight.size(1)});
}

} // namespace

torch::Tensor normalisedNeighbourhoods(const torch::Tensor& rows)
{
    return Normalised::apply(rows.contiguous());
}

Attended absorbedAttention(CrossAttentionImpl& layer, const torch::Tensor& query, const torch::Tensor& context)
{
    const torch::Tensor neighbours = context.contiguous();
    const torch::Tensor scaled = layer.queryProjection(query) / std::sqrt(static_cast<double>(headWidth));
    // The key's bias adds the same to all products of a head and cancels in the softmax.
    const torch::Tensor absorbed = torch::bmm(byHead(scaled), perHead(layer.keyProjection)).transpose(0, 1).contiguous();
    const torch::Tensor softmax = torch::softmax(Products::apply(absorbed, neighbours), -1);
    const torch::Tensor weights = layer.dropout(softmax);
    const torch::Tensor mixed = Mixture::apply(weights.contiguous(), neighbours).transpose(0, 1);
    const torch::Tensor values = torch::bmm(mixed, perHead(layer.valueProjection).transpose(1, 2)).transpose(0, 1);
    // With dropout the weights need not add up to 1, and the value's bias is weighted like the values.
    const torch::Tensor bias = layer.valueProjection->bias.view({1, attentionHeads, headWidth}) * weights.sum(-1, true);
    const torch::Tensor row = (values + bias).reshape({query.size(0), embeddingWidth});
    return {layer.norm(layer.outputProjection(row)), softmax.unsqueeze(2)};
}

} // namespace spacrd
