#include "tests/support/testdata.h"

#include "core/base/error.h"

#include <cstdlib>

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
