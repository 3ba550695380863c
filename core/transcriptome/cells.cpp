#include "core/transcriptome/cells.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"

#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t longestCell = 40; // in a message

std::string_view trimmed(std::string_view cell)
{
    const size_t begin = cell.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string_view() : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1);
}

} // namespace

double numberIn(std::string_view cell, std::string_view column, long line, const fs::path& file)
{
    const std::string_view text = trimmed(cell);
    const auto number = toDouble(text);
    if (!number) {
        const bool comma = text.find(',') != std::string_view::npos;
        throw Error(Text(SPACRD_TR("core", "Line %1, column \"%2\": \"%3\" is not a number."),
                         {toWord(line), printable(column), printable(text, longestCell)}),
                    file, comma ? SPACRD_TR("core", "write decimals with a point, not a comma") : "");
    }
    if (std::abs(*number) > largestCellNumber) {
        throw Error(Text(SPACRD_TR("core", "Line %1, column \"%2\": the number %3 is out of range."),
                         {toWord(line), printable(column), toWord(*number)}),
                    file);
    }
    return *number;
}

bool flagIn(std::string_view cell, std::string_view column, long line, const fs::path& file)
{
    const double number = numberIn(cell, column, line, file);
    if (number != 0.0 && number != 1.0) {
        throw Error(Text(SPACRD_TR("core", "Line %1, column \"%2\": %3 is neither 0 nor 1."),
                         {toWord(line), printable(column), toWord(number)}),
                    file);
    }
    return number == 1.0;
}

} // namespace spacrd
