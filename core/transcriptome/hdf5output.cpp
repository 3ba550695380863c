#include "core/transcriptome/hdf5output.h"

#include "core/base/error.h"
#include "core/transcriptome/hdf5file.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spacrd {

static_assert(sizeof(hid_t) == sizeof(std::int64_t));

namespace {

constexpr hsize_t valuesOfChunk = 65536;
constexpr unsigned deflateLevel = 4;

/// To be closed.
hid_t makeTextType()
{
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

std::vector<const char*> pointersTo(const std::vector<std::string>& values)
{
    std::vector<const char*> pointers;
    pointers.reserve(values.size());
    for (const std::string& value : values)
        pointers.push_back(value.c_str());
    return pointers;
}

/// Creates and writes a dataset; false when that fails. Chunks are whole rows; what is empty or one value is not chunked.
bool writeDataset(hid_t file, const std::string& name, hid_t type, const void* values, std::span<const hsize_t> shape)
{
    const QuietHdf5 quiet;
    const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), &H5Pclose);
    const Hdf5Handle space(shape.empty() ? H5Screate(H5S_SCALAR)
                                         : H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr),
                           &H5Sclose);
    if (!creation.valid() || !space.valid() || H5Pset_obj_track_times(creation, false) < 0)
        return false;
    hsize_t count = 1;
    for (const hsize_t side : shape)
        count *= side;
    if (!shape.empty() && count > 0 && H5Tis_variable_str(type) <= 0) {
        std::vector<hsize_t> chunk(shape.begin(), shape.end());
        chunk.front() = std::clamp<hsize_t>(valuesOfChunk / (count / shape.front()), 1, shape.front());
        if (H5Pset_chunk(creation, static_cast<int>(chunk.size()), chunk.data()) < 0 || H5Pset_shuffle(creation) < 0
            || H5Pset_deflate(creation, deflateLevel) < 0)
            return false;
    }
    const Hdf5Handle dataset(H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT), &H5Dclose);
    return dataset.valid() && (count == 0 || H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
}

bool writeAttribute(hid_t file, const std::string& object, const std::string& name, hid_t type, const void* values,
                    std::span<const hsize_t> shape)
{
    const QuietHdf5 quiet;
    const Hdf5Handle space(shape.empty() ? H5Screate(H5S_SCALAR) : H5Screate_simple(1, shape.data(), nullptr), &H5Sclose);
    const Hdf5Handle attribute(
        H5Acreate_by_name(file, object.c_str(), name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), &H5Aclose);
    return attribute.valid() && ((!shape.empty() && shape[0] == 0) || H5Awrite(attribute, type, values) >= 0);
}

template <typename Value>
bool writeNumbers(hid_t file, const std::string& name, hid_t type, std::span<const Value> values, size_t columns)
{
    const std::array<hsize_t, 2> shape{columns == 0 ? values.size() : values.size() / columns, columns};
    return writeDataset(file, name, type, values.data(), std::span(shape).first(columns == 0 ? 1 : 2));
}

} // namespace

Hdf5Output::Hdf5Output(const std::filesystem::path& file)
    : m_path(file)
{
    const QuietHdf5 quiet;
    const Hdf5Handle creation(H5Pcreate(H5P_FILE_CREATE), &H5Pclose);
    H5Pset_obj_track_times(creation, false);
    m_file = H5Fcreate(file.c_str(), H5F_ACC_TRUNC, creation, H5P_DEFAULT);
    check(m_file);
}

Hdf5Output::~Hdf5Output()
{
    if (m_file >= 0)
        H5Fclose(m_file);
}

void Hdf5Output::check(std::int64_t idOrStatus) const
{
    if (idOrStatus < 0) {
        throw Error(SPACRD_TR("core", "The HDF5 file could not be written."), m_path,
                    SPACRD_TR("core", "check that the disk has room and that you may write there"));
    }
}

void Hdf5Output::group(const std::string& name)
{
    const QuietHdf5 quiet;
    const Hdf5Handle creation(H5Pcreate(H5P_GROUP_CREATE), &H5Pclose);
    H5Pset_obj_track_times(creation, false);
    const Hdf5Handle made(H5Gcreate2(m_file, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), &H5Gclose);
    check(made);
}

void Hdf5Output::numbers(const std::string& name, std::span<const float> values, size_t columns)
{
    check(writeNumbers(m_file, name, H5T_NATIVE_FLOAT, values, columns) ? 0 : -1);
}

void Hdf5Output::numbers(const std::string& name, std::span<const double> values, size_t columns)
{
    check(writeNumbers(m_file, name, H5T_NATIVE_DOUBLE, values, columns) ? 0 : -1);
}

void Hdf5Output::numbers(const std::string& name, std::span<const std::int32_t> values, size_t columns)
{
    check(writeNumbers(m_file, name, H5T_NATIVE_INT32, values, columns) ? 0 : -1);
}

void Hdf5Output::numbers(const std::string& name, std::span<const std::int64_t> values, size_t columns)
{
    check(writeNumbers(m_file, name, H5T_NATIVE_INT64, values, columns) ? 0 : -1);
}

void Hdf5Output::texts(const std::string& name, const std::vector<std::string>& values)
{
    const Hdf5Handle type(makeTextType(), &H5Tclose);
    const hsize_t size = values.size();
    check(writeDataset(m_file, name, type, pointersTo(values).data(), std::span(&size, 1)) ? 0 : -1);
}

void Hdf5Output::number(const std::string& name, double value)
{
    check(writeDataset(m_file, name, H5T_NATIVE_DOUBLE, &value, {}) ? 0 : -1);
}

void Hdf5Output::text(const std::string& name, const std::string& value)
{
    const Hdf5Handle type(makeTextType(), &H5Tclose);
    const char* pointer = value.c_str();
    check(writeDataset(m_file, name, type, &pointer, {}) ? 0 : -1);
}

void Hdf5Output::attribute(const std::string& object, const std::string& name, const std::string& value)
{
    const Hdf5Handle type(makeTextType(), &H5Tclose);
    const char* pointer = value.c_str();
    check(writeAttribute(m_file, object, name, type, &pointer, {}) ? 0 : -1);
}

void Hdf5Output::attribute(const std::string& object, const std::string& name, const std::vector<std::string>& values)
{
    const Hdf5Handle type(makeTextType(), &H5Tclose);
    const hsize_t size = values.size();
    check(writeAttribute(m_file, object, name, type, pointersTo(values).data(), std::span(&size, 1)) ? 0 : -1);
}

void Hdf5Output::attribute(const std::string& object, const std::string& name, std::span<const std::int64_t> values)
{
    const hsize_t size = values.size();
    check(writeAttribute(m_file, object, name, H5T_NATIVE_INT64, values.data(), std::span(&size, 1)) ? 0 : -1);
}

void Hdf5Output::finish()
{
    const QuietHdf5 quiet;
    check(H5Fclose(std::exchange(m_file, -1)));
}

} // namespace spacrd
