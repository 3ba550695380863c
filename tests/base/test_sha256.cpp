#include "core/base/sha256.h"
#include "core/base/task.h"

#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownDigests()
    {
        // FIPS 180-4 examples.
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void filesAndFolders()
    {
        const TemporaryFolder folder;
        write(folder / "d/abc", "abc");
        QCOMPARE(sha256OfFile(folder / "d/abc", Task()), sha256("abc"));
        const std::string before = sha256OfFile(folder / "d", Task());
        write(folder / "d/abc", "abd");
        QVERIFY(sha256OfFile(folder / "d", Task()) != before);
        QVERIFY(errorOf([&] { sha256OfFile(folder / "none", Task()); }).starts_with("The file cannot be read"));
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "test_sha256.moc"
