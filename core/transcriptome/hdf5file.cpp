#include "core/transcriptome/hdf5file.h"

#include "core/base/error.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/hdf5filters.h"

#include <array>
#include <cstring>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t longestAttribute = 1 << 12;

hsize_t fileBytes(const fs::path& path)
{
    std::error_code code;
    if (!fs::exists(path, code))
        throw Error(SPACRD_TR("core", "The file does not exist."), path);
    if (fs::is_directory(path, code))
        throw Error(SPACRD_TR("core", "A file was expected, but this is a folder."), path);
    const auto bytes = fs::file_size(path, code);
    return code ? 0 : bytes;
}

bool isExternalLink(hid_t file, const std::string& name)
{
    H5L_info_t info;
    return H5Lget_info(file, name.c_str(), &info, H5P_DEFAULT) < 0 || info.type >= H5L_TYPE_EXTERNAL;
}

/// What an object is; H5O_TYPE_UNKNOWN when it cannot be read.
H5O_type_t typeOf(hid_t group, const char* name)
{
    H5O_info_t info;
#if H5_VERSION_GE(1, 12, 0)
    const herr_t status = H5Oget_info_by_name(group, name, &info, H5O_INFO_BASIC, H5P_DEFAULT);
#else
    const herr_t status = H5Oget_info_by_name(group, name, &info, H5P_DEFAULT);
#endif
    return status < 0 ? H5O_TYPE_UNKNOWN : info.type;
}

struct Wanted
{
    H5O_type_t type;
    std::vector<std::string> names;
};

herr_t collect(hid_t group, const char* name, const H5L_info_t* link, void* context)
{
    auto& wanted = *static_cast<Wanted*>(context);
    if (link->type == H5L_TYPE_HARD && typeOf(group, name) == wanted.type)
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
    : m_path(std::move(path))
    , m_bytes(fileBytes(m_path))
    , m_file(H5Fopen(m_path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), &H5Fclose)
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
        if (H5Lexists(m_file, part.c_str(), H5P_DEFAULT) <= 0 || isExternalLink(m_file, part)
            || H5Oexists_by_name(m_file, part.c_str(), H5P_DEFAULT) <= 0)
            return false;
        if (end == std::string::npos)
            break;
    }
    return typeOf(m_file, name.c_str()) == type;
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
    if (H5Literate_by_name(m_file, group.c_str(), H5_INDEX_NAME, H5_ITER_INC, &position, &collect, &wanted, H5P_DEFAULT) < 0) {
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

std::optional<std::string> Hdf5File::textAttribute(const std::string& object, const std::string& attribute) const
{
    const Hdf5Handle opened(H5Aopen_by_name(m_file, object.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT), &H5Aclose);
    if (!opened.valid())
        return std::nullopt;
    const Hdf5Handle type(H5Aget_type(opened), &H5Tclose);
    const Hdf5Handle space(H5Aget_space(opened), &H5Sclose);
    if (!type.valid() || !space.valid() || H5Tget_class(type) != H5T_STRING || H5Sget_simple_extent_npoints(space) != 1)
        return std::nullopt;
    if (H5Tis_variable_str(type) > 0) {
        const Hdf5Handle memory(H5Tcopy(H5T_C_S1), &H5Tclose);
        H5Tset_size(memory, H5T_VARIABLE);
        H5Tset_cset(memory, H5Tget_cset(type));
        char* text = nullptr;
        if (H5Aread(opened, memory, &text) < 0 || !text)
            return std::nullopt;
        std::string copy(text, ::strnlen(text, longestAttribute));
        H5free_memory(text);
        return copy;
    }
    const size_t width = H5Tget_size(type);
    if (width == 0 || width > longestAttribute)
        return std::nullopt;
    std::string text(width, '\0');
    if (H5Aread(opened, type, text.data()) < 0)
        return std::nullopt;
    text.resize(::strnlen(text.data(), width));
    return text;
}

std::vector<std::int64_t> Hdf5File::numberAttribute(const std::string& object, const std::string& attribute) const
{
    const Hdf5Handle opened(H5Aopen_by_name(m_file, object.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT), &H5Aclose);
    if (!opened.valid())
        return {};
    const Hdf5Handle type(H5Aget_type(opened), &H5Tclose);
    const Hdf5Handle space(H5Aget_space(opened), &H5Sclose);
    std::array<std::int64_t, 8> values{};
    const hssize_t count = space.valid() ? H5Sget_simple_extent_npoints(space) : 0;
    if (!type.valid() || H5Tget_class(type) != H5T_INTEGER || count < 1 || static_cast<size_t>(count) > values.size()
        || H5Aread(opened, H5T_NATIVE_INT64, values.data()) < 0)
        return {};
    return {values.begin(), values.begin() + count};
}

template <typename Integer>
std::vector<Integer> Hdf5File::integers(const std::string& name, const Task& task) const
{
    const Hdf5Dataset dataset(*this, name);
    dataset.requireRank(1);
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
