#include "core/transcriptome/hdf5file.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/base/textfile.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <new>
#include <optional>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

// At the end of the program HDF5 would close what it could not close before, and crash over what it could not open well. Every
// handle is closed here, and files are flushed when they are, so nothing is left to do then. Before HDF5 is used at all.
[[maybe_unused]] const bool nothingAtExit = H5dont_atexit() >= 0;

constexpr hsize_t blockBytes = hsize_t(8) << 20;
constexpr hsize_t textBlockValues = 256;
constexpr size_t longestText = 1 << 16;
// A length, and the address of what holds the text (addresses of 8 bytes are all that checkHeaderOf lets through).
constexpr size_t variableTextBytes = 16;
// Deflate cannot shrink data more than 1032-fold; other filters stay below.
constexpr hsize_t mostCompression = 1100;
// Of counts and indices, which make up a file, deflate leaves a tenth and more.
constexpr hsize_t mostMemoryPerByte = 64;
constexpr hsize_t alwaysReadBytes = hsize_t(64) << 20;

hsize_t fileBytes(const fs::path& path)
{
    checkReadableFile(path);
    std::error_code code;
    const auto bytes = fs::file_size(path, code);
    return code ? 0 : bytes;
}

/// HDF5 asks this on its way through a link into another file, also when a soft link leads there: it is not taken.
herr_t refuseLink(const char*, const char*, const char*, const char*, unsigned*, hid_t, void*)
{
    return -1;
}

hid_t accessInsideFile()
{
    const hid_t access = H5Pcreate(H5P_DATASET_ACCESS);
    H5Pset_elink_cb(access, &refuseLink, nullptr);
    return access;
}

hid_t openImage(std::string_view bytes)
{
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), &H5Pclose);
    H5Pset_fapl_core(access, 1 << 16, false);
    std::string image(bytes); // HDF5 wants them writable, and makes its own copy
    if (image.empty() || H5Pset_file_image(access, image.data(), image.size()) < 0)
        return -1;
    return H5Fopen("image", H5F_ACC_RDONLY, access);
}

bool isExternalLink(hid_t file, const std::string& name, hid_t access)
{
    H5L_info_t info;
    return H5Lget_info(file, name.c_str(), &info, access) < 0 || info.type >= H5L_TYPE_EXTERNAL;
}

/// What an object is and where; nothing when it cannot be read. Only the basic facts are asked for: for the others HDF5 would
/// decode all of the header and walk through indices.
std::optional<H5O_info_t> infoOf(hid_t group, const char* name, hid_t access)
{
    H5O_info_t info;
#if H5_VERSION_GE(1, 12, 0)
    const herr_t status = H5Oget_info_by_name(group, name, &info, H5O_INFO_BASIC, access);
#else
    const herr_t status = H5Oget_info_by_name2(group, name, &info, H5O_INFO_BASIC, access);
#endif
    return status < 0 ? std::nullopt : std::optional(info);
}

/// Where an object's header lies, counted from the end of the user block.
std::uint64_t headerAddress(const H5O_info_t& info, hid_t file)
{
#if H5_VERSION_GE(1, 12, 0)
    haddr_t address = 0;
    H5VLnative_token_to_addr(file, info.token, &address);
    return address;
#else
    static_cast<void>(file);
    return info.addr;
#endif
}

bool isType(hid_t group, const char* name, hid_t access, H5O_type_t type)
{
    const auto info = infoOf(group, name, access);
    return info && info->type == type;
}

ReadBytes readerOf(const fs::path& path)
{
    return [path](std::uint64_t offset, std::uint64_t count) {
        std::vector<unsigned char> bytes(count);
        std::ifstream in(path, std::ios::binary);
        in.seekg(static_cast<std::streamoff>(offset));
        in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
        bytes.resize(in.bad() ? 0 : static_cast<size_t>(in.gcount()));
        return bytes;
    };
}

