#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5file.h"

namespace spacrd {

/// `obs` or `var` of an AnnData file: a table with one row a spot or gene, kept as a group with one dataset a column
/// (https://anndata.readthedocs.io/en/latest/fileformat-prose.html, dataframes; AnnData 0.7 and later). Columns are read when
/// they are asked for. All functions throw Error naming the file and the column.
class AnnDataFrame
{
public:
    /// Throws Error when `group` is no such table.
    AnnDataFrame(const Hdf5File& file, std::string group);

    /// The rows' names, by which AnnData addresses them.
    std::vector<std::string> index(const Task& task) const;

    bool has(const std::string& column) const;
    /// Names of the columns, the index left out.
    std::vector<std::string> columns() const;
    /// True for a column of texts or categories.
    bool isText(const std::string& column) const;
    /// A column of `rows` texts or categories (of texts); a missing value is "".
    std::vector<std::string> texts(const std::string& column, size_t rows, const Task& task) const;
    /// A column of `rows` numbers or truth values, also as categories; a missing value is NaN.
    std::vector<double> numbers(const std::string& column, size_t rows, const Task& task) const;

private:
    std::string path(const std::string& column) const { return m_group + "/" + column; }
    /// Where the categories of a column lie, in files before 0.8 and since; empty when it has none.
    std::string categoriesOf(const std::string& column) const;
    std::vector<std::int64_t> codes(const std::string& column, size_t rows, size_t categories, const Task& task) const;
    void requireRows(const std::string& column, size_t has, size_t rows) const;

    const Hdf5File& m_file;
    std::string m_group;
    std::string m_index;
};

} // namespace spacrd
