#include "tests/transcriptome/parquetcolumns.h"

#include "core/base/task.h"

#include <QtGlobal>

#include <cmath>

namespace spacrd::test {

namespace {

void append(WholeColumn& column, const ParquetValues& values, size_t rows)
{
    const bool right = values.integers.size() + values.numbers.size() + values.texts.size() == rows
                       && (values.nulls.empty() || values.nulls.size() == rows);
    if (!right)
        qFatal("a batch has another number of values than rows");
    for (size_t row = 0; row < rows; ++row) {
        const bool null = values.isNull(row);
        if (values.kind == ParquetKind::integer)
            column.integers.push_back(null ? std::nullopt : std::optional(values.integers[row]));
        else if (values.kind == ParquetKind::number)
            column.numbers.push_back(null ? std::nullopt : std::optional(values.numbers[row]));
        else
            column.texts.push_back(null ? std::nullopt : std::optional(std::string(values.texts[row])));
        const bool empty = (values.kind != ParquetKind::integer || values.integers[row] == 0)
                           && (values.kind != ParquetKind::number || std::isnan(values.numbers[row]))
                           && (values.kind != ParquetKind::text || values.texts[row].empty());
        if (null && !empty)
            qFatal("a null has a value");
    }
}

} // namespace

std::vector<WholeColumn> wholeColumns(const std::filesystem::path& file, const std::vector<std::string>& names)
{
    std::vector<WholeColumn> columns(names.size());
    std::int64_t rows = 0;
    readParquet(file, names, Task(), [&](const ParquetBatch& batch) {
        if (batch.firstRow != rows || batch.rows == 0 || batch.rows > 65'536 || batch.columns.size() != names.size())
            qFatal("a batch is not as it should be");
        rows += static_cast<std::int64_t>(batch.rows);
        for (size_t i = 0; i < names.size(); ++i)
            append(columns[i], batch.columns[i], batch.rows);
        return true;
    });
    return columns;
}

} // namespace spacrd::test
