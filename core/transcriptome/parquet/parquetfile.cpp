#include "core/transcriptome/parquet/parquetfile.h"

#include "core/base/error.h"

#include <fstream>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr const char* fetchAgain = SPACRD_TR("core", "fetch or copy the file again");

std::unique_ptr<std::istream> opened(const fs::path& path)
{
    std::error_code code;
    if (!fs::exists(path, code))
        throw Error(SPACRD_TR("core", "The file does not exist."), path);
    if (fs::is_directory(path, code))
        throw Error(SPACRD_TR("core", "A file was expected, but this is a folder."), path);
    auto in = std::make_unique<std::ifstream>();
    in->rdbuf()->pubsetbuf(nullptr, 0); // pages are read whole, and between two of them the place changes
    in->open(path, std::ios::binary);
    return in;
}

} // namespace

ParquetFile::ParquetFile(const fs::path& path)
    : ParquetFile(opened(path), path)
{}

ParquetFile::ParquetFile(std::unique_ptr<std::istream> in, fs::path path)
    : m_path(std::move(path))
    , m_in(std::move(in))
{
    m_in->seekg(0, std::ios::end);
    const std::streamoff end = m_in->tellg();
    if (!*m_in || end < 0)
        throw Error(SPACRD_TR("core", "The file cannot be read."), m_path);
    m_size = static_cast<std::uint64_t>(end);
}

void ParquetFile::read(std::uint64_t offset, std::span<std::uint8_t> out)
{
    if (offset <= m_size && out.size() <= m_size - offset) {
        m_in->clear();
        m_in->seekg(static_cast<std::streamoff>(offset));
        m_in->read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()));
        if (*m_in)
            return;
    }
    throw Error(SPACRD_TR("core", "The Parquet table is cut short."), m_path, fetchAgain);
}

void ColumnPlace::refuse(const char* sentence, std::vector<std::string> more, const char* hint) const
{
    more.insert(more.begin(), column);
    throw Error(Text(sentence, std::move(more)), file, hint);
}

void ColumnPlace::damaged(const char* sentence, std::vector<std::string> more) const
{
    refuse(sentence, std::move(more), fetchAgain);
}

} // namespace spacrd
