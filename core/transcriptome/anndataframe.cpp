#include "core/transcriptome/anndataframe.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5dataset.h"

#include <algorithm>
#include <limits>

namespace spacrd {

AnnDataFrame::AnnDataFrame(const Hdf5File& file, std::string group)
    : m_file(file)
    , m_group(std::move(group))
{
    if (file.hasDataset(m_group)) {
        throw Error(Text(SPACRD_TR("core", "The table \"%1\" is stored as AnnData before 0.7 did."), {m_group}), file.path(),
                    SPACRD_TR("core", "read and write the file once with a newer anndata"));
    }
    if (!file.hasGroup(m_group))
        throw Error(Text(SPACRD_TR("core", "The AnnData file has no table \"%1\"."), {m_group}), file.path());
    m_index = file.textAttribute(m_group, "_index").value_or("_index");
    if (!file.hasDataset(path(m_index)) && file.hasDataset(path("index")))
        m_index = "index";
}

std::vector<std::string> AnnDataFrame::index(const Task& task) const
{
    const Hdf5Dataset names(m_file, path(m_index));
    names.requireRank(1);
    if (names.kind() == Hdf5Kind::text)
        return names.strings(task);
    std::vector<std::string> words; // a table without names of its own is numbered
    for (const std::int64_t number : m_file.integers<std::int64_t>(path(m_index), task))
        words.push_back(std::to_string(number));
    return words;
}

std::vector<std::string> AnnDataFrame::columns() const
{
    std::vector<std::string> names = m_file.datasetsIn(m_group);
    for (const std::string& group : m_file.groupsIn(m_group)) {
        if (group != "__categories")
            names.push_back(group);
    }
    std::erase(names, m_index);
    return names;
}

bool AnnDataFrame::has(const std::string& column) const
{
    return m_file.hasDataset(path(column)) || m_file.hasGroup(path(column));
}

std::string AnnDataFrame::categoriesOf(const std::string& column) const
{
    if (m_file.hasDataset(path(column) + "/categories"))
        return path(column) + "/categories";
    if (m_file.hasDataset(path(column)) && m_file.hasDataset(m_group + "/__categories/" + column))
        return m_group + "/__categories/" + column;
    return {};
}

bool AnnDataFrame::isText(const std::string& column) const
{
    const std::string categories = categoriesOf(column);
    const std::string values = categories.empty() ? path(column) : categories;
    return m_file.hasDataset(values) && Hdf5Dataset(m_file, values).kind() == Hdf5Kind::text;
}

std::vector<std::int64_t> AnnDataFrame::codes(const std::string& column, size_t rows, size_t categories, const Task& task) const
{
    const bool apart = m_file.hasGroup(path(column));
    std::vector<std::int64_t> codes = m_file.integers<std::int64_t>(apart ? path(column) + "/codes" : path(column), task);
    requireRows(column, codes.size(), rows);
    for (const std::int64_t code : codes) {
        if (code < -1 || code >= static_cast<std::int64_t>(categories)) {
            throw Error(Text(SPACRD_TR("core", "The column \"%1\" names category %2 of %3."),
                             {path(column), toWord(static_cast<long long>(code)), toWord(categories)}),
                        m_file.path());
        }
    }
    return codes;
}

std::vector<std::string> AnnDataFrame::texts(const std::string& column, size_t rows, const Task& task) const
{
    const std::string categories = categoriesOf(column);
    if (categories.empty()) {
        std::vector<std::string> values = m_file.strings(path(column), task);
        requireRows(column, values.size(), rows);
        return values;
    }
    const std::vector<std::string> names = m_file.strings(categories, task);
    std::vector<std::string> values;
    values.reserve(rows);
    for (const std::int64_t code : codes(column, rows, names.size(), task))
        values.push_back(code < 0 ? std::string() : names[static_cast<size_t>(code)]);
    return values;
}

std::vector<double> AnnDataFrame::numbers(const std::string& column, size_t rows, const Task& task) const
{
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const std::string categories = categoriesOf(column);
    if (categories.empty()) {
        // A column that may lack values is a group with those and a mask.
        const bool masked = m_file.hasGroup(path(column));
        const Hdf5Dataset dataset(m_file, masked ? path(column) + "/values" : path(column));
        dataset.requireRank(1);
        std::vector<double> values = dataset.allocate<double>();
        requireRows(column, values.size(), rows);
        dataset.read(std::span(values), task);
        if (masked) {
            const std::vector<std::int32_t> mask = m_file.integers<std::int32_t>(path(column) + "/mask", task);
            requireRows(column, mask.size(), rows);
            for (size_t i = 0; i < rows; ++i)
                values[i] = mask[i] != 0 ? missing : values[i];
        }
        return values;
    }
    std::vector<double> named;
    if (isText(column)) { // "True" and "False", or numbers that became categories
        for (const std::string& name : m_file.strings(categories, task)) {
            const bool truth = name == "True" || name == "true" || name == "TRUE";
            named.push_back(truth || name == "False" || name == "false" || name == "FALSE" ? (truth ? 1.0 : 0.0)
                                                                                           : toDouble(name).value_or(missing));
        }
    } else {
        const Hdf5Dataset dataset(m_file, categories);
        dataset.requireRank(1);
        named = dataset.allocate<double>();
        dataset.read(std::span(named), task);
    }
    std::vector<double> values;
    values.reserve(rows);
    for (const std::int64_t code : codes(column, rows, named.size(), task))
        values.push_back(code < 0 ? missing : named[static_cast<size_t>(code)]);
    return values;
}

void AnnDataFrame::requireRows(const std::string& column, size_t has, size_t rows) const
{
    if (has != rows) {
        throw Error(Text(SPACRD_TR("core", "The column \"%1\" has %2 rows where the table has %3."),
                         {path(column), toWord(has), toWord(rows)}),
                    m_file.path());
    }
}

} // namespace spacrd
