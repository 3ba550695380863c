#pragma once

// Private to core/transcriptome.

#include "core/base/textfile.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

/// Lines of a plain or gzip text file, for files that are no tables and too long to hold at once. A byte-order mark and
/// CR LF are taken away. All functions throw Error naming the file: those of TextFile, a NUL byte, a line > 1 MiB.
class LineReader
{
public:
    explicit LineReader(std::filesystem::path path);

    /// The next line, valid until the next call; false at the end.
    bool next(std::string_view& line);
    /// Number of the line last returned, from 1.
    long number() const { return m_number; }

private:
    bool fill();

    std::filesystem::path m_path;
    TextFile m_file;
    std::vector<char> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_atEnd = false;
    long m_number = 0;
};

} // namespace spacrd
