#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// The safetensors container (https://huggingface.co/docs/safetensors: 8-byte little-endian header length, JSON header,
/// raw data), for F32 and F16. It holds numbers only; reading one can run no code.
namespace spacrd {

enum class TensorType
{
    f32,
    f16,
};

struct TensorEntry
{
    TensorType type = TensorType::f32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; ///< byte offset in the file
    std::uint64_t bytes = 0;
};

struct SafetensorsHeader
{
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Reads and checks the header only: lengths inside the file, dtypes known, byte ranges as long as their shapes and
/// without gaps or overlaps. Throws Error naming file and tensor.
SafetensorsHeader readSafetensorsHeader(const std::filesystem::path& file);

/// The values of one tensor as float32. Throws Error when they cannot be read or are not all finite.
std::vector<float> readTensor(const std::filesystem::path& file, const std::string& name, const TensorEntry& entry);

struct TensorData
{
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// Writes the tensors in name order, all with one type. Same content, same bytes. Throws Error.
void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorData>& tensors,
                      const std::map<std::string, std::string>& metadata, TensorType type);

} // namespace spacrd
