#pragma once

#include "core/fusion/model.h"
#include "core/fusion/safetensors.h"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

/// Reading a model file without LibTorch: everything about it is checked before anything of its size is allocated.
namespace spacrd {

class Task;

inline constexpr const char* cardKey = "spacrd"; ///< of the card in the container's metadata

/// Parameters and running statistics of the network (spec §4–§7) under their PyTorch names, with their shapes.
/// `image`: width of the image features (1 without images), `genes`: of the panel, `projection`: P.
std::map<std::string, std::vector<std::int64_t>> networkTensors(int image, int genes, int projection);

/// A model file whose header, card, tensor names, dtypes, shapes and sizes are in order. Values are read, and checked, when they
/// are asked for.
class ModelFile
{
public:
    /// Throws Error naming the file and what in it is wrong.
    explicit ModelFile(const std::filesystem::path& file);
    /// From bytes that lie elsewhere; `name` stands for the file in messages.
    ModelFile(std::unique_ptr<std::istream> bytes, std::filesystem::path name);

    const ModelCard& card() const { return m_card; }
    const std::map<std::string, TensorEntry>& tensors() const { return m_tensors; }
    /// Numbers that training moves, and those it only measures (BatchNorm's running statistics).
    std::uint64_t parameters() const;
    std::uint64_t runningStatistics() const;

    /// Fills `out`, one float an element, with a tensor. Throws Error when a value is not finite or a variance is negative.
    void read(const std::string& tensor, std::span<float> out);

    /// Reads every value once, in little memory. Throws Error as read(), Cancelled.
    void verify(Task& task);

private:
    void readChecked(const std::string& tensor, const TensorEntry& entry, std::uint64_t first, std::span<float> out);

    std::unique_ptr<std::istream> m_in;
    std::filesystem::path m_file;
    std::map<std::string, TensorEntry> m_tensors;
    ModelCard m_card;
};

} // namespace spacrd
