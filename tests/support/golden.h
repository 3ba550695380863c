#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spacrd::test {

/// A numeric dataset of an HDF5 file as doubles, row by row. Fails the test program when it is not there.
struct Tensor
{
    std::vector<double> values;
    std::vector<std::int64_t> shape;

    std::vector<float> floats() const { return {values.begin(), values.end()}; }
    std::vector<int> ints() const { return {values.begin(), values.end()}; }
    double scalar() const { return values.at(0); }
};

class GoldenFile
{
public:
    explicit GoldenFile(const std::filesystem::path& file);
    ~GoldenFile();
    GoldenFile(const GoldenFile&) = delete;
    GoldenFile& operator=(const GoldenFile&) = delete;

    Tensor tensor(const std::string& path) const;
    std::vector<std::string> strings(const std::string& path) const;
    /// A numeric attribute of a group or data set.
    double attribute(const std::string& object, const std::string& name) const;
    /// Names of the members of a group, in name order.
    std::vector<std::string> members(const std::string& group) const;

private:
    long long m_file = -1;
};

/// Largest |a − b|; infinity when the lengths differ or a value is not finite.
double largestDifference(const std::vector<double>& a, const std::vector<double>& b);

} // namespace spacrd::test
