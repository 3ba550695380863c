#include "tests/support/files.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace spacrd::test {

namespace fs = std::filesystem;

void stopTest(const std::string& sentence)
{
    std::cerr << "the test cannot go on: " << sentence << std::endl;
    std::abort();
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (fs::temp_directory_path() / "spacrd tëst XXXXXX").string();
    m_path = ::mkdtemp(pattern.data()) ? fs::path(pattern) : fs::path();
    if (m_path.empty())
        stopTest("no temporary folder could be made");
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void write(const fs::path& file, const std::string& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out)
        stopTest("a test file could not be written");
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

} // namespace spacrd::test
