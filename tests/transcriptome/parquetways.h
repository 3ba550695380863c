#pragma once

#include "tests/transcriptome/parquetwriter.h"

namespace spacrd::test {

/// What value `i` of a column of a type is, in its own words.
struct Value
{
    std::int64_t integer = 0;
    double number = 0.0;
    std::string text = {};
};

/// One way to write one type.
struct Way
{
    const char* name;
    std::int32_t type;
    std::int32_t encoding;
    std::function<Value(int)> value;
    std::function<std::string(const std::vector<Value>&)> body; ///< all values; with a dictionary, the different ones
    std::int32_t fixedLength = 0;
    std::int32_t logical = 0;
};

/// Every type in every encoding that is read.
const std::vector<Way>& ways();

/// The pages of rows [begin, end), of at most 150 rows. Row 3, 10, 17, … is null when `optional`, and a whole page is.
std::vector<PageParts> pagesOf(const Way& way, int begin, int end, std::int32_t kind, bool optional);

/// Whether row `i` of such pages is null.
bool isNull(int i);

} // namespace spacrd::test
