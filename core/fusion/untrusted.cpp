#include "core/fusion/untrusted.h"

#include "core/base/error.h"
#include "core/base/printable.h"

#include <nlohmann/json.hpp>

#include <unordered_set>
#include <vector>

namespace spacrd {

using Json = nlohmann::ordered_json;

namespace {

/// Walks through the text without building anything. Returning false ends the walk.
class Checker final : public nlohmann::json_sax<Json>
{
public:
    explicit Checker(const JsonBounds& bounds)
        : m_bounds(bounds)
    {}

    const Text& beyond() const { return m_beyond; } ///< empty: within the bounds, or no JSON

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return false; }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }

    bool key(string_t& name) override
    {
        std::unordered_set<std::string>& names = m_open.back();
        if (names.size() >= m_bounds.members) {
            return fail(Text(SPACRD_TR("core", "The JSON in the model file has an object of more than %1 members."),
                             {toWord(m_bounds.members)}));
        }
        return names.insert(name).second
               || fail(Text(SPACRD_TR("core", "The JSON in the model file names \"%1\" twice."), {printable(name)}));
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool fail(Text beyond)
    {
        m_beyond = std::move(beyond);
        return false;
    }

    bool count()
    {
        return ++m_values <= m_bounds.values
               || fail(Text(SPACRD_TR("core", "The JSON in the model file has more than %1 values."), {toWord(m_bounds.values)}));
    }

    bool open()
    {
        if (m_open.size() >= m_bounds.depth) {
            return fail(
                Text(SPACRD_TR("core", "The JSON in the model file is nested deeper than %1."), {toWord(m_bounds.depth)}));
        }
        m_open.emplace_back();
        return count();
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    JsonBounds m_bounds;
    size_t m_values = 0;
    std::vector<std::unordered_set<std::string>> m_open; ///< member names of the objects we are in; none of an array
    Text m_beyond;
};

} // namespace

std::optional<Json> parseBounded(std::string_view text, const JsonBounds& bounds, const std::filesystem::path& file)
{
    Checker checker(bounds);
    const bool whole = Json::sax_parse(text, &checker);
    if (!checker.beyond().empty())
        throw Error(checker.beyond(), file, SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
    if (!whole)
        return std::nullopt;
    return Json::parse(text);
}

} // namespace spacrd
