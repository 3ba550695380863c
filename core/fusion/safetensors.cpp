#include "core/fusion/safetensors.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>

namespace spacrd {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");

constexpr std::uint64_t longestHeader = 100'000'000; // the format's own limit

[[noreturn]] void refuse(const fs::path& file, Text what)
{
    throw Error(std::move(what), file, SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
}

std::uint64_t elementBytes(TensorType type)
{
    return type == TensorType::f32 ? 4 : 2;
}

/// Opens the file and returns its size.
std::uint64_t openForReading(std::ifstream& in, const fs::path& file)
{
    std::error_code code;
    if (!fs::is_regular_file(file, code))
        throw Error(SPACRD_TR("core", "There is no such model file."), file, SPACRD_TR("core", "check the path"));
    in.open(file, std::ios::binary);
    if (!in)
        throw Error(SPACRD_TR("core", "The model file cannot be read."), file);
    return fs::file_size(file);
}

TensorEntry parseEntry(const fs::path& file, const std::string& name, const Json& json, std::uint64_t dataStart,
                       std::uint64_t dataBytes)
{
    TensorEntry entry;
    std::vector<std::int64_t> range;
    try {
        const auto dtype = json.at("dtype").get<std::string>();
        if (dtype != "F32" && dtype != "F16")
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" has the type %2; only F32 and F16 are read."), {name, dtype}));
        entry.type = dtype == "F32" ? TensorType::f32 : TensorType::f16;
        entry.shape = json.at("shape").get<std::vector<std::int64_t>>();
        range = json.at("data_offsets").get<std::vector<std::int64_t>>();
    } catch (const Json::exception&) {
        refuse(file, Text(SPACRD_TR("core", "The description of tensor \"%1\" is malformed."), {name}));
    }
    std::uint64_t elements = 1;
    for (const std::int64_t extent : entry.shape) {
        if (extent < 1 || static_cast<std::uint64_t>(extent) > dataBytes
            || elements > dataBytes / static_cast<std::uint64_t>(extent))
            refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" claims a shape larger than the file."), {name}));
        elements *= static_cast<std::uint64_t>(extent);
    }
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

} // namespace

SafetensorsHeader readSafetensorsHeader(const fs::path& file)
{
    std::ifstream in;
    const std::uint64_t fileBytes = openForReading(in, file);
    std::uint64_t headerBytes = 0;
    in.read(reinterpret_cast<char*>(&headerBytes), sizeof headerBytes);
    if (!in || headerBytes > longestHeader || headerBytes > fileBytes - sizeof headerBytes)
        refuse(file, SPACRD_TR("core", "The model file is cut short, or is not a safetensors file."));
    std::string text(headerBytes, '\0');
    in.read(text.data(), static_cast<std::streamsize>(headerBytes));
    const Json json = Json::parse(text, nullptr, false);
    if (!in || !json.is_object())
        refuse(file, SPACRD_TR("core", "The header of the model file is not a JSON object."));

    SafetensorsHeader header;
    const std::uint64_t dataStart = sizeof headerBytes + headerBytes;
    for (const auto& [name, value] : json.items()) {
        if (name == "__metadata__") {
            if (!value.is_object())
                refuse(file, SPACRD_TR("core", "The metadata of the model file is not an object."));
            for (const auto& [key, word] : value.items()) {
                if (word.is_string())
                    header.metadata[key] = word.get<std::string>();
            }
        } else {
            header.tensors[name] = parseEntry(file, name, value, dataStart, fileBytes - dataStart);
        }
    }
    checkCoverage(file, header, dataStart, fileBytes);
    return header;
}

std::vector<float> readTensor(const fs::path& file, const std::string& name, const TensorEntry& entry)
{
    std::ifstream in;
    openForReading(in, file);
    in.seekg(static_cast<std::streamoff>(entry.begin));
    std::vector<float> values(entry.bytes / elementBytes(entry.type));
    if (entry.type == TensorType::f32) {
        in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(entry.bytes));
    } else {
        std::vector<Eigen::half> halves(values.size());
        in.read(reinterpret_cast<char*>(halves.data()), static_cast<std::streamsize>(entry.bytes));
        std::transform(halves.begin(), halves.end(), values.begin(), [](Eigen::half h) { return static_cast<float>(h); });
    }
    if (!in)
        refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" cannot be read."), {name}));
    if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); }))
        refuse(file, Text(SPACRD_TR("core", "Tensor \"%1\" holds a value that is not a finite number."), {name}));
    return values;
}

void writeSafetensors(const fs::path& file, const std::map<std::string, TensorData>& tensors,
                      const std::map<std::string, std::string>& metadata, TensorType type)
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
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // data start aligned, as the format recommends

    AtomicFile target(file);
    std::ofstream out(target.temporary(), std::ios::binary);
    const std::uint64_t headerBytes = text.size();
    out.write(reinterpret_cast<const char*>(&headerBytes), sizeof headerBytes);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    for (const auto& [name, tensor] : tensors) {
        if (type == TensorType::f32) {
            out.write(reinterpret_cast<const char*>(tensor.values.data()),
                      static_cast<std::streamsize>(tensor.values.size() * 4));
        } else {
            const std::vector<Eigen::half> halves(tensor.values.begin(), tensor.values.end());
            out.write(reinterpret_cast<const char*>(halves.data()), static_cast<std::streamsize>(halves.size() * 2));
        }
    }
    out.close();
    if (!out) {
        throw Error(SPACRD_TR("core", "The model file could not be written."), file,
                    SPACRD_TR("core", "check that the disk has room"));
    }
    target.commit();
}

} // namespace spacrd
