#pragma once

#include "core/base/text.h"

#include <exception>
#include <filesystem>
#include <string>

namespace spacrd {

/// The one exception core throws: what went wrong, in which file, and what to do about it.
///
/// Exceptions of third-party libraries are turned into this one where the library is called. Cancelling is not an
/// error: it is `Cancelled` (task.h).
class Error : public std::exception
{
public:
    explicit Error(Text what, std::filesystem::path file = {}, Text hint = {});

    const Text& sentence() const { return m_what; }
    const std::filesystem::path& file() const { return m_file; }
    const Text& hint() const { return m_hint; }

    /// `<what> — <file> (<hint>)` in English, without the parts that are empty: the line after "error: " on stderr.
    const char* what() const noexcept override { return m_line.c_str(); }

private:
    Text m_what;
    std::filesystem::path m_file;
    Text m_hint;
    std::string m_line;
};

} // namespace spacrd
