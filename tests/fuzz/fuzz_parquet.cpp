#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/parquet/parquet.h"
#include "core/transcriptome/parquet/parquetfile.h"

#include "tests/fuzz/parquettables.h"

#include <cstring>
#include <sstream>

/// Fuzz target: any bytes given as a Parquet table end in an Error or in values, as many as there are rows. Nothing else may
/// happen: no other exception, no memory error, no undefined behaviour, no large allocation.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

constexpr std::int64_t mostRows = 70'000; // a few bytes can stand for billions of equal rows
constexpr size_t mostColumns = 16;

ParquetFile opened(std::string_view bytes)
{
    return {std::make_unique<std::istringstream>(std::string(bytes)), "fuzz"};
}

template <class Call>
bool endsWell(Call&& call)
{
    try {
        call();
        return true;
    } catch (const Error& error) {
        isTrue(std::strchr(error.what(), '\n') == nullptr && !error.sentence().empty() && error.file() == "fuzz");
        return false;
    }
}

/// Every value is touched, so that the sanitizers see whether it lies where it may.
size_t touched(const ParquetValues& values, size_t rows)
{
    isTrue(values.integers.size() + values.numbers.size() + values.texts.size() == rows);
    isTrue(values.nulls.empty() || values.nulls.size() == rows);
    size_t sum = 0;
    for (const std::int64_t value : values.integers)
        sum += static_cast<size_t>(value);
    for (const double value : values.numbers)
        sum += value > 0.0 ? 1 : 0;
    for (const std::string_view text : values.texts)
        sum += text.empty() ? 0 : static_cast<unsigned char>(text.front()) + static_cast<unsigned char>(text.back());
    for (const std::uint8_t null : values.nulls)
        isTrue(null <= 1);
    return sum;
}

void readColumns(std::string_view bytes, const std::vector<std::string>& names)
{
    endsWell([&] {
        std::int64_t rows = 0;
        volatile size_t sum = 0;
        ParquetFile file = opened(bytes);
        readParquet(file, names, Task(), [&](const ParquetBatch& batch) {
            isTrue(batch.firstRow == rows && batch.rows > 0 && batch.rows <= 65'536 && batch.columns.size() == names.size());
            rows += static_cast<std::int64_t>(batch.rows);
            for (const ParquetValues& values : batch.columns)
                sum = sum + touched(values, batch.rows);
            return rows < mostRows;
        });
    });
}

void run(std::string_view bytes)
{
    std::vector<std::string> names;
    const bool listed = endsWell([&] {
        ParquetFile file = opened(bytes);
        for (const ParquetColumn& column : parquetColumns(file)) {
            if (names.size() < mostColumns)
                names.push_back(column.name);
        }
    });
    if (!listed)
        return;
    for (const std::string& name : names) // one that is refused does not keep the others from being read
        readColumns(bytes, {name});
    readColumns(bytes, names);
}

} // namespace

Target fuzz::target()
{
    return {&run, &parquetSeeds, &changeTable};
}