ReadBytes readerOf(std::string_view image)
{
    return [image = std::string(image)](std::uint64_t offset, std::uint64_t count) {
        const std::string part = offset < image.size() ? image.substr(offset, count) : std::string();
        return std::vector<unsigned char>(part.begin(), part.end());
    };
}

herr_t collectGroup(hid_t group, const char* name, const H5L_info_t* link, void* context)
{
    if (link->type == H5L_TYPE_HARD && isType(group, name, H5P_DEFAULT, H5O_TYPE_GROUP))
        static_cast<std::vector<std::string>*>(context)->emplace_back(name);
    return 0;
}

/// Frees the texts of variable length that HDF5 allocated.
class ReadTexts
{
public:
    ReadTexts(hid_t type, hid_t space, std::vector<char*>& texts)
        : m_type(type)
        , m_space(space)
        , m_texts(texts)
    {}
    ~ReadTexts() { H5Dvlen_reclaim(m_type, m_space, H5P_DEFAULT, m_texts.data()); }
    ReadTexts(const ReadTexts&) = delete;
    ReadTexts& operator=(const ReadTexts&) = delete;

private:
    hid_t m_type;
    hid_t m_space;
    std::vector<char*>& m_texts;
};

} // namespace

QuietHdf5::QuietHdf5()
{
    H5Eget_auto2(H5E_DEFAULT, &m_function, &m_data);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietHdf5::~QuietHdf5()
{
    H5Eset_auto2(H5E_DEFAULT, m_function, m_data);
}

Hdf5File::Hdf5File(fs::path path)
    : m_access(accessInsideFile(), &H5Pclose)
    , m_path(std::move(path))
    , m_bytes(fileBytes(m_path))
    , m_readBytes(readerOf(m_path))
    , m_file(H5Fopen(m_path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), &H5Fclose)
{
    checkOpened();
}

Hdf5File::Hdf5File(std::string_view bytes, fs::path name)
    : m_access(accessInsideFile(), &H5Pclose)
    , m_path(std::move(name))
    , m_bytes(bytes.size())
    , m_readBytes(readerOf(bytes))
    , m_file(openImage(bytes), &H5Fclose)
{
    checkOpened();
}

void Hdf5File::checkOpened() const
{
    if (!m_file.valid()) {
        throw Error(SPACRD_TR("core", "The file is not an HDF5 file, or it is damaged or cut short."), m_path,
                    SPACRD_TR("core", "fetch or copy the file again"));
    }
}

bool Hdf5File::hasObject(const std::string& name, H5O_type_t type) const
{
    // Every part of the path is looked at by itself: HDF5 would fail on a missing parent, and follow a link out of the file.
    for (size_t end = name.find('/');; end = name.find('/', end + 1)) {
        const std::string part = name.substr(0, end);
        if (H5Lexists(m_file, part.c_str(), m_access) <= 0 || isExternalLink(m_file, part, m_access)
            || H5Oexists_by_name(m_file, part.c_str(), m_access) <= 0)
            return false;
        if (end == std::string::npos)
            break;
    }
    return isType(m_file, name.c_str(), m_access, type);
}

bool Hdf5File::hasDataset(const std::string& name) const
{
    return hasObject(name, H5O_TYPE_DATASET);
}

bool Hdf5File::hasGroup(const std::string& name) const
{
    return hasObject(name, H5O_TYPE_GROUP);
}

std::vector<std::string> Hdf5File::rootGroups() const
{
    std::vector<std::string> names;
    hsize_t position = 0;
    if (H5Literate(m_file, H5_INDEX_NAME, H5_ITER_INC, &position, &collectGroup, &names) < 0)
        throwUnreadable("/");
    return names;
}

void Hdf5File::checkHeaderOf(const std::string& name) const
{
    const auto info = infoOf(m_file, name.c_str(), m_access);
    const Hdf5Handle creation(H5Fget_create_plist(m_file), &H5Pclose);
    hsize_t userBlock = 0;
    size_t addressBytes = 0;
    size_t lengthBytes = 0;
    if (!info || H5Pget_userblock(creation, &userBlock) < 0 || H5Pget_sizes(creation, &addressBytes, &lengthBytes) < 0
        || addressBytes != 8 || lengthBytes != 8)
        throwUnreadable(name);
    switch (checkHeader(m_readBytes, userBlock, headerAddress(*info, m_file))) {
    case HeaderState::sound:
        return;
    case HeaderState::damaged:
        throwUnreadable(name);
    case HeaderState::otherType:
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" holds values of a kind that is not read."), {name}), m_path);
    case HeaderState::elsewhere:
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is kept in another file, which is not read."), {name}), m_path);
    }
}

