#include "core/transcriptome/hdf5file.h"

#include "core/base/error.h"
#include "core/base/randomfile.h"
#include "core/base/textfile.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/hdf5filters.h"
#include "core/transcriptome/hdf5group.h"

#include <cstring>
#include <memory>
#include <optional>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

// At the end of the program HDF5 would close what it could not close before, and crash over what it could not open well. Every
// handle is closed here, and files are flushed when they are, so nothing is left to do then. Before HDF5 is used at all.
[[maybe_unused]] const bool nothingAtExit = H5dont_atexit() >= 0;

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

ReadInto readerOf(const fs::path& path)
{
    return [file = std::make_shared<const RandomFile>(path)](std::uint64_t offset, std::span<unsigned char> out) {
        return file->read(offset, out);
    };
}

ReadInto readerOf(std::string_view image)
{
    return [image = std::make_shared<const std::string>(image)](std::uint64_t offset, std::span<unsigned char> out) {
        return offset < image->size() ? image->copy(reinterpret_cast<char*>(out.data()), out.size(), offset) : 0;
    };
}

ReadBytes bytesOf(ReadInto read)
{
    return [read = std::move(read)](std::uint64_t offset, std::uint64_t count) {
        std::vector<unsigned char> bytes(count);
        bytes.resize(read(offset, bytes));
        return bytes;
    };
}

[[noreturn]] void throwDamaged(const std::string& name, const fs::path& path)
{
    throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" cannot be read; the file is damaged or cut short."), {name}), path,
                SPACRD_TR("core", "fetch or copy the file again"));
}

struct Wanted
{
    H5O_type_t type;
    std::vector<std::string> names;
};

herr_t collect(hid_t group, const char* name, const H5L_info_t* link, void* context)
{
    auto& wanted = *static_cast<Wanted*>(context);
    if (link->type == H5L_TYPE_HARD && isType(group, name, H5P_DEFAULT, wanted.type))
        wanted.names.emplace_back(name);
    return 0;
}

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
    , m_readInto(readerOf(m_path))
    , m_readBytes(bytesOf(m_readInto))
    , m_file(groupsAreSound(m_readBytes, m_bytes) ? openThrough(m_readInto, m_bytes) : -1, &H5Fclose)
{
    checkOpened();
}

Hdf5File::Hdf5File(std::string_view bytes, fs::path name)
    : m_access(accessInsideFile(), &H5Pclose)
    , m_path(std::move(name))
    , m_bytes(bytes.size())
    , m_readInto(readerOf(bytes))
    , m_readBytes(bytesOf(m_readInto))
    , m_file(groupsAreSound(m_readBytes, m_bytes) ? openThrough(m_readInto, m_bytes) : -1, &H5Fclose)
{
    checkOpened();
}

void Hdf5File::checkOpened() const
{
    if (!m_file.valid()) {
        throw Error(SPACRD_TR("core", "The file is not an HDF5 file, or it is damaged or cut short."), m_path,
                    SPACRD_TR("core", "fetch or copy the file again"));
    }
    registerHdf5Filters();
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

std::vector<std::string> Hdf5File::objectsIn(const std::string& group, H5O_type_t type) const
{
    if (group != "/" && !hasGroup(group))
        return {};
    Wanted wanted{type, {}};
    hsize_t position = 0;
    if (H5Literate_by_name(m_file, group.c_str(), H5_INDEX_NAME, H5_ITER_INC, &position, &collect, &wanted, m_access) < 0) {
        throw Error(Text(SPACRD_TR("core", "The group \"%1\" cannot be read; the file is damaged or cut short."), {group}),
                    m_path, SPACRD_TR("core", "fetch or copy the file again"));
    }
    return std::move(wanted.names);
}

std::vector<std::string> Hdf5File::groupsIn(const std::string& group) const
{
    return objectsIn(group, H5O_TYPE_GROUP);
}

std::vector<std::string> Hdf5File::datasetsIn(const std::string& group) const
{
    return objectsIn(group, H5O_TYPE_DATASET);
}

hsize_t Hdf5File::userBlock() const
{
    const Hdf5Handle creation(H5Fget_create_plist(m_file), &H5Pclose);
    hsize_t userBlock = 0;
    size_t addressBytes = 0;
    size_t lengthBytes = 0;
    if (H5Pget_userblock(creation, &userBlock) < 0 || H5Pget_sizes(creation, &addressBytes, &lengthBytes) < 0 || addressBytes != 8
        || lengthBytes != 8)
        throwDamaged("/", m_path);
    return userBlock;
}

HeaderState Hdf5File::visitHeader(const std::string& name, const MessageVisitor& visit) const
{
    const auto info = infoOf(m_file, name.c_str(), m_access);
    return info ? forEachMessage(m_readBytes, userBlock(), headerAddress(*info, m_file), visit) : HeaderState::damaged;
}

void Hdf5File::checkHeaderOf(const std::string& name) const
{
    switch (visitHeader(name, &checkDatasetMessage)) {
    case HeaderState::sound:
        return;
    case HeaderState::damaged:
        throwDamaged(name, m_path);
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

template <typename Integer>
std::vector<Integer> Hdf5File::integers(const std::string& name, const Task& task) const
{
    const Hdf5Dataset dataset(*this, name);
    dataset.requireRank(1);
    if (dataset.kind() != Hdf5Kind::flag)
        dataset.requireNumbers(false);
    std::vector<Integer> values = dataset.allocate<Integer>();
    dataset.read(std::span(values), task);
    return values;
}

template std::vector<std::int32_t> Hdf5File::integers(const std::string&, const Task&) const;
template std::vector<std::int64_t> Hdf5File::integers(const std::string&, const Task&) const;

std::vector<std::string> Hdf5File::strings(const std::string& name, const Task& task) const
{
    const Hdf5Dataset dataset(*this, name);
    dataset.requireRank(1);
    return dataset.strings(task);
}

} // namespace spacrd
