#include "tests/fuzz/malformedsections.h"

#include "tests/support/files.h"

#include <zlib.h>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

using Create = std::function<void(hid_t creation)>;
using Fill = std::function<void(hid_t dataset)>;

/// Writes `matrix/<name>` by a creation property list in place of the usual one.
std::function<void(TenxParts&)> stored(const std::string& name, hid_t type, hsize_t count, const Create& create,
                                       const Fill& fill = {})
{
    return [=](TenxParts& parts) {
        parts.leftOut.insert(name);
        parts.writeInstead = [=](Hdf5Writer& h5) {
            const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
            create(creation);
            const bool chunks = H5Pget_layout(creation) == H5D_CHUNKED;
            const hsize_t unlimited = H5S_UNLIMITED; // so that a chunk may be larger
            const hid_t space = H5Screate_simple(1, &count, chunks ? &unlimited : nullptr);
            const hid_t dataset =
                H5Dcreate2(h5.id(), ("matrix/" + name).c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
            if (dataset < 0)
                stopTest("the dataset of a case could not be made");
            if (fill)
                fill(dataset);
            H5Dclose(dataset);
            H5Pclose(creation);
            H5Sclose(space);
        };
    };
}

Create chunked(hsize_t chunk, const Create& more = {})
{
    return [=](hid_t creation) {
        H5Pset_chunk(creation, 1, &chunk);
        if (more)
            more(creation);
    };
}

void deflated(hid_t creation)
{
    H5Pset_deflate(creation, 6);
}

/// The counts of tinyTenx().
void goodCounts(hid_t dataset)
{
    const std::vector<long long> data = tinyTenx().data;
    H5Dwrite(dataset, H5T_NATIVE_LLONG, H5S_ALL, H5S_ALL, H5P_DEFAULT, data.data());
}

/// Puts bytes into a chunk as they are, past the filters.
Fill rawChunk(const std::string& bytes, std::uint32_t skippedFilters = 0)
{
    return [=](hid_t dataset) {
        const hsize_t offset = 0;
        if (H5Dwrite_chunk(dataset, H5P_DEFAULT, skippedFilters, &offset, bytes.size(), bytes.data()) < 0)
            stopTest("the chunk of a case could not be written");
    };
}

std::string zlibOf(const std::string& bytes)
{
    std::string out(compressBound(bytes.size()), '\0');
    uLongf size = out.size();
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    out.resize(size);
    return out;
}

/// Bytes that deflate does not shorten.
std::string noise(size_t size)
{
    std::string bytes;
    std::uint32_t state = 1;
    while (bytes.size() < size)
        bytes += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

std::function<void(TenxParts&)> linked(const std::string& name, const std::function<void(hid_t file)>& link)
{
    return [=](TenxParts& parts) {
        parts.leftOut.insert(name);
        parts.writeInstead = [=](Hdf5Writer& h5) { link(h5.id()); };
    };
}

void soft(hid_t file, const char* target, const char* name)
{
    H5Lcreate_soft(target, file, name, H5P_DEFAULT, H5P_DEFAULT);
}

void addLinks(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::function<void(TenxParts&)>& spoil, const Expected& expected) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", expected});
    };
    const Expected noData = refused("no dataset \"matrix/data\"");
    add("link to nothing", linked("data", [](hid_t file) { soft(file, "/nowhere", "matrix/data"); }), noData);
    add("link to itself", linked("data", [](hid_t file) { soft(file, "/matrix/data", "matrix/data"); }), noData);
    add("two links to each other",
        linked("data",
               [](hid_t file) {
                   soft(file, "/matrix/other", "matrix/data");
                   soft(file, "/matrix/data", "matrix/other");
               }),
        noData);
    add("link through a cycle of groups",
        linked("data",
               [](hid_t file) {
                   H5Lcreate_hard(file, "matrix", file, "matrix/again", H5P_DEFAULT, H5P_DEFAULT);
                   soft(file, "/matrix/again/again/again/data", "matrix/data");
               }),
        noData);
    add(
        "link inside the file",
        [](TenxParts& parts) {
            parts.leftOut = {"data"};
            parts.writeInstead = [](Hdf5Writer& h5) {
                h5.integers("counts", tinyTenx().data);
                soft(h5.id(), "/counts", "matrix/data");
            };
        },
        opensWhole());
    add("link out of the file",
        linked("data",
               [](hid_t file) { H5Lcreate_external("other.h5", "/data", file, "matrix/data", H5P_DEFAULT, H5P_DEFAULT); }),
        noData);
    const auto besideAnother = [](const std::function<void(hid_t file)>& link) {
        return [link](const fs::path& folder) {
            outs(linked("data", link))(folder);
            Hdf5Writer(folder / "other.h5").integers("data", tinyTenx().data);
        };
    };
    cases.push_back({"HDF5: link into another file that is there", besideAnother([](hid_t file) {
                         H5Lcreate_external("other.h5", "/data", file, "matrix/data", H5P_DEFAULT, H5P_DEFAULT);
                     }),
                     "", noData});
    cases.push_back({"HDF5: soft link through a link into another file", besideAnother([](hid_t file) {
                         H5Lcreate_external("other.h5", "/", file, "out", H5P_DEFAULT, H5P_DEFAULT);
                         soft(file, "/out/data", "matrix/data");
                     }),
                     "", noData});
    add(
        "the matrix inside itself",
        [](TenxParts& parts) {
            parts.leftOut = {"features", "id", "name", "feature_type"};
            parts.writeInstead = [](Hdf5Writer& h5) {
                H5Lcreate_hard(h5.id(), "matrix", h5.id(), "matrix/features", H5P_DEFAULT, H5P_DEFAULT);
            };
        },
        refused("no dataset \"matrix/features/id\""));
}