hid_t Hdf5File::openDataset(const std::string& name) const
{
    if (!hasDataset(name))
        throw Error(Text(SPACRD_TR("core", "The HDF5 file has no dataset \"%1\"."), {name}), m_path);
    checkHeaderOf(name);
    return H5Dopen2(m_file, name.c_str(), m_access);
}

hsize_t Hdf5File::mostMemoryBytes() const
{
    return alwaysReadBytes + m_bytes * mostMemoryPerByte;
}

void Hdf5File::throwTooLarge(const std::string& name, hsize_t count) const
{
    throw Error(
        Text(SPACRD_TR("core", "The dataset \"%1\" claims %2 values, more than the file holds."), {name, std::to_string(count)}),
        m_path, SPACRD_TR("core", "the file is damaged or cut short; fetch or copy it again"));
}

std::vector<Hdf5Filter> Hdf5File::checkedFilters(hid_t creation, const std::string& name) const
{
    std::vector<Hdf5Filter> filters = filtersOf(creation);
    for (const Hdf5Filter& filter : filters) {
        if (!knowsFilters({filter})) {
            throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is compressed with the HDF5 filter %2, which is not read."),
                             {name, toWord(filter.id)}),
                        m_path, SPACRD_TR("core", "write the file again with gzip compression (h5repack -f GZIP=6)"));
        }
    }
    if (!knowsFilters(filters)) // one of them twice
        throwUnreadable(name);
    return filters;
}

Hdf5File::Extent Hdf5File::checkedExtent(hid_t dataset, const std::string& name, hid_t type, size_t memoryBytes) const
{
    const Hdf5Handle creation(H5Dget_create_plist(dataset), &H5Pclose);
    if (!creation.valid())
        throwUnreadable(name);
    // Before anything else is asked: HDF5 would look for the files of virtual storage to tell its extent.
    if (H5Pget_external_count(creation) != 0 || H5Pget_layout(creation) == H5D_VIRTUAL)
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is kept in another file, which is not read."), {name}), m_path);
    Extent extent;
    extent.filters = checkedFilters(creation, name);
    extent.width = H5Tis_variable_str(type) > 0 ? variableTextBytes : H5Tget_size(type);
    const Hdf5Handle space(H5Dget_space(dataset), &H5Sclose);
    if (!space.valid())
        throwUnreadable(name);
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank != 1) {
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" has %2 dimensions where one was expected."), {name, toWord(rank)}),
                    m_path);
    }
    if (extent.width == 0 || H5Sget_simple_extent_dims(space, &extent.count, nullptr) != 1)
        throwUnreadable(name);
    const hsize_t stored = H5Dget_storage_size(dataset);
    extent.chunks = H5Pget_layout(creation) == H5D_CHUNKED;
    // HDF5 does not compare a compact dataset's bytes with its extent, and reads beyond them.
    if (stored > m_bytes || (!extent.chunks && extent.count > stored / extent.width)
        || extent.count / mostCompression > stored / extent.width || (stored == 0 && extent.count > 0)
        || extent.count > mostMemoryBytes() / memoryBytes)
        throwTooLarge(name, extent.count);
    hsize_t chunk = 1;
    if (extent.chunks && (H5Pget_chunk(creation, 1, &chunk) != 1 || chunk == 0))
        throwUnreadable(name);
    if (chunk > mostMemoryBytes() / extent.width) { // HDF5 takes memory for a whole chunk
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is kept in chunks of %2 values, more than the file holds."),
                         {name, std::to_string(chunk)}),
                    m_path);
    }
    const hsize_t some = std::max<hsize_t>(1, blockBytes / std::max(extent.width, memoryBytes));
    extent.block = extent.chunks ? chunk : some;
    return extent;
}

