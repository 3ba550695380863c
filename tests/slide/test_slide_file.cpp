// What becomes of an open slide when its file is touched, moved, overwritten or replaced.

#include "core/base/error.h"
#include "core/slide/slide.h"
#include "tests/slide/fixtures.h"
#include "tests/support/testdata.h"

#include <QTest>

#include <sys/stat.h>

using namespace spacrd;
using namespace spacrd::test;

namespace fs = std::filesystem;

namespace {

constexpr int side = 1024;

void writeSlide(const fs::path& path, std::uint32_t colour, bool direct)
{
    const auto painting = [colour](int x, int y) { return colour + static_cast<std::uint32_t>((x / 256 + y / 256) % 2); };
    if (direct)
        writeTiledSlide(path, side, side, painting);
    else // the same size whatever the colours
        writeRgb(path, side, side, painting, "compression=none,tile,tile-width=256,tile-height=256");
}

constexpr std::uint32_t purple = 0x805090;
constexpr std::uint32_t leafGreen = 0x20a020;

/// The red in the middle of a tile, or nothing when it cannot be read.
std::optional<int> redAt(const Slide& slide, int column, int row)
{
    try {
        const Image image = slide.readRegion(0, column * 256LL + 100, row * 256LL + 100, 10, 10);
        return red(image.pixels.front());
    } catch (const Error&) {
        return {};
    }
}

bool isPurple(std::optional<int> redness)
{
    return redness && std::abs(*redness - 0x80) <= 3;
}

} // namespace

class TestSlideFileState : public QObject
{
    Q_OBJECT

private:
    static void kinds()
    {
        QTest::addColumn<bool>("direct");
        QTest::newRow("read directly") << true;
        QTest::newRow("read by OpenSlide") << false;
    }

private Q_SLOTS:
    void aCopyThatIsPutBackIsTheSameSlide_data() { kinds(); }
    void aCopyThatIsPutBackIsTheSameSlide()
    {
        QFETCH(const bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        const auto slide = openSlide(file);
        QCOMPARE(slide->fileState(), FileState::asOpened);
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(5));
        QCOMPARE(slide->fileState(), FileState::asOpened);
        QVERIFY(isPurple(redAt(*slide, 0, 0)));
        fs::rename(file, folder / "away.tif");
        QCOMPARE(slide->fileState(), FileState::gone);
        fs::copy_file(folder / "away.tif", file);
        truncateTo(folder / "away.tif", 0); // what was open cannot be read any more
        QCOMPARE(slide->fileState(), FileState::asOpened);
        for (int i = 0; i < 16; ++i)
            QVERIFY(isPurple(redAt(*slide, i % 4, i / 4)));
    }

    void anotherFileOfTheNameIsNeverMixedIn_data() { kinds(); }
    void anotherFileOfTheNameIsNeverMixedIn()
    {
        QFETCH(const bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        writeSlide(folder / "other.tif", leafGreen, direct);
        const auto slide = openSlide(file);
        fs::rename(file, folder / "mine.tif");
        fs::rename(folder / "other.tif", file);
        QCOMPARE(slide->fileState(), FileState::changed);
        for (int i = 0; i < 16; ++i) {
            const auto redness = redAt(*slide, i % 4, i / 4);
            QVERIFY(direct ? isPurple(redness) : !redness || isPurple(redness));
        }
        fs::rename(folder / "mine.tif", file);
        QCOMPARE(slide->fileState(), FileState::asOpened);
        for (int i = 0; i < 16; ++i)
            QVERIFY(isPurple(redAt(*slide, i % 4, i / 4)));
    }

    void aFileOverwrittenInPlaceIsNotMixedInAndComesBack_data() { kinds(); }
    void aFileOverwrittenInPlaceIsNotMixedInAndComesBack()
    {
        QFETCH(const bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        writeSlide(folder / "other.tif", leafGreen, direct);
        std::string mine = read(file);
        std::string other = read(folder / "other.tif");
        const size_t bytes = std::max(mine.size(), other.size()); // so that its size does not tell
        mine.resize(bytes);
        other.resize(bytes);
        write(file, mine);
        const auto slide = openSlide(file);
        write(file, other);
        QCOMPARE(slide->fileState(), FileState::changed);
        for (int i = 0; i < 16; ++i)
            QVERIFY(!redAt(*slide, i % 4, i / 4));
        write(file, mine);
        QCOMPARE(slide->fileState(), FileState::asOpened);
        for (int i = 0; i < 16; ++i)
            QVERIFY(isPurple(redAt(*slide, i % 4, i / 4)));
    }

    void whatIsLeftOfAFileCutShortIsRead_data() { kinds(); }
    void whatIsLeftOfAFileCutShortIsRead()
    {
        QFETCH(const bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        const std::string whole = read(file);
        const auto slide = openSlide(file);
        truncateTo(file, whole.size() - 1);
        QCOMPARE(slide->fileState(), FileState::cutShort);
        truncateTo(file, whole.size() / 2);
        QCOMPARE(slide->fileState(), FileState::cutShort);
        QVERIFY(isPurple(redAt(*slide, 0, 0)));
        truncateTo(file, 0);
        QCOMPARE(slide->fileState(), FileState::cutShort);
        QVERIFY(!redAt(*slide, 3, 3));
        write(file, whole);
        QCOMPARE(slide->fileState(), FileState::asOpened);
        for (int i = 0; i < 16; ++i)
            QVERIFY(isPurple(redAt(*slide, i % 4, i / 4)));
        write(file, whole + ' ');
        QCOMPARE(slide->fileState(), FileState::changed);
    }

    void aTinyFileInItsPlaceIsAnother_data() { kinds(); }
    void aTinyFileInItsPlaceIsAnother()
    {
        QFETCH(bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        const std::string whole = read(file);
        const auto slide = openSlide(file);
        write(file, "not the begin of a slide");
        QCOMPARE(slide->fileState(), FileState::changed);
        write(file, whole.substr(0, 24));
        QCOMPARE(slide->fileState(), FileState::cutShort);
        write(file, "");
        QCOMPARE(slide->fileState(), FileState::cutShort);
        write(file, whole);
        QCOMPARE(slide->fileState(), FileState::asOpened);
    }

    void aPipeInItsPlaceIsNotWaitedFor_data() { kinds(); }
    void aPipeInItsPlaceIsNotWaitedFor()
    {
        QFETCH(bool, direct);
        const TemporaryFolder folder;
        const fs::path file = folder / "slide.tif";
        writeSlide(file, purple, direct);
        const auto slide = openSlide(file);
        fs::remove(file);
        QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        QCOMPARE(slide->fileState(), FileState::gone);
        if (direct)
            QVERIFY(isPurple(redAt(*slide, 2, 2))); // of the open file
    }
};

QTEST_GUILESS_MAIN(TestSlideFileState)
#include "test_slide_file.moc"
