#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <span>
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

    std::uint64_t elements() const { return bytes / (type == TensorType::f32 ? 4 : 2); }
};

struct SafetensorsHeader
{
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Opens a file that a person named. Throws Error saying what it is instead when it is no file that can be read.
std::ifstream openSafetensors(const std::filesystem::path& file);

/// Reads and checks the header only: lengths inside the file, dtypes known, byte ranges as long as their shapes and
/// without gaps or overlaps. `file` is only named. Throws Error naming file and tensor.
SafetensorsHeader readSafetensorsHeader(std::istream& in, const std::filesystem::path& file);
SafetensorsHeader readSafetensorsHeader(const std::filesystem::path& file);

/// Fills `out` with the elements of a tensor from `first` on as float32. Throws Error when the file does not hold them (any
/// more) or one is not finite.
void readElements(std::istream& in, const std::filesystem::path& file, const std::string& name, const TensorEntry& entry,
                  std::uint64_t first, std::span<float> out);

/// The values of one whole tensor. Throws Error as readElements().
std::vector<float> readTensor(const std::filesystem::path& file, const std::string& name, const TensorEntry& entry);

/// A tensor to be written; the values stay where they are.
struct TensorView
{
    std::vector<std::int64_t> shape;
    std::span<const float> values;
};

/// Writes the tensors in name order, all with one type. Same content, same bytes. Throws Error, also when a value is not
/// finite or is too large for half precision: such a file could not be read.
void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorView>& tensors,
                      const std::map<std::string, std::string>& metadata, TensorType type);

} // namespace spacrd
