#pragma once

// Private to core/slide: keeps Eigen out of what the widgets include.

#include "core/slide/stainprofile.h"

#include <Eigen/Dense>

namespace spacrd {

/// What the dyes make of the optical densities of red, green and blue: a column for haematoxylin, one for eosin, and one at right
/// angles to both for what is neither. Its inverse unmixes (Ruifrok and Johnston, Anal. Quant. Cytol. Histol. 23, 2001).
inline Eigen::Matrix3d mixingOf(const StainProfile& profile)
{
    const Eigen::Vector3d haematoxylin(profile.haematoxylin.data());
    const Eigen::Vector3d eosin(profile.eosin.data());
    Eigen::Matrix3d columns;
    columns << haematoxylin, eosin, haematoxylin.cross(eosin).normalized();
    return columns;
}

} // namespace spacrd
