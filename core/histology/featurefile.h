#pragma once

#include "core/histology/encoder.h"

namespace spacrd {

/// The features of a file written by writeFeatures() when it has `spots` rows of `dimension`, else nothing: a cache entry that
/// cannot be used is made again.
std::optional<FeatureMatrix> readFeatures(const std::filesystem::path& file, size_t spots, int dimension);

} // namespace spacrd