void addFilters(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::function<void(TenxParts&)>& spoil, const Expected& expected) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", expected});
    };
    const Expected unreadable = refused("\"matrix/data\" cannot be read; the file is damaged or cut short");
    const std::string zeros(32, '\0');
    add("chunks with every usual filter",
        stored("data", H5T_STD_I32LE, 8,
               chunked(3,
                       [](hid_t creation) {
                           H5Pset_shuffle(creation);
                           deflated(creation);
                           H5Pset_fletcher32(creation);
                       }),
               &goodCounts),
        opensWhole());
    const auto variableText = [] {
        const hid_t type = H5Tcopy(H5T_C_S1);
        H5Tset_size(type, H5T_VARIABLE);
        return type;
    };
    add("texts of variable length in chunks with filters",
        stored("barcodes", variableText(), 4, chunked(3, &deflated),
               [variableText](hid_t dataset) {
                   const char* texts[] = {"AAA-1", "AAC-1", "AAG-1", "AAT-1"};
                   H5Dwrite(dataset, variableText(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts);
               }),
        opensWhole());
    add("a chunk of rubbish", stored("data", H5T_STD_I32LE, 8, chunked(8, &deflated), rawChunk("this is not deflated")),
        unreadable);
    add("an empty chunk", stored("data", H5T_STD_I32LE, 8, chunked(8, &deflated), rawChunk("x")), unreadable);
    add("a chunk cut short", stored("data", H5T_STD_I32LE, 8, chunked(8, &deflated), rawChunk(zlibOf(zeros).substr(0, 8))),
        unreadable);
    add("a chunk that unpacks to less", stored("data", H5T_STD_I32LE, 8, chunked(8, &deflated), rawChunk(zlibOf("12345678"))),
        unreadable);
    add("a chunk that unpacks to more",
        stored("data", H5T_STD_I32LE, 8, chunked(8, &deflated), rawChunk(zlibOf(std::string(1 << 20, '\0')))), unreadable);
    add("a large chunk that unpacks to little",
        stored("data", H5T_STD_I32LE, 1 << 16, chunked(1 << 16, &deflated), rawChunk(zlibOf(noise(4096)))),
        refused("The matrix has 65536 counts but 8 indices"));
    add("a checksum that is wrong",
        stored("data", H5T_STD_I32LE, 8, chunked(8, [](hid_t creation) { H5Pset_fletcher32(creation); }),
               rawChunk(zeros + "sums")),
        unreadable);
    add("a filter that nobody knows",
        stored("data", H5T_STD_I32LE, 8,
               chunked(8, [](hid_t creation) { H5Pset_filter(creation, 32099, H5Z_FLAG_OPTIONAL, 0, nullptr); }),
               rawChunk(zeros)),
        refused("\"matrix/data\" is compressed with the HDF5 filter 32099, which is not read"));
    add("a scale-offset filter",
        stored("data", H5T_STD_I32LE, 8, chunked(8, [](hid_t creation) { H5Pset_scaleoffset(creation, H5Z_SO_INT, 0); }),
               &goodCounts),
        refused("\"matrix/data\" is compressed with the HDF5 filter 6, which is not read"));
    add("an n-bit filter",
        stored("data", H5T_STD_I32LE, 8, chunked(8, [](hid_t creation) { H5Pset_nbit(creation); }), &goodCounts),
        refused("\"matrix/data\" is compressed with the HDF5 filter 5, which is not read"));
}

