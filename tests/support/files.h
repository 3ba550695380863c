#pragma once

#include <filesystem>
#include <string>

/// Files of tests, without Qt: the fuzz targets use them too.
namespace spacrd::test {

/// Ends the program with a sentence: a test cannot go on without its files.
[[noreturn]] void stopTest(const std::string& sentence);

/// A fresh empty folder that is removed at the end of the scope. Its name holds a space and a letter outside ASCII,
/// so that every test also tries such paths.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Folders above the file are made as needed.
void write(const std::filesystem::path& file, const std::string& bytes);
std::string read(const std::filesystem::path& file);

} // namespace spacrd::test
