#include "tests/support/golden.h"

#include <QTest>

#include <hdf5.h>

#include <cmath>
#include <limits>

namespace spacrd::test {

GoldenFile::GoldenFile(const std::filesystem::path& file)
    : m_file(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT))
{
    if (m_file < 0)
        qFatal("the golden file %s cannot be opened", file.c_str());
}

GoldenFile::~GoldenFile()
{
    H5Fclose(m_file);
}

Tensor GoldenFile::tensor(const std::string& path) const
{
    const hid_t data = H5Dopen2(m_file, path.c_str(), H5P_DEFAULT);
    if (data < 0)
        qFatal("no data set %s", path.c_str());
    const hid_t space = H5Dget_space(data);
    const int rank = H5Sget_simple_extent_ndims(space);
    std::vector<hsize_t> extent(static_cast<size_t>(rank));
    H5Sget_simple_extent_dims(space, extent.data(), nullptr);
    Tensor tensor;
    tensor.shape.assign(extent.begin(), extent.end());
    tensor.values.resize(static_cast<size_t>(H5Sget_simple_extent_npoints(space)));
    if (H5Dread(data, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, tensor.values.data()) < 0)
        qFatal("data set %s cannot be read", path.c_str());
    H5Sclose(space);
    H5Dclose(data);
    return tensor;
}

std::vector<std::string> GoldenFile::strings(const std::string& path) const
{
    const hid_t data = H5Dopen2(m_file, path.c_str(), H5P_DEFAULT);
    const hid_t type = H5Dget_type(data);
    const hid_t space = H5Dget_space(data);
    const auto count = static_cast<size_t>(H5Sget_simple_extent_npoints(space));
    std::vector<std::string> out;
    if (H5Tis_variable_str(type) > 0) {
        std::vector<char*> raw(count);
        const hid_t memory = H5Tcopy(H5T_C_S1);
        H5Tset_size(memory, H5T_VARIABLE);
        H5Tset_cset(memory, H5Tget_cset(type));
        if (H5Dread(data, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, raw.data()) < 0)
            qFatal("strings %s cannot be read", path.c_str());
        out.assign(raw.begin(), raw.end());
        H5Dvlen_reclaim(memory, space, H5P_DEFAULT, raw.data());
        H5Tclose(memory);
    } else {
        const size_t width = H5Tget_size(type);
        std::vector<char> raw(count * width);
        if (H5Dread(data, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, raw.data()) < 0)
            qFatal("strings %s cannot be read", path.c_str());
        for (size_t i = 0; i < count; ++i)
            out.emplace_back(raw.data() + i * width, strnlen(raw.data() + i * width, width));
    }
    H5Sclose(space);
    H5Tclose(type);
    H5Dclose(data);
    return out;
}

double GoldenFile::attribute(const std::string& object, const std::string& name) const
{
    const hid_t attribute = H5Aopen_by_name(m_file, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT);
    if (attribute < 0)
        qFatal("no attribute %s of %s", name.c_str(), object.c_str());
    double value = 0.0;
    const hid_t space = H5Aget_space(attribute);
    if (H5Sget_simple_extent_npoints(space) != 1 || H5Aread(attribute, H5T_NATIVE_DOUBLE, &value) < 0)
        qFatal("attribute %s of %s is not one number", name.c_str(), object.c_str());
    H5Sclose(space);
    H5Aclose(attribute);
    return value;
}

std::vector<std::string> GoldenFile::members(const std::string& group) const
{
    std::vector<std::string> names;
    const auto collect = [](hid_t, const char* name, const H5L_info_t*, void* out) -> herr_t {
        static_cast<std::vector<std::string>*>(out)->emplace_back(name);
        return 0;
    };
    if (H5Literate_by_name(m_file, group.c_str(), H5_INDEX_NAME, H5_ITER_INC, nullptr, collect, &names, H5P_DEFAULT) < 0)
        qFatal("no group %s", group.c_str());
    return names;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b)
{
    if (a.size() != b.size())
        return std::numeric_limits<double>::infinity();
    double largest = 0.0;
    for (size_t i = 0; i < a.size(); ++i) {
        const double difference = std::abs(a[i] - b[i]);
        if (!std::isfinite(difference))
            return std::numeric_limits<double>::infinity();
        largest = std::max(largest, difference);
    }
    return largest;
}

} // namespace spacrd::test
