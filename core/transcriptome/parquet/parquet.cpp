#include "core/transcriptome/parquet/parquet.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/parquet/parquetchunk.h"
#include "core/transcriptome/parquet/parquetfile.h"
#include "core/transcriptome/parquet/parquetfooter.h"

#include <algorithm>
#include <new>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

const SchemaColumn& columnNamed(const ParquetFooter& footer, const std::string& name, const fs::path& file)
{
    const ColumnPlace place{file, name};
    const auto named = [&](const SchemaColumn& column) { return column.name == name; };
    const auto found = std::find_if(footer.columns.begin(), footer.columns.end(), named);
    if (found == footer.columns.end())
        place.refuse(SPACRD_TR("core", "The table has no column named \"%1\"."));
    if (std::find_if(found + 1, footer.columns.end(), named) != footer.columns.end())
        place.refuse(SPACRD_TR("core", "The Parquet table has two columns named \"%1\"."));
    if (found->kind() == ParquetKind::unsupported) {
        place.refuse(SPACRD_TR("core",
                               "The Parquet column \"%1\" is of a type that this version does not read (nested, repeated, "
                               "decimal or INT96)."));
    }
    if (found->type == ParquetType::fixedBytes && found->fixedLength <= 0)
        place.damaged(SPACRD_TR("core", "The Parquet column \"%1\" has texts of an impossible length."));
    return *found;
}

/// Makes an Error of memory that ends.
template <typename Call>
void withinMemory(const fs::path& file, Call&& call)
{
    try {
        call();
    } catch (const std::bad_alloc&) {
        throw Error(SPACRD_TR("core", "There is not enough memory to read the Parquet table."), file);
    }
}

void readGroups(ParquetFile& file, const std::vector<std::string>& names, const Task& task, const ParquetVisitor& visit)
{
    const ParquetFooter footer = readParquetFooter(file);
    std::vector<std::unique_ptr<ColumnReader>> readers;
    readers.reserve(names.size());
    for (const std::string& name : names)
        readers.push_back(columnReader(file, columnNamed(footer, name, file.path())));
    ParquetBatch batch;
    batch.columns.resize(names.size());
    for (const RowGroup& group : footer.groups) {
        if (group.rows == 0)
            continue;
        for (const auto& reader : readers)
            reader->open(group, footer.begin);
        for (std::int64_t left = group.rows; left > 0 && !readers.empty(); left -= static_cast<std::int64_t>(batch.rows)) {
            task.check();
            batch.rows = readers.front()->available(task);
            for (const auto& reader : readers)
                batch.rows = std::min(batch.rows, reader->available(task));
            for (size_t i = 0; i < readers.size(); ++i)
                batch.columns[i] = readers[i]->read(batch.rows);
            if (!visit(batch))
                return;
            batch.firstRow += static_cast<std::int64_t>(batch.rows);
        }
    }
}

} // namespace

std::vector<ParquetColumn> parquetColumns(ParquetFile& file)
{
    std::vector<ParquetColumn> columns;
    withinMemory(file.path(), [&] {
        for (const SchemaColumn& column : readParquetFooter(file).columns)
            columns.push_back({column.name, column.kind(), column.optional});
    });
    return columns;
}

void readParquet(ParquetFile& file, const std::vector<std::string>& columns, const Task& task, const ParquetVisitor& visit)
{
    withinMemory(file.path(), [&] { readGroups(file, columns, task, visit); });
}

std::vector<ParquetColumn> parquetColumns(const fs::path& file)
{
    ParquetFile opened(file);
    return parquetColumns(opened);
}

void readParquet(const fs::path& file, const std::vector<std::string>& columns, const Task& task, const ParquetVisitor& visit)
{
    ParquetFile opened(file);
    readParquet(opened, columns, task, visit);
}

} // namespace spacrd
