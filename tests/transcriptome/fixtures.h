#pragma once

#include "core/transcriptome/section.h"
#include "tests/support/gzipped.h"

#include <hdf5.h>

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace spacrd::test {

/// Writes an HDF5 file piece by piece, right or wrong as the test wants it.
class Hdf5Writer
{
public:
    explicit Hdf5Writer(const std::filesystem::path& file);
    ~Hdf5Writer();
    Hdf5Writer(const Hdf5Writer&) = delete;
    Hdf5Writer& operator=(const Hdf5Writer&) = delete;

    void group(const std::string& name);
    void integers(const std::string& name, const std::vector<long long>& values, hid_t type = H5T_STD_I64LE);
    void doubles(const std::string& name, const std::vector<double>& values);
    /// Of fixed width (that of the longest), as 10x writes them.
    void strings(const std::string& name, const std::vector<std::string>& values);
    void variableStrings(const std::string& name, const std::vector<std::string>& values);
    hid_t id() const { return m_file; }

private:
    hid_t m_file;
};

/// A 10x matrix as it lies in the file: compressed columns of features × barcodes.
struct TenxParts
{
    std::vector<std::string> barcodes;
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<std::string> types;
    std::vector<long long> data;
    std::vector<long long> indices;
    std::vector<long long> indptr;
    std::vector<long long> shape;
    std::set<std::string> leftOut;                 ///< datasets not to write, by the last part of their name
    std::function<void(Hdf5Writer&)> writeInstead; ///< called last
};

/// 4 spots × 3 genes (one symbol twice) and an antibody that a reader must leave out:
///     AAA-1  1 0 2 | 9      AAC-1  0 0 0 | 0      AAG-1  0 3 0 | 0      AAT-1  4 5 6 | 7
TenxParts tinyTenx();
void writeTenxHdf5(const std::filesystem::path& file, const TenxParts& parts);
/// matrix.mtx, barcodes.tsv and features.tsv of the same.
void writeTenxMtx(const std::filesystem::path& folder, const TenxParts& parts);

/// Checks that `matrix` is that of tinyTenx().
bool isTinyTenx(const ExpressionMatrix& matrix);

/// A Space Ranger `outs` folder of tinyTenx(): the four spots next to each other on the array, 100 px apart, AAC-1 outside
/// tissue when `raw`.
void writeOuts(const std::filesystem::path& outs, bool raw = false);
std::string tinyPositions(bool header, bool raw);

} // namespace spacrd::test
