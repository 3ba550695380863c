#include "core/fusion/cardfields.h"

#include "core/base/error.h"
#include "core/base/printable.h"

#include <cmath>

namespace spacrd {

namespace {

constexpr std::int64_t largestWidth = 1 << 20;
constexpr size_t longestText = 1 << 16;
constexpr size_t longestWord = 1000;
constexpr size_t mostWords = 10000;

} // namespace

void CardFields::refuse(const std::string& name, const char* sentence) const
{
    throw Error(Text(sentence, {printable(name)}), m_file,
                SPACRD_TR("core", "the file is damaged or was made by another program"));
}

const CardFields::Json& CardFields::at(const std::string& name) const
{
    const auto found = m_object.find(name);
    if (found == m_object.end())
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is missing."));
    return *found;
}

std::vector<std::string> CardFields::names() const
{
    std::vector<std::string> names;
    for (const auto& [name, value] : m_object.items()) {
        if (name.size() > longestWord)
            refuse(name, SPACRD_TR("core", "The model card's field \"%1\" has too long a name."));
        names.push_back(name);
    }
    return names;
}

bool CardFields::truth(const char* name) const
{
    const Json& json = at(name);
    if (!json.is_boolean())
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is neither true nor false."));
    return json.get<bool>();
}

std::int64_t CardFields::integer(const char* name, std::int64_t least, std::int64_t most) const
{
    const Json& json = at(name);
    const bool tooLarge =
        json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    if (!json.is_number_integer() || tooLarge)
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is not a whole number."));
    const auto value = json.get<std::int64_t>();
    if (value < least || value > most) {
        throw Error(Text(SPACRD_TR("core", "The model card's field \"%1\" is %2, outside %3 to %4."),
                         {name, std::to_string(value), std::to_string(least), std::to_string(most)}),
                    m_file);
    }
    return value;
}

int CardFields::width(const char* name) const
{
    return static_cast<int>(integer(name, 1, largestWidth));
}

double CardFields::finite(const Json& json, const std::string& name, double least, double most) const
{
    if (!json.is_number() || !std::isfinite(json.get<double>()))
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" holds something else than finite numbers."));
    const auto value = json.get<double>();
    if (value < least || value > most)
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" holds a number outside its range."));
    return value;
}

double CardFields::number(const std::string& name, double least, double most) const
{
    return finite(at(name), name, least, most);
}

std::string CardFields::text(const char* name) const
{
    const Json& json = at(name);
    if (!json.is_string())
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is not text."));
    auto text = json.get<std::string>();
    if (text.size() > longestText)
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is too long."));
    return text;
}

const CardFields::Json& CardFields::list(const char* name, size_t longest) const
{
    const Json& json = at(name);
    if (!json.is_array())
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is not a list."));
    if (json.size() > longest)
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is too long."));
    return json;
}

std::vector<std::string> CardFields::strings(const char* name, size_t longest) const
{
    std::vector<std::string> strings;
    for (const Json& item : list(name, longest)) {
        if (!item.is_string())
            refuse(name, SPACRD_TR("core", "The model card's field \"%1\" holds something else than text."));
        strings.push_back(item.get<std::string>());
        if (strings.back().size() > longestWord)
            refuse(name, SPACRD_TR("core", "The model card's field \"%1\" holds too long a text."));
    }
    return strings;
}

std::vector<std::string> CardFields::words(const char* name) const
{
    return strings(name, mostWords);
}

std::vector<std::string> CardFields::genes(const char* name) const
{
    return strings(name, largestWidth);
}

size_t CardFields::length(const char* name) const
{
    return list(name, largestWidth).size();
}

std::vector<double> CardFields::numbers(const char* name) const
{
    constexpr double largest = std::numeric_limits<double>::max();
    return numbers(name, length(name), -largest, largest);
}

std::vector<double> CardFields::numbers(const char* name, size_t count, double least, double most) const
{
    const Json& json = list(name, largestWidth);
    if (json.size() != count) {
        throw Error(Text(SPACRD_TR("core", "The model card's field \"%1\" holds %2 numbers instead of %3."),
                         {name, toWord(json.size()), toWord(count)}),
                    m_file, SPACRD_TR("core", "the file is damaged or was made by another program"));
    }
    std::vector<double> numbers;
    for (const Json& item : json)
        numbers.push_back(finite(item, name, least, most));
    return numbers;
}

std::vector<float> CardFields::floats(const char* name, size_t count, double least) const
{
    std::vector<float> floats;
    for (const double number : numbers(name, count, least, std::numeric_limits<float>::max()))
        floats.push_back(static_cast<float>(number));
    return floats;
}

CardFields CardFields::object(const char* name) const
{
    const Json& json = at(name);
    if (!json.is_object())
        refuse(name, SPACRD_TR("core", "The model card's field \"%1\" is not an object."));
    return {json, m_file};
}

std::vector<CardFields> CardFields::objects(const char* name) const
{
    std::vector<CardFields> objects;
    if (!has(name))
        return objects;
    for (const Json& item : list(name, mostWords)) {
        if (!item.is_object())
            refuse(name, SPACRD_TR("core", "The model card's field \"%1\" holds something else than objects."));
        objects.emplace_back(item, m_file);
    }
    return objects;
}

} // namespace spacrd
