#pragma once

#include "core/preprocess/neighbours.h"

#include <vector>

/// The attention of one spot over its neighbourhood on the CPU, with the key and value projections absorbed (spec §12): the
/// query u = W_Kᵀq / 8 is given per head, and the output is the weighted mean of the neighbours' normalised encodings, to
/// which the caller applies W_V once. Encodings stay where they are; a (B, 7, P) tensor is never made.
namespace spacrd {

inline constexpr int kernelHeads = 8;

/// Where the encodings of the seven spots of a neighbourhood are, itself first.
struct NeighbourEncodings
{
    const float* row[neighbourhoodSize];
};

/// Row 0 of the encodings normalised along the neighbours (spec §5): `query` gets `width` values.
void normalisedQuery(const NeighbourEncodings& spots, int width, float* query);

/// All seven rows normalised: `normalised` gets 7 × width values.
void normaliseNeighbourhood(const NeighbourEncodings& spots, int width, float* normalised);

/// The way back through that: `gradient` gets the slope along `rows` (7 × width) of what has the slope `upstream` along the
/// normalised rows.
void normalisedBackward(const float* rows, const float* upstream, int width, float* gradient);

/// `normalised` is 7 × width, `queries` 8 × width. `weights` gets the softmax (8 × 7), `mixed` the weighted means (8 × width);
/// `mixed` may be `queries`.
void attend(const float* normalised, const float* queries, int width, float* weights, float* mixed);

/// products (8 × 7): rows of `heads` (8 × width) times rows of `spots` (7 × width).
void headsTimesSpots(const float* heads, const float* spots, int width, float* products);
/// mixed (8 × width) = weights (8 × 7) · spots (7 × width).
void mixSpots(const float* weights, const float* spots, int width, float* mixed);
/// gathered (7 × width) += weightsᵀ (7 × 8) · heads (8 × width).
void addHeads(const float* weights, const float* heads, int width, float* gathered);

} // namespace spacrd
