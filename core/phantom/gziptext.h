#pragma once

#include "core/base/error.h"

#include <zlib.h>

#include <filesystem>
#include <string>
#include <utility>

namespace spacrd::phantom {

/// Text into a gzip file; zlib leaves name and time out of the header, so the same text gives the same bytes.
class GzipText
{
public:
    explicit GzipText(const std::filesystem::path& file)
        : m_path(file)
        , m_file(gzopen(file.c_str(), "wbe6"))
    {
        if (!m_file)
            fail();
    }
    ~GzipText()
    {
        if (m_file)
            gzclose(m_file);
    }
    GzipText(const GzipText&) = delete;
    GzipText& operator=(const GzipText&) = delete;

    void write(const std::string& text)
    {
        if (!text.empty() && gzwrite(m_file, text.data(), static_cast<unsigned>(text.size())) <= 0)
            fail();
    }

    void close()
    {
        if (gzclose(std::exchange(m_file, nullptr)) != Z_OK)
            fail();
    }

private:
    [[noreturn]] void fail() const
    {
        throw Error(SPACRD_TR("core", "The file could not be written."), m_path,
                    SPACRD_TR("core", "check that the disk has room"));
    }

    std::filesystem::path m_path;
    gzFile m_file;
};

} // namespace spacrd::phantom
