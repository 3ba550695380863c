#include "core/base/task.h"
#include "core/slide/cache.h"
#include "core/slide/import.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

/// Sets an environment variable while it lives; nothing = unset.
class Variable
{
public:
    Variable(const char* name, const std::optional<std::string>& value)
        : m_name(name)
    {
        if (const char* old = std::getenv(name))
            m_old = old;
        set(value);
    }
    ~Variable() { set(m_old); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const std::optional<std::string>& value) const
    {
        if (value)
            ::setenv(m_name, value->c_str(), 1);
        else
            ::unsetenv(m_name);
    }

    const char* m_name;
    std::optional<std::string> m_old;
};

void writePhoto(const fs::path& path, std::uint32_t colour)
{
    writeRgb(path, 300, 200, [colour](int, int) { return colour; });
}

void age(const fs::path& path, int hours)
{
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(hours));
}

} // namespace

class TestPyramidCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheFolder();
    void saysWhenThereIsNoFolder();
    void importsOnce();
    void noticesChanges();
    void makesDamagedOnesAgain();
    void refusesAsImport();
    void dropsTheOldest();
};

void TestPyramidCache::choosesTheFolder()
{
    const TemporaryFolder folder;
    const Variable home("HOME", (folder / "home").string());
    {
        const Variable own("SPACRD_CACHE_DIR", (folder / "own/deep").string());
        QCOMPARE(cacheFolder(), folder / "own/deep");
        QVERIFY(fs::is_directory(folder / "own/deep"));
        QCOMPARE(fs::status(folder / "own/deep").permissions(), fs::perms::owner_all);
    }
    const Variable own("SPACRD_CACHE_DIR", std::nullopt);
    {
        const Variable xdg("XDG_CACHE_HOME", (folder / "xdg").string());
        QCOMPARE(cacheFolder(), folder / "xdg/spacrd-studio");
    }
    {
        const Variable xdg("XDG_CACHE_HOME", "relative/is/ignored");
        QCOMPARE(cacheFolder(), folder / "home/.cache/spacrd-studio");
    }
    const Variable xdg("XDG_CACHE_HOME", std::nullopt);
    QCOMPARE(cacheFolder(), folder / "home/.cache/spacrd-studio");
}

void TestPyramidCache::saysWhenThereIsNoFolder()
{
    const TemporaryFolder folder;
    const Variable xdg("XDG_CACHE_HOME", std::nullopt);
    const Variable home("HOME", std::nullopt);
    {
        const Variable own("SPACRD_CACHE_DIR", std::nullopt);
        QVERIFY(errorOf([] { cacheFolder(); }).starts_with("There is no folder for the cache: HOME is not set ("));
    }
    write(folder / "file", "x");
    const Variable own("SPACRD_CACHE_DIR", (folder / "file/below").string());
    QVERIFY(errorOf([] { cacheFolder(); }).starts_with("The cache folder cannot be made: "));
}

void TestPyramidCache::importsOnce()
{
    const TemporaryFolder folder;
    const Variable own("SPACRD_CACHE_DIR", (folder / "cache").string());
    writePhoto(folder / "a.png", 0x804020);
    Task task;
    const fs::path first = cachedPyramid(folder / "a.png", {}, task);
    QCOMPARE(first.parent_path(), folder / "cache/pyramids");
    QCOMPARE(openSlide(first)->info().width(), 300LL);
    age(first, 5);
    int stages = 0;
    Task watched({}, [&](const Progress&) { ++stages; });
    QCOMPARE(cachedPyramid(folder / "a.png", {}, watched), first);
    QCOMPARE(stages, 0);                                                                            // nothing was imported again
    QVERIFY(fs::file_time_type::clock::now() - fs::last_write_time(first) < std::chrono::hours(1)); // but it counts as used now
    fs::create_symlink(folder / "a.png", folder / "link.png");
    QCOMPARE(cachedPyramid(folder / "link.png", {}, task), first);
    const fs::path scaled = cachedPyramid(folder / "a.png", {0.5}, task);
    QVERIFY(scaled != first);
    QVERIFY(std::abs(openSlide(scaled)->info().mppX.value_or(0) - 0.5) < 1e-6);
}

