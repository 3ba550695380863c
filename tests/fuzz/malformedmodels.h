#pragma once

#include "core/fusion/safetensors.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

/// Model files that are wrong in one way each; without Qt and LibTorch, since the fuzz target starts from them too.
namespace spacrd::test {

using Json = nlohmann::ordered_json;

/// A model file taken apart, to be spoilt.
struct ModelParts
{
    Json header; ///< without the card
    Json card;
    std::string data;

    std::string bytes() const;
    /// First byte of a tensor's values in `data`.
    size_t begin(const std::string& tensor) const;
};

/// A file that is in order, as small as the network's fixed widths allow: 5 image features, 3 genes, projection 4. Its card has
/// every field of version 2.
ModelParts smallModel(TensorType type = TensorType::f16);

struct MalformedModel
{
    std::string name;
    std::string sentence; ///< what must be said of it, whole, without the full stop
    std::function<std::string()> bytes;
};

std::vector<MalformedModel> malformedModels();

} // namespace spacrd::test