void Hdf5File::readBlock(hid_t dataset, const std::string& name, hid_t memoryType, hsize_t start, hsize_t count, void* out) const
{
    const Hdf5Handle fileSpace(H5Dget_space(dataset), &H5Sclose);
    const Hdf5Handle memorySpace(H5Screate_simple(1, &count, nullptr), &H5Sclose);
    if (!fileSpace.valid() || !memorySpace.valid()
        || H5Sselect_hyperslab(fileSpace, H5S_SELECT_SET, &start, nullptr, &count, nullptr) < 0
        || H5Dread(dataset, memoryType, memorySpace, fileSpace, H5P_DEFAULT, out) < 0)
        throwUnreadable(name);
}

void Hdf5File::readBlocks(hid_t dataset, const std::string& name, const Extent& extent, hid_t fileType, hid_t memoryType,
                          const Task& task, const BlockVisitor& visit) const
{
    const size_t width = H5Tget_size(memoryType);
    std::vector<unsigned char> bytes;
    for (hsize_t start = 0; start < extent.count; start += extent.block) {
        task.check();
        const hsize_t count = std::min(extent.block, extent.count - start);
        if (!extent.chunks) {
            bytes.resize(count * width);
            readBlock(dataset, name, memoryType, start, count, bytes.data());
        } else {
            auto chunk = decodeChunk(dataset, extent.filters, start, extent.block * extent.width, m_bytes);
            if (!chunk)
                throwUnreadable(name);
            bytes = std::move(*chunk);
            bytes.resize(std::max<size_t>(bytes.size(), count * width));
            if (H5Tconvert(fileType, memoryType, count, bytes.data(), nullptr, H5P_DEFAULT) < 0)
                throwUnreadable(name);
        }
        visit(bytes.data(), count);
    }
}

template <typename Value>
std::vector<Value> Hdf5File::values(const std::string& name, bool fractionsAllowed, hid_t memoryType, const Task& task) const
{
    const Hdf5Handle dataset(openDataset(name), &H5Dclose);
    const Hdf5Handle type(dataset.valid() ? H5Dget_type(dataset) : -1, &H5Tclose);
    if (!type.valid())
        throwUnreadable(name);
    const H5T_class_t kind = H5Tget_class(type);
    if (H5Tget_size(type) > sizeof(double) || (kind != H5T_INTEGER && !(fractionsAllowed && kind == H5T_FLOAT))) {
        throw Error(Text(fractionsAllowed ? SPACRD_TR("core", "The dataset \"%1\" does not hold numbers.")
                                          : SPACRD_TR("core", "The dataset \"%1\" does not hold whole numbers."),
                         {name}),
                    m_path);
    }
    const Extent extent = checkedExtent(dataset, name, type, sizeof(Value));
    std::vector<Value> out;
    try {
        out.resize(extent.count);
        size_t filled = 0;
        readBlocks(dataset, name, extent, type, memoryType, task, [&](const unsigned char* block, hsize_t count) {
            std::memcpy(out.data() + filled, block, count * sizeof(Value));
            filled += count;
        });
    } catch (const std::bad_alloc&) {
        throw Error(Text(SPACRD_TR("core", "There is not enough memory to read the dataset \"%1\"."), {name}), m_path);
    }
    return out;
}

template <typename Integer>
std::vector<Integer> Hdf5File::integers(const std::string& name, const Task& task) const
{
    static_assert(sizeof(Integer) == 4 || sizeof(Integer) == 8);
    return values<Integer>(name, false, sizeof(Integer) == 4 ? H5T_NATIVE_INT32 : H5T_NATIVE_INT64, task);
}

