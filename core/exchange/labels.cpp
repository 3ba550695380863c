#include "core/exchange/labels.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace spacrd {

namespace {

constexpr int noLabel = -1;
constexpr double veryFew = 0.1;

using SpotIndex = std::unordered_map<std::string, size_t>;

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// What two spellings of one class name have in common.
std::string folded(std::string_view name)
{
    std::string out(trimmed(name));
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::set<std::string> foldedSet(const std::vector<std::string>& names)
{
    std::set<std::string> out;
    for (const std::string& name : names) {
        if (!trimmed(name).empty())
            out.insert(folded(name));
    }
    return out;
}

/// 0 or 1 for the spellings of a yes and a no, numbers as pandas writes them included.
std::optional<int> toYesNo(const std::string& foldedValue)
{
    if (foldedValue == "true")
        return 1;
    if (foldedValue == "false")
        return 0;
    const auto number = toDouble(foldedValue);
    if (number && (*number == 0.0 || *number == 1.0))
        return static_cast<int>(*number);
    return std::nullopt;
}

bool isMissing(const std::string& foldedValue)
{
    return foldedValue.empty() || foldedValue == "na" || foldedValue == "nan";
}

std::optional<std::string> legacySpot(std::string_view x, std::string_view y)
{
    const auto column = toDouble(trimmed(x));
    const auto row = toDouble(trimmed(y));
    if (!column || !row || std::abs(*column) > 1e9 || std::abs(*row) > 1e9)
        return std::nullopt;
    return std::to_string(std::llround(*column)) + "x" + std::to_string(std::llround(*row));
}

/// The spot each row is of, by one way of naming spots; nothing for rows of spots that the sample does not have.
struct Matching
{
    std::vector<std::optional<size_t>> spots; ///< one a row
    std::vector<std::string> names;           ///< as read, or the first cell, for the message when none matches
    size_t matches = 0;
};

template <typename NameOf>
Matching matchRows(const Table& table, const SpotIndex& index, NameOf nameOf)
{
    Matching matching;
    for (const auto& row : table.rows) {
        const std::optional<std::string> name = nameOf(row);
        const auto found = name ? index.find(*name) : index.end();
        matching.names.push_back(name.value_or(row.front()));
        matching.spots.push_back(found == index.end() ? std::nullopt : std::optional<size_t>(found->second));
        matching.matches += found != index.end();
    }
    return matching;
}

Matching spotsOfRows(const Table& table, const std::vector<std::string>& barcodes)
{
    SpotIndex index;
    for (size_t s = 0; s < barcodes.size(); ++s)
        index.emplace(barcodes[s], s);

    using Row = std::vector<std::string>;
    std::optional<Matching> first;
    const auto consider = [&](const auto& nameOf) {
        Matching matching = matchRows(table, index, nameOf);
        const bool matched = matching.matches > 0;
        if (matched || !first)
            first = std::move(matching);
        return matched;
    };
    for (const char* name : {"barcode", "spot"}) {
        const auto column = table.column(name);
        if (column && consider([&](const Row& row) { return std::optional(std::string(trimmed(row[*column]))); }))
            return *first;
    }
    const auto x = table.column("x");
    const auto y = table.column("y");
    if (x && y && consider([&](const Row& row) { return legacySpot(row[*x], row[*y]); }))
        return *first;
    if (consider([&](const Row& row) { return std::optional(std::string(trimmed(row.front()))); }))
        return *first;

    const std::string tableName = first->names.empty() ? std::string() : first->names.front();
    throw Error(
        Text(SPACRD_TR("core", "No row of the labels names a spot of the sample: the table says \"%1\", the sample \"%2\"."),
             {tableName, barcodes.empty() ? std::string() : barcodes.front()}),
        table.path, SPACRD_TR("core", "check that labels and sample belong together"));
}

/// A table of several sections names few spots of each by its rows, and one of some corrected spots few of all spots; where both
/// shares are small, what they have in common is chance.
void requireSameSection(const Matching& matching, size_t spots, const std::filesystem::path& file)
{
    const auto matches = static_cast<double>(matching.matches);
    const size_t rows = matching.spots.size();
    if (matches >= veryFew * static_cast<double>(rows) || matches >= veryFew * static_cast<double>(spots))
        return;
    throw Error(
        Text(SPACRD_TR("core", "Only %1 of the %2 rows of the labels name one of the sample's %3 spots; they are those of "
                               "another section."),
             {toWord(matching.matches), toWord(rows), toWord(spots)}),
        file, SPACRD_TR("core", "check that labels and sample belong together"));
}

std::vector<size_t> labelColumns(const Table& table)
{
    std::vector<size_t> columns;
    for (const char* name : {"label", "cancer", "class", "annotation"}) {
        if (const auto column = table.column(name))
            columns.push_back(*column);
    }
    if (columns.empty())
        columns.push_back(table.header.size() - 1);
    return columns;
}

std::set<std::string> namesIn(const Table& table, size_t column)
{
    std::set<std::string> names;
    for (const auto& row : table.rows) {
        if (!isMissing(folded(row[column])))
            names.emplace(trimmed(row[column]));
    }
    return names;
}

std::string listed(const std::set<std::string>& names)
{
    constexpr size_t most = 12;
    std::string list;
    size_t count = 0;
    for (const std::string& name : names) {
        if (++count > most)
            return list + ", …";
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

bool columnHolds(const Table& table, size_t column, const std::set<std::string>& names)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return names.contains(folded(row[column])); });
}

/// True when every value says yes, no or nothing.
bool isYesNoColumn(const Table& table, size_t column)
{
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        const std::string value = folded(row[column]);
        return isMissing(value) || toYesNo(value).has_value();
    });
}

