#include "core/fusion/safetensors.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/fusion/untrusted.h"

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <limits>

namespace spacrd {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");

constexpr std::uint64_t longestHeader = 1 << 25; // a card of a million genes takes 10 MB
constexpr JsonBounds headerBounds{.depth = 3, .values = 1 << 17, .members = 1 << 12};
constexpr size_t highestRank = 8;
constexpr size_t blockElements = 1 << 16; // converted at a time: stays in the cache

[[noreturn]] void refuse(const fs::path& file, Text what)
{
    throw Error(std::move(what), file, SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
}

std::uint64_t elementBytes(TensorType type)
{
    return type == TensorType::f32 ? 4 : 2;
}

/// Files that are handed to us instead of a model, by their first bytes.
void refuseOtherFormats(const std::string& start, const fs::path& file)
{
    if (start.starts_with("PK\x03\x04") || start.starts_with("\x80\x02\x8a\x0a")) {
        throw Error(
            SPACRD_TR("core", "This is a PyTorch file, which could run code; model files are .spacrd files."), file,
            SPACRD_TR("core",
                      "the help page \"Model files\" (resources/help/modelfiles.md) shows how to turn one into the other"));
    }
    if (start.starts_with("\x89HDF")) {
        throw Error(SPACRD_TR("core", "This is an HDF5 file, not a model file."), file,
                    SPACRD_TR("core", "model files are .spacrd files"));
    }
}

std::uint64_t sizeOf(std::istream& in)
{
    in.seekg(0, std::ios::end);
    const std::streamoff end = in.tellg();
    in.seekg(0);
    return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

/// A list of whole numbers from 0 on.
std::vector<std::int64_t> wholeNumbers(const Json& json)
{
    std::vector<std::int64_t> numbers;
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        const bool fits =
            item.is_number_unsigned() && item.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()};
        numbers.push_back(fits ? item.get<std::int64_t>() : -1);
    }
    return numbers;
}

std::uint64_t elementsOf(const TensorEntry& entry, std::uint64_t dataBytes, const std::string& name, const fs::path& file)
{
    std::uint64_t elements = 1;
    for (const std::int64_t extent : entry.shape) {
        if (extent < 1)
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" has an extent that is not a number from 1 on."), {name}));
        if (elements > dataBytes / static_cast<std::uint64_t>(extent))
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" claims a shape larger than the file."), {name}));
        elements *= static_cast<std::uint64_t>(extent);
    }
    return elements;
}

TensorEntry parseEntry(const fs::path& file, const std::string& name, const Json& json, std::uint64_t dataStart,
                       std::uint64_t dataBytes)
{
    TensorEntry entry;
    std::vector<std::int64_t> range;
    try {
        const auto dtype = json.at("dtype").get<std::string>();
        if (dtype != "F32" && dtype != "F16") {
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" has the type %2; only F32 and F16 are read."),
                              {name, printable(dtype)}));
        }
        entry.type = dtype == "F32" ? TensorType::f32 : TensorType::f16;
        entry.shape = wholeNumbers(json.at("shape"));
        range = wholeNumbers(json.at("data_offsets"));
    } catch (const Json::exception&) {
        refuse(file, Text(SPACRD_TR("core", "The description of tensor \"%1\" is malformed."), {name}));
    }
    if (entry.shape.size() > highestRank)
        refuse(file, Text(SPACRD_TR("core", "The description of tensor \"%1\" is malformed."), {name}));
    const std::uint64_t elements = elementsOf(entry, dataBytes, name, file);
    if (range.size() != 2 || range[0] < 0 || range[1] < range[0] || static_cast<std::uint64_t>(range[1]) > dataBytes)
        refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" lies outside the file."), {name}));
    entry.begin = dataStart + static_cast<std::uint64_t>(range[0]);
    entry.bytes = static_cast<std::uint64_t>(range[1] - range[0]);
    if (entry.bytes != elements * elementBytes(entry.type))
        refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" has other bytes than its shape needs."), {name}));
    return entry;
}

