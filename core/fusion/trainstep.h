#pragma once

#include "core/fusion/network.h"
#include "core/fusion/trainingset.h"

#include <span>

namespace spacrd {

/// Encodings of the spots of a batch in both halves; a half that is missing is 0.
struct BatchEncodings
{
    torch::Tensor image;
    torch::Tensor gene;
};

/// How the rows of a batch are made: on which device, and with which share of the expression left out.
struct BatchOptions
{
    torch::Device device = torch::kCPU;
    double inputDropout = 0.0;
};

/// Labels of the rows as float 0/1, B.
torch::Tensor labelsOf(const TrainingSet& set, std::span<const std::int32_t> rows, const torch::Device& device);

/// Stage 1: one row a spot, B × P each. Every row must have both halves.
BatchEncodings encodeSpots(Network& network, const TrainingSet& set, std::span<const std::int32_t> rows,
                           const BatchOptions& options);

/// Stage 2: whole neighbourhoods, B × 7 × P each.
///
/// The reference encodes every copy of every neighbour. Here each spot is encoded once as far as all its copies are alike: up
/// to the first dropout, or to the end when there is none; BatchNorm counts the copies (batchnorm.h). The result has the same
/// distribution as the reference's, and without dropout the same value. No (B, 7, genes) tensor is made.
BatchEncodings encodeNeighbourhoods(Network& network, const TrainingSet& set, std::span<const std::int32_t> rows,
                                    const BatchOptions& options);

} // namespace spacrd