size_t labelColumn(const Table& table, const std::vector<std::string>& positive)
{
    const std::vector<size_t> columns = labelColumns(table);
    const std::set<std::string> names = foldedSet(positive);
    if (names.empty())
        return columns.front();
    for (const size_t column : columns) {
        if (columnHolds(table, column, names))
            return column;
    }
    for (const size_t column : columns) {
        if (isYesNoColumn(table, column))
            return column;
    }
    throw Error(Text(SPACRD_TR("core", "None of the positive classes \"%1\" occurs in the labels; the classes there are: %2."),
                     {joined(positive), listed(namesIn(table, columns.front()))}),
                table.path, SPACRD_TR("core", "correct the names of the positive classes"));
}

class LabelReader
{
public:
    LabelReader(const Table& table, const std::vector<std::string>& positive, const std::vector<std::string>& leaveOut)
        : m_table(table)
        , m_column(labelColumn(table, positive))
        , m_positive(foldedSet(positive))
        , m_leaveOut(foldedSet(leaveOut))
    {}

    int label(const std::vector<std::string>& row) const
    {
        const std::string value = folded(row[m_column]);
        if (m_positive.contains(value))
            return 1;
        if (m_leaveOut.contains(value) || isMissing(value))
            return noLabel;
        if (const auto yesNo = toYesNo(value))
            return *yesNo;
        if (m_positive.empty()) {
            throw Error(
                Text(SPACRD_TR("core",
                               "The label \"%1\" is a class name, but no class is said to be positive; the classes are: %2."),
                     {std::string(trimmed(row[m_column])), listed(namesIn(m_table, m_column))}),
                m_table.path, SPACRD_TR("core", "name the positive classes, on the command line with --positive"));
        }
        return 0;
    }

private:
    const Table& m_table;
    size_t m_column;
    std::set<std::string> m_positive;
    std::set<std::string> m_leaveOut;
};

} // namespace

std::vector<int> readLabels(const std::filesystem::path& file, const std::vector<std::string>& barcodes,
                            const std::vector<std::string>& positive, const std::vector<std::string>& leaveOut, const Task& task)
{
    const Table table = readTableWithHeader(file, task);
    if (table.rows.empty())
        throw Error(SPACRD_TR("core", "The table of labels has a header but no rows."), file);
    const Matching matching = spotsOfRows(table, barcodes);
    requireSameSection(matching, barcodes.size(), file);
    const LabelReader reader(table, positive, leaveOut);

    std::vector<int> labels(barcodes.size(), noLabel);
    std::vector<bool> seen(barcodes.size(), false);
    bool any = false;
    for (size_t r = 0; r < table.rows.size(); ++r) {
        if (!matching.spots[r])
            continue;
        const size_t spot = *matching.spots[r];
        const int label = reader.label(table.rows[r]);
        if (seen[spot] && labels[spot] != label) {
            throw Error(Text(SPACRD_TR("core", "The spot %1 has two rows with different labels."), {barcodes[spot]}), file,
                        SPACRD_TR("core", "leave one row for each spot"));
        }
        seen[spot] = true;
        labels[spot] = label;
        any = any || label != noLabel;
    }
    if (!any) {
        throw Error(SPACRD_TR("core", "None of the sample's spots has a label: all are empty or left out."), file,
                    SPACRD_TR("core", "check the column of labels and the classes that are left out"));
    }
    return labels;
}

std::set<std::string> labelClasses(const std::filesystem::path& file, const std::vector<std::string>& positive, const Task& task)
{
    const Table table = readTableWithHeader(file, task);
    const size_t column = labelColumn(table, positive);
    return isYesNoColumn(table, column) ? std::set<std::string>() : namesIn(table, column);
}

Text unknownClasses(const std::vector<std::string>& positive, const std::set<std::string>& classes)
{
    if (classes.empty())
        return {};
    std::set<std::string> known;
    for (const std::string& name : classes)
        known.insert(folded(name));
    std::vector<std::string> unknown;
    for (const std::string& name : positive) {
        if (!known.contains(folded(name)))
            unknown.push_back(name);
    }
    if (unknown.empty())
        return {};
    return {SPACRD_TR("core", "No label is of the positive class \"%1\"; the classes there are: %2."),
            {joined(unknown), listed(classes)}};
}

std::vector<std::string> splitNames(const std::string& list)
{
    std::vector<std::string> names;
    std::string_view rest = list;
    while (!rest.empty()) {
        const size_t comma = rest.find(',');
        const std::string_view name = trimmed(rest.substr(0, comma));
        if (!name.empty())
            names.emplace_back(name);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return names;
}

} // namespace spacrd
