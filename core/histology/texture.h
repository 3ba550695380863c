#pragma once

#include "core/slide/image.h"

#include <Eigen/Core>

#include <vector>

/// Colour and texture measures of an H&E patch, the parts of the built-in encoder. Each appends to `out`.
namespace spacrd {

/// One channel of a patch: rows × columns.
using Plane = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A patch taken apart: stain densities by colour deconvolution (Ruifrok & Johnston 2001) with QuPath's H&E vectors
/// (0.65, 0.70, 0.29), (0.2159, 0.8012, 0.5581) and their cross product, and brightness and saturation in 0…1.
struct StainPlanes
{
    Plane haematoxylin;
    Plane eosin;
    Plane residual;
    Plane brightness;
    Plane saturation;
};
StainPlanes separateStains(const Image& patch);

/// Half the size in each direction, 2 × 2 box means.
Plane halved(const Plane& plane);

/// Mean, standard deviation, skewness and the 5th, 25th, 50th, 75th, 95th percentile: 8 values.
void appendDistribution(const Plane& plane, std::vector<float>& out);

/// Means of haematoxylin and eosin and the share of glass in three rings of equal width round the centre: 9 values.
void appendRings(const StainPlanes& planes, std::vector<float>& out);

/// Share of glass (bright and colourless) and of pixels above fixed densities of each stain: 8 values.
void appendFractions(const StainPlanes& planes, std::vector<float>& out);

/// Mean and deviation of gradient and Laplacian magnitude, and the rotation-invariant uniform local binary pattern
/// histogram (Ojala et al. 2002; 8 neighbours): 14 values.
void appendEdges(const Plane& plane, std::vector<float>& out);

/// Haralick's contrast, homogeneity, energy, correlation and entropy of the grey-level co-occurrence over 8 levels of
/// density 0…1.2 at distance 1, summed over the four directions: 5 values.
void appendCooccurrence(const Plane& plane, std::vector<float>& out);

/// Dark blobs of nuclear size: local maxima of differences of Gaussians at four scales (radius 2.5, 3.5, 5 and 7 pixels);
/// for each their number per 1,000 pixels and mean response: 8 values.
void appendBlobs(const Plane& plane, std::vector<float>& out);

} // namespace spacrd
