#pragma once

#include <functional>
#include <string>
#include <vector>

namespace spacrd::test {

/// A Parquet file that is wrong in one way; its column that is asked for is named "column".
struct MalformedTable
{
    std::string name;
    std::string sentence; ///< part of the Error that reading it must end in
    std::function<std::string()> bytes;
};

std::vector<MalformedTable> malformedTables();

} // namespace spacrd::test
