#include "tests/support/testdata.h"

#include "core/base/error.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

fs::path folderNamed(const char* variable, const char* name)
{
    const char* named = std::getenv(variable);
    const fs::path folder = named ? fs::path(named) : fs::path(SPACRD_SOURCE_DIR).parent_path() / "shared" / name;
    return fs::is_directory(folder) ? folder : fs::path();
}

} // namespace

fs::path goldenFolder()
{
    return folderNamed("SPACRD_GOLDEN_DIR", "golden");
}

fs::path dataFolder()
{
    return folderNamed("SPACRD_DATA_DIR", "data");
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (fs::temp_directory_path() / "spacrd tëst XXXXXX").string();
    m_path = ::mkdtemp(pattern.data()) ? fs::path(pattern) : fs::path();
    if (m_path.empty())
        qFatal("no temporary folder could be made");
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
        qFatal("a test file could not be written");
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

std::string errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    } catch (const std::exception& error) {
        return std::string("(another exception: ") + error.what() + ")";
    }
    return "(nothing thrown)";
}

} // namespace spacrd::test
