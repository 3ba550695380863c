#include "core/transcriptome/hdf5group.h"
#include "tests/support/testdata.h"

#include <hdf5.h>

#include <cstring>

using namespace spacrd;
using namespace spacrd::test;

namespace {

struct Form
{
    H5F_libver_t version = H5F_LIBVER_EARLIEST;
    hsize_t userBlock = 0;
    int groups = 3;
};

/// A file of some groups below one another, with a soft link, a hard link that goes round, an attribute and a dataset.
std::string fileOf(const std::filesystem::path& path, const Form& form)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    H5Pset_libver_bounds(access, form.version, form.version == H5F_LIBVER_EARLIEST ? H5F_LIBVER_LATEST : form.version);
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE);
    H5Pset_userblock(creation, form.userBlock);
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access);
    const hid_t matrix = H5Gcreate2(file, "matrix", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    for (int i = 0; i < form.groups; ++i)
        H5Gclose(H5Gcreate2(matrix, ("group" + std::to_string(i)).c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Lcreate_soft("/matrix/group0", matrix, "soft", H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_hard(file, "/matrix", matrix, "round", H5P_DEFAULT, H5P_DEFAULT);
    const hid_t scalar = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate2(matrix, "shape", H5T_STD_I64LE, scalar, H5P_DEFAULT, H5P_DEFAULT);
    const long long value = 7;
    H5Awrite(attribute, H5T_NATIVE_LLONG, &value);
    H5Aclose(attribute);
    H5Dclose(H5Dcreate2(matrix, "data", H5T_STD_I32LE, scalar, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Sclose(scalar);
    H5Gclose(matrix);
    H5Fclose(file);
    H5Pclose(creation);
    H5Pclose(access);
    return read(path);
}

bool isSound(const std::string& bytes)
{
    const ReadBytes reader = [&](std::uint64_t offset, std::uint64_t count) {
        const std::string part = offset < bytes.size() ? bytes.substr(offset, count) : std::string();
        return std::vector<unsigned char>(part.begin(), part.end());
    };
    return groupsAreSound(reader, bytes.size());
}

void put(std::string& bytes, size_t at, std::uint64_t value, size_t width)
{
    QVERIFY(at + width <= bytes.size());
    for (size_t i = 0; i < width; ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * i));
}

std::uint64_t number(const std::string& bytes, size_t at)
{
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof(value)); // a little-endian machine's test
    return value;
}

/// The place of the `n`th structure of a signature.
size_t placeOf(const std::string& bytes, const char* signature, int n = 0)
{
    size_t at = bytes.find(signature);
    for (int i = 0; i < n && at != std::string::npos; ++i)
        at = bytes.find(signature, at + 1);
    return at;
}

} // namespace

class TestHdf5Groups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyFilesAreSound_data();
    void healthyFilesAreSound();
    void damageIsSeen_data();
    void damageIsSeen();
    void linksInHeadersAreLookedAt();
    void whatIsNoFileIsNotSound();

private:
    TemporaryFolder m_folder;
};

void TestHdf5Groups::healthyFilesAreSound_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("userBlock");
    QTest::addColumn<int>("groups");
    QTest::newRow("earliest") << int(H5F_LIBVER_EARLIEST) << 0 << 3;
    QTest::newRow("many groups, a tree of two levels") << int(H5F_LIBVER_EARLIEST) << 0 << 600;
    QTest::newRow("behind a user block") << int(H5F_LIBVER_EARLIEST) << 1024 << 3;
    QTest::newRow("latest") << int(H5F_LIBVER_LATEST) << 0 << 3;
    QTest::newRow("latest, links in a heap") << int(H5F_LIBVER_LATEST) << 0 << 600;
    QTest::newRow("latest behind a user block") << int(H5F_LIBVER_LATEST) << 512 << 3;
}

void TestHdf5Groups::healthyFilesAreSound()
{
    QFETCH(const int, version);
    QFETCH(const int, userBlock);
    QFETCH(const int, groups);
    const std::string bytes =
        fileOf(m_folder / "healthy.h5", {static_cast<H5F_libver_t>(version), static_cast<hsize_t>(userBlock), groups});
    QVERIFY(isSound(bytes));
    QVERIFY(!isSound(bytes.substr(0, 90))); // cut short
}

