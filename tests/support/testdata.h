#pragma once

#include <QTest>

#include <filesystem>
#include <functional>
#include <string>

namespace spacrd::test {

/// $SPACRD_GOLDEN_DIR, else ../shared/golden beside the checkout; empty when it is not there.
std::filesystem::path goldenFolder();
/// $SPACRD_DATA_DIR, else ../shared/data beside the checkout; empty when it is not there.
std::filesystem::path dataFolder();

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

void write(const std::filesystem::path& file, const std::string& bytes);
std::string read(const std::filesystem::path& file);

/// The line of the spacrd::Error that `call` throws; "(nothing thrown)" or "(another exception: …)" otherwise.
std::string errorOf(const std::function<void()>& call);

} // namespace spacrd::test

/// Skips with a sentence when a folder outside the project is not there.
#define SPACRD_NEED_GOLDEN()                                                                                                     \
    if (spacrd::test::goldenFolder().empty())                                                                                    \
    QSKIP("The golden tensors are not here; name their folder in SPACRD_GOLDEN_DIR.")
#define SPACRD_NEED_DATA()                                                                                                       \
    if (spacrd::test::dataFolder().empty())                                                                                      \
    QSKIP("The real samples are not here; name their folder in SPACRD_DATA_DIR.")
