#pragma once

#include "core/histology/encoder.h"

namespace spacrd {

/// "builtin-1": 136 colour and texture measures of a patch of 112 µm at 0.5 µm per pixel, in this order: distributions of
/// haematoxylin, eosin, residual, brightness and saturation (5 × 8), rings (9), fractions (8), edges of haematoxylin at 0.5, 1, 2
/// and 4 µm per pixel (4 × 14), co-occurrence at 0.5, 1 and 2 µm per pixel (3 × 5), blobs at 1 µm per pixel (8).
/// Needs no weights and no download; each measure is described in texture.h. Uses all cores within encode().
std::unique_ptr<Encoder> makeBuiltinEncoder();

/// A TorchScript module that maps a float batch (B, 3, 224, 224), RGB scaled to 0…1 and normalised with ImageNet's mean and
/// deviation, to (B, D). Patches of 112 µm, as the built-in encoder's. Throws Error.
std::unique_ptr<Encoder> loadTorchScriptEncoder(const std::filesystem::path& file);

} // namespace spacrd
