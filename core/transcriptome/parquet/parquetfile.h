#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace spacrd {

/// The bytes of a Parquet file. All functions throw Error.
class ParquetFile
{
public:
    explicit ParquetFile(const std::filesystem::path& path);
    /// Bytes that lie elsewhere; `path` is what errors name.
    ParquetFile(std::unique_ptr<std::istream> in, std::filesystem::path path);

    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; }
    /// Fills `out` from `offset` on; all of it must lie in the file.
    void read(std::uint64_t offset, std::span<std::uint8_t> out);

private:
    std::filesystem::path m_path;
    std::unique_ptr<std::istream> m_in;
    std::uint64_t m_size = 0;
};

/// Whose values are being read, for errors.
struct ColumnPlace
{
    std::filesystem::path file;
    std::string column;

    /// Throws Error with `sentence`, whose %1 is the column and %2 … are `more`.
    [[noreturn]] void refuse(const char* sentence, std::vector<std::string> more = {}, const char* hint = "") const;
    /// The same for what no writer writes; the hint is to fetch the file again.
    [[noreturn]] void damaged(const char* sentence, std::vector<std::string> more = {}) const;
};

} // namespace spacrd