/// Where a contiguous dataset lies in the file.
size_t offsetOf(const fs::path& file, const char* name)
{
    const hid_t h5 = H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(h5, name, H5P_DEFAULT);
    const haddr_t offset = H5Dget_offset(dataset);
    H5Dclose(dataset);
    H5Fclose(h5);
    return static_cast<size_t>(offset);
}

/// A text of variable length lies in the file as 16 bytes that tell where the text itself is; here all are the same.
void writeRepeatedText(const fs::path& folder)
{
    constexpr size_t texts = 20'000;
    constexpr size_t reference = 16;
    outs([](TenxParts& parts) {
        parts.leftOut = {"barcodes"};
        parts.writeInstead = [](Hdf5Writer& h5) {
            h5.variableStrings("matrix/barcodes", std::vector<std::string>(texts, "A"));
            h5.variableStrings("matrix/long", {std::string(60'000, 'A')});
        };
    })(folder);
    const fs::path file = folder / "filtered_feature_bc_matrix.h5";
    std::string bytes = read(file);
    const std::string one = bytes.substr(offsetOf(file, "matrix/long"), reference);
    bytes.replace(offsetOf(file, "matrix/barcodes"), texts * reference, repeated(one, texts));
    write(file, bytes);
}

void addSizes(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::function<void(TenxParts&)>& spoil, const std::string& sentence) {
        cases.push_back({std::string("HDF5: ") + name, outs(spoil), "", refused(sentence)});
    };
    const auto nothing = [](hid_t) {};
    const hsize_t trillion = 1000000000000;
    const std::string claims = "claims 1000000000000 values, more than the file holds";
    add("10^12 counts in no chunk", stored("data", H5T_STD_I32LE, trillion, chunked(1024)), claims);
    add("10^12 counts never written",
        stored("data", H5T_STD_I32LE, trillion, [](hid_t creation) { H5Pset_alloc_time(creation, H5D_ALLOC_TIME_LATE); }),
        claims);
    add("10^12 counts in one chunk of zeros",
        stored("data", H5T_STD_I32LE, trillion, chunked(1 << 20, &deflated), rawChunk(zlibOf(std::string(4 << 20, '\0')))),
        claims);
    add("10^12 row pointers", stored("indptr", H5T_STD_I64LE, trillion, chunked(1024)), claims);
    add("a billion counts in chunks of zeros",
        stored("data", H5T_STD_I8LE, 1000000000, chunked(1 << 20, &deflated),
               [](hid_t dataset) {
                   const std::string zeros = zlibOf(std::string(1 << 20, '\0'));
                   for (hsize_t offset = 0; offset < 1000000000; offset += 1 << 20)
                       H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, &offset, zeros.size(), zeros.data());
               }),
        "claims 1000000000 values, more than the file holds");
    add("a chunk larger than the memory",
        stored("data", H5T_STD_I32LE, 8, chunked(hsize_t(1) << 29, &deflated), rawChunk(zlibOf(std::string(32, '\0')))),
        "\"matrix/data\" is kept in chunks of 536870912 values, more than the file holds");
    add(
        "barcodes of one letter, a hundred million",
        [](TenxParts& parts) {
            const hid_t type = H5Tcopy(H5T_C_S1);
            stored("barcodes", type, 100000000, chunked(1 << 20, &deflated), [](hid_t dataset) {
                const std::string letters = zlibOf(std::string(1 << 20, 'A'));
                for (hsize_t offset = 0; offset < 100000000; offset += 1 << 20)
                    H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, &offset, letters.size(), letters.data());
            })(parts);
        },
        "\"matrix/barcodes\" claims 100000000 values, more than the file holds");
    cases.push_back({"HDF5: one text of 60,000 letters, named 20,000 times", &writeRepeatedText, "",
                     refused("\"matrix/barcodes\" claims 20000 values, more than the file holds")});
    add(
        "counts in two dimensions",
        [](TenxParts& parts) {
            parts.leftOut = {"data"};
            parts.writeInstead = [](Hdf5Writer& h5) {
                const hsize_t extent[2] = {2, 4};
                const hid_t space = H5Screate_simple(2, extent, nullptr);
                H5Dclose(H5Dcreate2(h5.id(), "matrix/data", H5T_STD_I32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
                H5Sclose(space);
            };
        },
        "has 2 dimensions where one was expected");
    add("counts kept in another file",
        stored("data", H5T_STD_I32LE, 8, [](hid_t creation) { H5Pset_external(creation, "/etc/passwd", 0, 32); }),
        "\"matrix/data\" is kept in another file");
    add("counts that are virtual",
        stored("data", H5T_STD_I32LE, 8,
               [](hid_t creation) {
                   const hsize_t count = 8;
                   const hid_t space = H5Screate_simple(1, &count, nullptr);
                   H5Pset_virtual(creation, space, "other.h5", "data", space);
                   H5Sclose(space);
               }),
        "\"matrix/data\" is kept in another file");
    add("counts never written", stored("data", H5T_STD_I32LE, 8, nothing), "claims 8 values, more than the file holds");
}

void addTypes(MalformedSections& cases)
{
    const auto add = [&](const char* name, const std::function<hid_t()>& type, const std::string& what) {
        cases.push_back({std::string("HDF5: counts ") + name, outs([type](TenxParts& parts) {
                             const hid_t made = type();
                             stored("data", made, 8,
                                    [](hid_t creation) { H5Pset_alloc_time(creation, H5D_ALLOC_TIME_EARLY); })(parts);
                         }),
                         "", refused("\"matrix/data\" " + what)});
    };
    const std::string otherKind = "holds values of a kind that is not read";
    const std::string noNumbers = "does not hold numbers";
    add(
        "of two fields",
        [] {
            const hid_t type = H5Tcreate(H5T_COMPOUND, 8);
            H5Tinsert(type, "a", 0, H5T_STD_I32LE);
            H5Tinsert(type, "b", 4, H5T_STD_I32LE);
            return type;
        },
        otherKind);
    add(
        "that are an enumeration",
        [] {
            const hid_t type = H5Tenum_create(H5T_STD_I32LE);
            const int one = 1;
            H5Tenum_insert(type, "one", &one);
            return type;
        },
        noNumbers);
    add(
        "that are arrays",
        [] {
            const hsize_t extent = 4;
            return H5Tarray_create2(H5T_STD_I32LE, 1, &extent);
        },
        otherKind);
    add(
        "that are references", [] { return H5Tcopy(H5T_STD_REF_OBJ); }, otherKind);
    add(
        "that are opaque", [] { return H5Tcreate(H5T_OPAQUE, 4); }, otherKind);
    add(
        "that are lists of numbers", [] { return H5Tvlen_create(H5T_STD_I32LE); }, otherKind);
    add(
        "of 64 bytes each",
        [] {
            const hid_t type = H5Tcopy(H5T_STD_I32LE);
            H5Tset_size(type, 64);
            return type;
        },
        noNumbers);
}

} // namespace

MalformedSections malformedHdf5Storage()
{
    MalformedSections cases;
    for (const auto add : {&addLinks, &addFilters, &addSizes, &addTypes})
        add(cases);
    return cases;
}

} // namespace spacrd::test
