#pragma once

#include "core/transcriptome/parquet/parquet.h"

#include <optional>

namespace spacrd::test {

/// A whole column, nulls as nothing; the list of its kind is filled.
struct WholeColumn
{
    std::vector<std::optional<std::int64_t>> integers;
    std::vector<std::optional<double>> numbers;
    std::vector<std::optional<std::string>> texts;

    bool operator==(const WholeColumn&) const = default;
};

/// Reads whole columns. Fails the program when a batch is not as parquet.h promises.
std::vector<WholeColumn> wholeColumns(const std::filesystem::path& file, const std::vector<std::string>& names);

} // namespace spacrd::test
