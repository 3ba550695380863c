#pragma once

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace spacrd {

/// Fields of one JSON object of a model card, strictly typed: no number for a word, no fraction for a count, nothing that is
/// not finite, no endless text. Each function throws Error naming file and field when the field is missing or not so.
class CardFields
{
public:
    using Json = nlohmann::ordered_json;

    /// Both must outlive this.
    CardFields(const Json& object, const std::filesystem::path& file)
        : m_object(object)
        , m_file(file)
    {}

    bool has(const std::string& name) const { return m_object.contains(name); }
    bool isNull(const std::string& name) const { return at(name).is_null(); }
    std::vector<std::string> names() const;

    bool truth(const char* name) const;
    std::int64_t integer(const char* name, std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                         std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
    /// Of a panel, an encoder, a projection: 1 to 2²⁰, which bounds what a card can make us allocate.
    int width(const char* name) const;
    double number(const std::string& name, double least = -std::numeric_limits<double>::max(),
                  double most = std::numeric_limits<double>::max()) const;
    std::string text(const char* name) const;               ///< up to 64 KiB
    std::vector<std::string> words(const char* name) const; ///< up to 10,000 of up to 1,000 bytes
    std::vector<std::string> genes(const char* name) const; ///< up to 2²⁰ of up to 1,000 bytes

    size_t length(const char* name) const; ///< of a list
    std::vector<double> numbers(const char* name) const;
    std::vector<double> numbers(const char* name, size_t count, double least, double most) const;
    std::vector<float> floats(const char* name, size_t count, double least = -std::numeric_limits<float>::max()) const;

    CardFields object(const char* name) const;
    std::vector<CardFields> objects(const char* name) const; ///< a list of them; empty when the field is missing

    /// Throws the sentence, in which %1 is the field's name.
    [[noreturn]] void refuse(const std::string& name, const char* sentence) const;

private:
    const Json& at(const std::string& name) const;
    const Json& list(const char* name, size_t longest) const;
    std::vector<std::string> strings(const char* name, size_t longest) const;
    double finite(const Json& json, const std::string& name, double least, double most) const;

    const Json& m_object;
    const std::filesystem::path& m_file;
};

} // namespace spacrd
