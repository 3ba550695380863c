#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/hdf5textheap.h"
#include "tests/support/testdata.h"

#include <QTemporaryDir>
#include <QTest>

using namespace spacrd;
using namespace spacrd::test;

namespace {

using Bytes = std::vector<unsigned char>;

void append(Bytes& bytes, std::uint64_t value, size_t width)
{
    for (size_t i = 0; i < width; ++i)
        bytes.push_back(static_cast<unsigned char>(value >> (8 * i)));
}

void appendObject(Bytes& bytes, std::uint64_t index, const std::string& text)
{
    append(bytes, index, 2);
    append(bytes, 1, 2); // referred to once
    append(bytes, 0, 4);
    append(bytes, text.size(), 8);
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.resize((bytes.size() + 7) / 8 * 8);
}

/// One collection of two texts, with room left behind them.
Bytes collection()
{
    Bytes bytes{'G', 'C', 'O', 'L', 1, 0, 0, 0};
    append(bytes, 128, 8);
    appendObject(bytes, 1, "EPCAM");
    appendObject(bytes, 3, "MT-CO1");
    append(bytes, 0, 2);
    bytes.resize(128);
    return bytes;
}

constexpr std::uint64_t userBlock = 512;
constexpr std::uint64_t address = 40;

/// A file that holds `heap` at `address` behind a user block.
ReadBytes fileWith(const Bytes& heap)
{
    Bytes file(userBlock + address);
    file.insert(file.end(), heap.begin(), heap.end());
    return [file](std::uint64_t offset, std::uint64_t count) {
        const std::uint64_t begin = std::min<std::uint64_t>(offset, file.size());
        const std::uint64_t end = begin + std::min<std::uint64_t>(count, file.size() - begin);
        return Bytes(file.begin() + static_cast<std::ptrdiff_t>(begin), file.begin() + static_cast<std::ptrdiff_t>(end));
    };
}

Bytes reference(std::uint64_t length, std::uint64_t at, std::uint64_t index)
{
    Bytes bytes;
    append(bytes, length, 4);
    append(bytes, at, 8);
    append(bytes, index, 4);
    return bytes;
}

std::optional<std::string> textOf(const Bytes& heap, const Bytes& named, std::uint64_t mostBytes = 4096)
{
    Hdf5TextHeap texts(fileWith(heap), userBlock, mostBytes);
    const auto text = texts.text(named.data());
    return text ? std::optional(std::string(*text)) : std::nullopt;
}

/// A file of one list of `count` values of `width` bytes, shuffled, deflated and chunked; value i is i × i.
void writeShuffled(const std::filesystem::path& path, size_t width, hsize_t count, hsize_t chunk)
{
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t space = H5Screate_simple(1, &count, nullptr);
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(creation, 1, &chunk);
    H5Pset_shuffle(creation);
    H5Pset_deflate(creation, 4);
    const hid_t type = width == 1 ? H5T_STD_U8LE : width == 2 ? H5T_STD_I16LE : width == 4 ? H5T_STD_I32LE : H5T_STD_I64LE;
    const hid_t data = H5Dcreate2(file, "values", type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    std::vector<std::int64_t> values(count);
    for (hsize_t i = 0; i < count; ++i)
        values[i] = static_cast<std::int64_t>(i * i);
    H5Dwrite(data, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(data);
    H5Pclose(creation);
    H5Sclose(space);
    H5Fclose(file);
}

} // namespace

class TestHdf5Storage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreFoundByNumber()
    {
        QCOMPARE(textOf(collection(), reference(5, address, 1)), std::optional<std::string>("EPCAM"));
        QCOMPARE(textOf(collection(), reference(6, address, 3)), std::optional<std::string>("MT-CO1"));
        QCOMPARE(textOf(collection(), reference(2, address, 3)), std::optional<std::string>("MT"));
    }

    void aTextNeverWrittenIsEmpty()
    {
        QCOMPARE(textOf(collection(), reference(0, 0, 0)), std::optional<std::string>(""));
        QVERIFY(!textOf(collection(), reference(4, 0, 0)));
    }

    void damagedTextsAreNone()
    {
        QVERIFY(!textOf(collection(), reference(5, address, 2))); // a number that is not there
        QVERIFY(!textOf(collection(), reference(5, address, 9)));
        QVERIFY(!textOf(collection(), reference(6, address, 1))); // longer than the object
        QVERIFY(!textOf(collection(), reference(5, address + 8, 1)));
        QVERIFY(!textOf(collection(), reference(5, 1 << 20, 1)));
        QVERIFY(!textOf(collection(), reference(5, ~std::uint64_t(0) - 8, 1)));
    }

    void damagedCollectionsAreNone()
    {
        Bytes version = collection();
        version[4] = 2;
        QVERIFY(!textOf(version, reference(5, address, 1)));
        Bytes cut = collection();
        cut.resize(100);
        QVERIFY(!textOf(cut, reference(5, address, 1)));
        Bytes tiny = collection();
        tiny[8] = 8;
        QVERIFY(!textOf(tiny, reference(5, address, 1)));
        Bytes beyond = collection();
        beyond[24] = 200; // the first object's size
        QVERIFY(!textOf(beyond, reference(5, address, 1)));
    }

    void memoryIsBounded()
    {
        QVERIFY(!textOf(collection(), reference(5, address, 1), 100));
        QVERIFY(textOf(collection(), reference(5, address, 1), 128 + 4 * 16));
        Bytes numbered = collection();
        numbered[16] = numbered[17] = 255; // 65 536 places for one text
        QVERIFY(!textOf(numbered, reference(5, address, 65535), 4096));
    }

    void shuffledValuesOfEveryWidthAndCount()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "values.h5";
        for (const size_t width : {1, 2, 4, 8}) {
            for (const hsize_t count : {1, 15, 16, 17, 31, 33, 100}) { // around the 16 values that are put together at a time
                if (width == 1 && count > 16)
                    continue; // i × i would not fit
                writeShuffled(path, width, count, count < 20 ? count : count / 2 + 1);
                const Hdf5File file(path);
                const Hdf5Dataset data(file, "values");
                Task task;
                std::vector<std::int64_t> values = data.allocate<std::int64_t>();
                data.read(std::span(values), task);
                QCOMPARE(values.size(), count);
                for (hsize_t i = 0; i < count; ++i)
                    QCOMPARE(values[i], static_cast<std::int64_t>(i * i));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHdf5Storage)
#include "test_hdf5storage.moc"