/// The format wants the data to be covered exactly once.
void checkCoverage(const fs::path& file, const SafetensorsHeader& header, std::uint64_t dataStart, std::uint64_t fileBytes)
{
    std::vector<const TensorEntry*> byPlace;
    for (const auto& [name, entry] : header.tensors)
        byPlace.push_back(&entry);
    std::sort(byPlace.begin(), byPlace.end(), [](auto* a, auto* b) { return a->begin < b->begin; });
    std::uint64_t next = dataStart;
    for (const TensorEntry* entry : byPlace) {
        if (entry->begin != next)
            refuse(file, SPACRD_TR("core", "The tensors overlap or leave gaps."));
        next += entry->bytes;
    }
    if (next != fileBytes)
        refuse(file, SPACRD_TR("core", "The file is longer or shorter than its tensors."));
}

std::map<std::string, std::string> parseMetadata(const Json& json, const fs::path& file)
{
    if (!json.is_object())
        refuse(file, SPACRD_TR("core", "The metadata of the model file is not an object."));
    std::map<std::string, std::string> metadata;
    for (const auto& [key, word] : json.items()) {
        if (word.is_string())
            metadata[key] = word.get<std::string>();
    }
    return metadata;
}

/// The header's text; what follows it in the stream is data.
std::string readHeaderText(std::istream& in, std::uint64_t fileBytes, const fs::path& file)
{
    if (fileBytes == 0)
        refuse(file, SPACRD_TR("core", "The model file is empty."));
    std::string start(std::min<std::uint64_t>(fileBytes, 8), '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    refuseOtherFormats(start, file);
    std::uint64_t headerBytes = 0;
    std::copy(start.begin(), start.end(), reinterpret_cast<char*>(&headerBytes));
    if (!in || start.size() < 8 || headerBytes > fileBytes - 8)
        refuse(file, SPACRD_TR("core", "The model file is cut short, or is not a safetensors file."));
    if (headerBytes > longestHeader) {
        refuse(file, Text(SPACRD_TR("core", "The header of the model file is longer than %1 bytes."), {toWord(longestHeader)}));
    }
    std::string text(headerBytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(headerBytes));
    if (!in)
        refuse(file, SPACRD_TR("core", "The model file is cut short, or is not a safetensors file."));
    return text;
}

/// Writes floats as they are or rounded to half precision.
void writeElements(std::ostream& out, std::span<const float> values, TensorType type)
{
    if (type == TensorType::f32) {
        out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
        return;
    }
    std::vector<Eigen::half> halves;
    while (!values.empty()) {
        const std::span<const float> block = values.first(std::min(values.size(), blockElements));
        halves.resize(block.size());
        std::transform(block.begin(), block.end(), halves.begin(), [](float v) { return Eigen::half(v); });
        out.write(reinterpret_cast<const char*>(halves.data()),
                  static_cast<std::streamsize>(halves.size() * sizeof(Eigen::half)));
        values = values.subspan(block.size());
    }
}

void refuseUnreadable(const fs::path& file, const std::map<std::string, TensorView>& tensors, TensorType type)
{
    for (const auto& [name, tensor] : tensors) {
        for (const float value : tensor.values) {
            if (!std::isfinite(value))
                throw Error(Text(SPACRD_TR("core", "Tensor \"%1\" holds a value that is not a finite number."), {name}), file);
            if (type == TensorType::f16 && !std::isfinite(static_cast<float>(Eigen::half(value)))) {
                throw Error(
                    Text(SPACRD_TR("core", "Tensor \"%1\" holds %2, too large for half precision."), {name, toWord(value)}), file,
                    SPACRD_TR("core", "write the model in full precision"));
            }
        }
    }
}

/// The header with its length before it, padded so that the data are aligned, as the format recommends.
std::string headerBytesFor(const std::map<std::string, TensorView>& tensors, const std::map<std::string, std::string>& metadata,
                           TensorType type, const fs::path& file)
{
    Json header;
    header["__metadata__"] = metadata;
    std::uint64_t next = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t bytes = tensor.values.size() * elementBytes(type);
        header[name] = {
            {"dtype", type == TensorType::f32 ? "F32" : "F16"}, {"shape", tensor.shape}, {"data_offsets", {next, next + bytes}}};
        next += bytes;
    }
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    if (text.size() > longestHeader)
        throw Error(Text(SPACRD_TR("core", "The header of the model file is longer than %1 bytes."), {toWord(longestHeader)}),
                    file);
    const std::uint64_t length = text.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + text;
}

} // namespace

