#pragma once

#include "core/fusion/model.h"

namespace spacrd {

inline constexpr int newestCardFormat = 2;

/// Reads a card from its JSON: every field of the right kind, numbers finite and in their ranges, lists as long as they must be.
/// The fields of version 2 may be missing. Throws Error naming the file and the field.
ModelCard parseModelCard(const std::string& json, const std::filesystem::path& file);

} // namespace spacrd
