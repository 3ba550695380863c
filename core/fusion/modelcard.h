#pragma once

#include "core/fusion/model.h"

namespace spacrd {

/// Reads a card from its JSON. Throws Error naming the file and the field that is missing or of the wrong kind.
ModelCard parseModelCard(const std::string& json, const std::filesystem::path& file);

} // namespace spacrd
