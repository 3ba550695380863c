#include "core/base/table.h"
#include "core/base/task.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/target.h"

/// Fuzz target: tables of any kind, row by row and as a whole.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    const MemoryFile file(bytes);
    const Task task;
    errorsAreFine([&] {
        long last = 0;
        readTable(file.path(), task, [&](const std::vector<std::string_view>& cells, long line) {
            isTrue(!cells.empty() && line >= last);
            last = line;
            for (const std::string_view cell : cells) {
                toDouble(cell);
                toInteger(cell);
            }
            return true;
        });
    });
    errorsAreFine([&] {
        const Table table = readTableWithHeader(file.path(), task);
        for (const auto& row : table.rows)
            isTrue(row.size() == table.header.size());
    });
    errorsAreFine([&] { isTrue(readText(file.path(), 1 << 16).size() <= 1 << 16); });
}

std::vector<std::string> seeds()
{
    std::vector<std::string> all;
    for (const char* ending : {".csv", ".tsv", ".tsv.gz"}) {
        for (std::string& bytes : test::filesOfCases(ending))
            all.push_back(std::move(bytes));
    }
    return all;
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds};
}