std::ifstream openSafetensors(const fs::path& file)
{
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found)
        throw Error(SPACRD_TR("core", "There is no such model file."), file, SPACRD_TR("core", "check the path"));
    if (status.type() == fs::file_type::directory)
        throw Error(SPACRD_TR("core", "This is a folder, not a model file."), file, SPACRD_TR("core", "name a .spacrd file"));
    std::ifstream in;
    if (!code && status.type() == fs::file_type::regular)
        in.open(file, std::ios::binary);
    if (!in.is_open())
        throw Error(SPACRD_TR("core", "The model file cannot be opened."), file,
                    SPACRD_TR("core", "check that it is a file, that its links lead to one, and that you may read it"));
    return in;
}

SafetensorsHeader readSafetensorsHeader(std::istream& in, const fs::path& file)
{
    const std::uint64_t fileBytes = sizeOf(in);
    const std::string text = readHeaderText(in, fileBytes, file);
    const std::optional<Json> json = text.starts_with('{') ? parseBounded(text, headerBounds, file) : std::nullopt;
    if (!json)
        refuse(file, SPACRD_TR("core", "The header of the model file is not a JSON object."));

    SafetensorsHeader header;
    const std::uint64_t dataStart = 8 + text.size();
    for (const auto& [name, value] : json->items()) {
        if (name == "__metadata__")
            header.metadata = parseMetadata(value, file);
        else
            header.tensors[name] = parseEntry(file, printable(name), value, dataStart, fileBytes - dataStart);
    }
    checkCoverage(file, header, dataStart, fileBytes);
    return header;
}

SafetensorsHeader readSafetensorsHeader(const fs::path& file)
{
    std::ifstream in = openSafetensors(file);
    return readSafetensorsHeader(in, file);
}

void readElements(std::istream& in, const fs::path& file, const std::string& name, const TensorEntry& entry, std::uint64_t first,
                  std::span<float> out)
{
    in.clear();
    in.seekg(static_cast<std::streamoff>(entry.begin + first * elementBytes(entry.type)));
    std::vector<Eigen::half> halves;
    while (!out.empty()) {
        const std::span<float> block = out.first(std::min(out.size(), blockElements));
        if (entry.type == TensorType::f32) {
            in.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(block.size_bytes()));
        } else {
            halves.resize(block.size());
            in.read(reinterpret_cast<char*>(halves.data()), static_cast<std::streamsize>(halves.size() * sizeof(Eigen::half)));
            std::transform(halves.begin(), halves.end(), block.begin(), [](Eigen::half h) { return static_cast<float>(h); });
        }
        if (!in)
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" cannot be read."), {printable(name)}));
        if (!std::all_of(block.begin(), block.end(), [](float v) { return std::isfinite(v); }))
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" holds a value that is not a finite number."), {printable(name)}));
        out = out.subspan(block.size());
    }
}

std::vector<float> readTensor(const fs::path& file, const std::string& name, const TensorEntry& entry)
{
    std::ifstream in = openSafetensors(file);
    std::vector<float> values(entry.elements());
    readElements(in, file, name, entry, 0, values);
    return values;
}

void writeSafetensors(const fs::path& file, const std::map<std::string, TensorView>& tensors,
                      const std::map<std::string, std::string>& metadata, TensorType type)
{
    refuseUnreadable(file, tensors, type);
    const std::string header = headerBytesFor(tensors, metadata, type, file);
    AtomicFile target(file);
    std::ofstream out(target.temporary(), std::ios::binary);
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    for (const auto& [name, tensor] : tensors)
        writeElements(out, tensor.values, type);
    out.close();
    if (!out) {
        throw Error(SPACRD_TR("core", "The model file could not be written."), file,
                    SPACRD_TR("core", "check that the disk has room"));
    }
    target.commit();
}

} // namespace spacrd