void TestHdf5Groups::damageIsSeen_data()
{
    QTest::addColumn<QString>("signature"); ///< of the last structure of its kind, that of the group "matrix"
    QTest::addColumn<int>("offset");
    QTest::addColumn<qulonglong>("value");
    QTest::addColumn<int>("width");
    const auto row = [](const char* name, const char* signature, int offset, qulonglong value, int width) {
        QTest::newRow(name) << QString::fromLatin1(signature) << offset << value << width;
    };
    constexpr qulonglong far = 1ULL << 40;
    row("heap of another version", "HEAP", 4, 1, 1);
    row("heap longer than the file", "HEAP", 8, far, 8);
    row("heap beyond the file", "HEAP", 24, far, 8);
    row("free place outside the heap", "HEAP", 16, 1 << 20, 8);
    row("tree of another kind", "TREE", 4, 1, 1);
    row("tree too high", "TREE", 5, 200, 1);
    row("tree of a level it has not", "TREE", 5, 1, 1);
    row("tree with too many entries", "TREE", 6, 60000, 2);
    row("left sibling far behind the file", "TREE", 8, 0xffffffefffffffffULL, 8);
    row("right sibling that is none", "TREE", 16, 0, 8);
    row("first key outside the heap", "TREE", 24, far, 8);
    row("child beyond the file", "TREE", 32, far, 8);
    row("last key outside the heap", "TREE", 40, far, 8);
    row("node of another version", "SNOD", 4, 2, 1);
    row("node with too many entries", "SNOD", 6, 60000, 2);
    row("name outside the heap", "SNOD", 8, far, 8);
    row("object beyond the file", "SNOD", 16, far, 8);
    row("entry of an unknown kind", "SNOD", 24, 9, 4);
    row("object that is no header", "SNOD", 16, 1, 8);
}

void TestHdf5Groups::damageIsSeen()
{
    QFETCH(const QString, signature);
    QFETCH(const int, offset);
    QFETCH(const qulonglong, value);
    QFETCH(const int, width);
    std::string bytes = fileOf(m_folder / "damaged.h5", {});
    const size_t at = placeOf(bytes, signature.toLatin1().constData(), 1);
    QVERIFY(at != std::string::npos);
    put(bytes, at + static_cast<size_t>(offset), value, static_cast<size_t>(width));
    QVERIFY(!isSound(bytes));
}

void TestHdf5Groups::linksInHeadersAreLookedAt()
{
    const std::string good = fileOf(m_folder / "latest.h5", {H5F_LIBVER_LATEST, 0, 3});
    std::string longName = good;
    const size_t name = longName.find("group1"); // before it the length of the name, one byte
    QVERIFY(name != std::string::npos);
    put(longName, name - 1, 250, 1);
    QVERIFY(!isSound(longName));
    std::string far = good;
    put(far, name + 6, 1ULL << 40, 8); // behind it the address
    QVERIFY(!isSound(far));
    std::string attribute = good;
    const size_t shape = attribute.find("shape");
    QVERIFY(shape != std::string::npos);
    put(attribute, shape + 6 + 4, 0, 4); // the size of the attribute's type
    QVERIFY(!isSound(attribute));
    const std::string many = fileOf(m_folder / "many.h5", {H5F_LIBVER_LATEST, 0, 600});
    for (const char* const signature : {"FRHP", "BTHD"}) { // the heap of links and the tree of their names
        std::string elsewhere = many;
        const size_t at = placeOf(elsewhere, signature);
        QVERIFY(at != std::string::npos);
        elsewhere[at] = 'x';
        QVERIFY(!isSound(elsewhere));
    }
}

void TestHdf5Groups::whatIsNoFileIsNotSound()
{
    QVERIFY(!isSound(""));
    QVERIFY(!isSound("\x89HDF\r\n\x1a\n"));
    QVERIFY(!isSound(std::string(5000, 'x')));
    std::string bytes = fileOf(m_folder / "good.h5", {});
    const size_t heap = placeOf(bytes, "HEAP", 1);
    const std::uint64_t data = number(bytes, heap + 24);
    const std::uint64_t first = number(bytes, heap + 16);
    QVERIFY(first != 1); // there is a free place
    put(bytes, data + first, first, 8);
    QVERIFY(!isSound(bytes)); // a list of free places that goes round
    bytes = fileOf(m_folder / "good.h5", {});
    put(bytes, 13, 4, 1); // addresses of 4 bytes
    QVERIFY(!isSound(bytes));
}

QTEST_APPLESS_MAIN(TestHdf5Groups)
#include "test_hdf5groups.moc"