template std::vector<std::int32_t> Hdf5File::integers(const std::string&, const Task&) const;
template std::vector<std::int64_t> Hdf5File::integers(const std::string&, const Task&) const;

std::vector<float> Hdf5File::numbers(const std::string& name, const Task& task) const
{
    return values<float>(name, true, H5T_NATIVE_FLOAT, task);
}

std::vector<std::string> Hdf5File::strings(const std::string& name, const Task& task) const
{
    const Hdf5Handle dataset(openDataset(name), &H5Dclose);
    const Hdf5Handle type(dataset.valid() ? H5Dget_type(dataset) : -1, &H5Tclose);
    if (!type.valid())
        throwUnreadable(name);
    if (H5Tget_class(type) != H5T_STRING)
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" does not hold text."), {name}), m_path);
    std::vector<std::string> out;
    try {
        if (H5Tis_variable_str(type) > 0)
            readVariableStrings(dataset, name, out, task);
        else
            readFixedStrings(dataset, name, out, task);
    } catch (const std::bad_alloc&) {
        throw Error(Text(SPACRD_TR("core", "There is not enough memory to read the dataset \"%1\"."), {name}), m_path);
    }
    return out;
}

void Hdf5File::readFixedStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const
{
    const Hdf5Handle type(H5Dget_type(dataset), &H5Tclose);
    const size_t width = H5Tget_size(type);
    const Extent extent = checkedExtent(dataset, name, type, sizeof(std::string) + width);
    if (width > longestText)
        throw Error(Text(SPACRD_TR("core", "A text of the dataset \"%1\" is too long to be a name."), {name}), m_path);
    const bool spacePadded = H5Tget_strpad(type) == H5T_STR_SPACEPAD;
    readBlocks(dataset, name, extent, type, type, task, [&](const unsigned char* block, hsize_t count) {
        for (hsize_t i = 0; i < count; ++i) {
            const char* text = reinterpret_cast<const char*>(block) + i * width;
            out.emplace_back(text, ::strnlen(text, width));
            while (spacePadded && !out.back().empty() && out.back().back() == ' ')
                out.back().pop_back();
        }
    });
}

void Hdf5File::readVariableStrings(hid_t dataset, const std::string& name, std::vector<std::string>& out, const Task& task) const
{
    const Hdf5Handle type(H5Tcopy(H5T_C_S1), &H5Tclose);
    const Hdf5Handle fileType(H5Dget_type(dataset), &H5Tclose);
    const Extent extent = checkedExtent(dataset, name, fileType, sizeof(std::string));
    // HDF5 has to read these itself, since it alone knows where the texts lie; first its chunks are tried.
    for (hsize_t start = 0; extent.chunks && start < extent.count; start += extent.block) {
        task.check();
        if (!decodeChunk(dataset, extent.filters, start, extent.block * extent.width, m_bytes))
            throwUnreadable(name);
    }
    hsize_t letters = 0;
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5Tget_cset(fileType));
    for (hsize_t start = 0; start < extent.count; start += textBlockValues) {
        task.check();
        const hsize_t count = std::min(textBlockValues, extent.count - start);
        const Hdf5Handle space(H5Screate_simple(1, &count, nullptr), &H5Sclose);
        std::vector<char*> texts(count, nullptr);
        readBlock(dataset, name, type, start, count, texts.data());
        const ReadTexts freed(type, space, texts);
        for (const char* text : texts) {
            const size_t length = text ? ::strnlen(text, longestText + 1) : 0;
            if (letters += length; letters > mostMemoryBytes()) // many places of the dataset may name one text
                throwTooLarge(name, extent.count);
            if (length > longestText)
                throw Error(Text(SPACRD_TR("core", "A text of the dataset \"%1\" is too long to be a name."), {name}), m_path);
            out.emplace_back(text ? text : "", length);
        }
    }
}

void Hdf5File::throwUnreadable(const std::string& name) const
{
    throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" cannot be read; the file is damaged or cut short."), {name}), m_path,
                SPACRD_TR("core", "fetch or copy the file again"));
}

} // namespace spacrd