void TestPyramidCache::noticesChanges()
{
    const TemporaryFolder folder;
    const Variable own("SPACRD_CACHE_DIR", (folder / "cache").string());
    Task task;
    writePhoto(folder / "a.png", 0x804020);
    age(folder / "a.png", 2);
    const fs::path first = cachedPyramid(folder / "a.png", {}, task);
    writePhoto(folder / "a.png", 0x204080);
    const fs::path second = cachedPyramid(folder / "a.png", {}, task);
    QVERIFY(first != second);
    QVERIFY(std::abs(blue(openSlide(second)->readRegion(0, 9, 9, 1, 1).at(0, 0)) - 0x80) <= 3);
}

void TestPyramidCache::makesDamagedOnesAgain()
{
    const TemporaryFolder folder;
    const Variable own("SPACRD_CACHE_DIR", (folder / "cache").string());
    Task task;
    writePhoto(folder / "a.png", 0x804020);
    const fs::path pyramid = cachedPyramid(folder / "a.png", {}, task);
    fs::resize_file(pyramid, 100);
    QCOMPARE(cachedPyramid(folder / "a.png", {}, task), pyramid);
    QCOMPARE(openSlide(pyramid)->info().width(), 300LL);
}

void TestPyramidCache::refusesAsImport()
{
    const TemporaryFolder folder;
    const Variable own("SPACRD_CACHE_DIR", (folder / "cache").string());
    Task task;
    QVERIFY(errorOf([&] { cachedPyramid(folder / "none.png", {}, task); }).starts_with("There is no such file — "));
    write(folder / "text", "hello");
    QVERIFY(errorOf([&] { cachedPyramid(folder / "text", {}, task); }).starts_with("This is not a JPEG, PNG or TIFF image — "));
    QVERIFY(fs::is_empty(folder / "cache/pyramids"));
}

void TestPyramidCache::dropsTheOldest()
{
    const TemporaryFolder folder;
    for (int i = 0; i < 5; ++i) {
        write(folder / std::to_string(i), std::string(100, 'x'));
        age(folder / std::to_string(i), 10 - i);
    }
    write(folder / ".9.tif.partial-1-0", std::string(100, 'x'));
    age(folder / ".9.tif.partial-1-0", 48);
    write(folder / ".8.tif.partial-1-0", "x"); // one that another process may be writing now
    // A turned image is decoded into a folder beside the pyramid.
    for (const auto& [name, hours] : {std::pair(".7.tif.scratch.partial-1-0", 48), std::pair(".6.tif.scratch.partial-1-0", 0)}) {
        fs::create_directory(folder / name);
        write(folder / name / "decoded.v", std::string(100, 'x'));
        age(folder / name, hours);
    }
    trimFolder(folder.path(), folder / "0", 350);
    QVERIFY(fs::exists(folder / "0")); // the one to keep
    QVERIFY(!fs::exists(folder / "1"));
    QVERIFY(!fs::exists(folder / "2"));
    QVERIFY(fs::exists(folder / "3"));
    QVERIFY(fs::exists(folder / "4"));
    QVERIFY(!fs::exists(folder / ".9.tif.partial-1-0"));
    QVERIFY(fs::exists(folder / ".8.tif.partial-1-0"));
    QVERIFY(!fs::exists(folder / ".7.tif.scratch.partial-1-0"));
    QVERIFY(fs::exists(folder / ".6.tif.scratch.partial-1-0" / "decoded.v"));
    trimFolder(folder / "nowhere", {}, 0);
}

QTEST_APPLESS_MAIN(TestPyramidCache)
#include "test_pyramid_cache.moc"
