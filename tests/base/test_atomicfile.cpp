#include "core/base/atomicfile.h"
#include "core/base/error.h"

#include "tests/support/testdata.h"

#include <algorithm>

using namespace spacrd;
using namespace spacrd::test;
namespace fs = std::filesystem;

namespace {

long entries(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileAppearsWholeOrNotAtAll()
    {
        const TemporaryFolder folder;
        write(folder / "a.txt", "old");
        {
            AtomicFile file(folder / "a.txt");
            write(file.temporary(), "half");
        }
        QCOMPARE(read(folder / "a.txt"), std::string("old"));
        QCOMPARE(entries(folder.path()), 1L);
        writeFile(folder / "a.txt", std::string("new\0bytes", 9));
        QCOMPARE(read(folder / "a.txt"), std::string("new\0bytes", 9));
        QCOMPARE(entries(folder.path()), 1L);
    }

    void aFolderAppearsWholeOrNotAtAll()
    {
        const TemporaryFolder folder;
        {
            const AtomicFolder out(folder / "result");
            write(out.temporary() / "deep" / "x", "1");
        }
        QCOMPARE(entries(folder.path()), 0L);
        {
            AtomicFolder out((folder / "result").string() + "/");
            write(out.temporary() / "deep" / "x", "1");
            out.commit();
        }
        QCOMPARE(read(folder / "result/deep/x"), std::string("1"));
        QCOMPARE(entries(folder.path()), 1L);
    }

    void anEmptyNameIsRefused()
    {
        const std::string sentence = "The name of the file or folder to write is empty (give it a name)";
        QCOMPARE(errorOf([] { AtomicFile(fs::path()); }), sentence);
        QCOMPARE(errorOf([] { AtomicFolder(fs::path()); }), sentence);
        QCOMPARE(errorOf([] { writeFile({}, "x"); }), sentence);
    }

    void anExistingFolderKeepsItsOtherFiles()
    {
        const TemporaryFolder folder;
        write(folder / "result/notes.txt", "mine");
        write(folder / "result/scores.csv", "old");
        AtomicFolder out(folder / "result");
        write(out.temporary() / "scores.csv", "new");
        out.commit();
        QCOMPARE(read(folder / "result/notes.txt"), std::string("mine"));
        QCOMPARE(read(folder / "result/scores.csv"), std::string("new"));
        QCOMPARE(entries(folder.path()), 1L);
    }

    void whatCannotBeWrittenIsOneSentence()
    {
        const TemporaryFolder folder;
        QVERIFY(errorOf([&] { writeFile(folder / "no/such/x", "1"); }).find("could not be written: the folder does not exist")
                != std::string::npos);
        fs::create_directory(folder / "taken");
        QVERIFY(errorOf([&] { writeFile(folder / "taken", "1"); }).find("there is a folder of that name") != std::string::npos);
        write(folder / "file", "1");
        QVERIFY(errorOf([&] { AtomicFolder(folder / "file"); }).find("there is a file of that name") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "test_atomicfile.moc"
