#include "tests/transcriptome/fixtures.h"

#include "tests/support/files.h"

#include <algorithm>

namespace spacrd::test {

namespace fs = std::filesystem;

namespace {

void writeDataset(hid_t file, const std::string& name, hid_t fileType, hid_t memoryType, size_t count, const void* values)
{
    const hsize_t extent = count;
    const hid_t space = H5Screate_simple(1, &extent, nullptr);
    const hid_t dataset = H5Dcreate2(file, name.c_str(), fileType, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    if (dataset < 0 || (count > 0 && H5Dwrite(dataset, memoryType, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0))
        stopTest("a test dataset could not be written");
    H5Dclose(dataset);
    H5Sclose(space);
}

} // namespace

Hdf5Writer::Hdf5Writer(const fs::path& file)
    : m_file(-1)
{
    fs::create_directories(file.parent_path());
    m_file = H5Fcreate(file.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    if (m_file < 0)
        stopTest("a test file could not be made");
}

Hdf5Writer::~Hdf5Writer()
{
    H5Fclose(m_file);
}

void Hdf5Writer::group(const std::string& name)
{
    H5Gclose(H5Gcreate2(m_file, name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
}

void Hdf5Writer::integers(const std::string& name, const std::vector<long long>& values, hid_t type)
{
    writeDataset(m_file, name, type, H5T_NATIVE_LLONG, values.size(), values.data());
}

void Hdf5Writer::doubles(const std::string& name, const std::vector<double>& values)
{
    writeDataset(m_file, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, values.size(), values.data());
}

void Hdf5Writer::strings(const std::string& name, const std::vector<std::string>& values)
{
    size_t width = 1;
    for (const std::string& value : values)
        width = std::max(width, value.size());
    std::string bytes(width * values.size(), '\0');
    for (size_t i = 0; i < values.size(); ++i)
        std::copy(values[i].begin(), values[i].end(), bytes.begin() + static_cast<std::ptrdiff_t>(i * width));
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, width);
    H5Tset_strpad(type, H5T_STR_NULLPAD);
    writeDataset(m_file, name, type, type, values.size(), bytes.data());
    H5Tclose(type);
}

void Hdf5Writer::variableStrings(const std::string& name, const std::vector<std::string>& values)
{
    std::vector<const char*> texts;
    for (const std::string& value : values)
        texts.push_back(value.c_str());
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    writeDataset(m_file, name, type, type, texts.size(), texts.data());
    H5Tclose(type);
}

TenxParts tinyTenx()
{
    TenxParts parts;
    parts.barcodes = {"AAA-1", "AAC-1", "AAG-1", "AAT-1"};
    parts.ids = {"ENSG1", "ENSG2", "CD3", "ENSG3"};
    parts.names = {"TP53", "ERBB2", "CD3_TotalSeqB", "TP53"};
    parts.types = {"Gene Expression", "Gene Expression", "Antibody Capture", "Gene Expression"};
    parts.data = {1, 9, 2, 3, 6, 4, 5, 7};
    parts.indices = {0, 2, 3, 1, 3, 0, 1, 2}; // the last spot's are not in order
    parts.indptr = {0, 3, 3, 4, 8};
    parts.shape = {4, 4};
    return parts;
}

void writeTenxHdf5(const fs::path& file, const TenxParts& parts)
{
    Hdf5Writer h5(file);
    const auto wanted = [&](const char* name) { return !parts.leftOut.contains(name); };
    if (wanted("matrix")) {
        h5.group("matrix");
        if (wanted("features"))
            h5.group("matrix/features");
    }
    if (wanted("barcodes"))
        h5.strings("matrix/barcodes", parts.barcodes);
    if (wanted("id"))
        h5.strings("matrix/features/id", parts.ids);
    if (wanted("name"))
        h5.strings("matrix/features/name", parts.names);
    if (wanted("feature_type"))
        h5.strings("matrix/features/feature_type", parts.types);
    if (wanted("data"))
        h5.integers("matrix/data", parts.data, H5T_STD_I32LE);
    if (wanted("indices"))
        h5.integers("matrix/indices", parts.indices);
    if (wanted("indptr"))
        h5.integers("matrix/indptr", parts.indptr);
    if (wanted("shape"))
        h5.integers("matrix/shape", parts.shape, H5T_STD_I32LE);
    if (parts.writeInstead)
        parts.writeInstead(h5);
}

void writeTenxMtx(const fs::path& folder, const TenxParts& parts)
{
    std::string barcodes;
    for (const std::string& barcode : parts.barcodes)
        barcodes += barcode + '\n';
    std::string features;
    for (size_t i = 0; i < parts.ids.size(); ++i)
        features += parts.ids[i] + '\t' + parts.names[i] + '\t' + parts.types[i] + '\n';
    std::string matrix = "%%MatrixMarket matrix coordinate integer general\n%metadata_json: {\"format_version\": 2}\n";
    matrix += std::to_string(parts.ids.size()) + ' ' + std::to_string(parts.barcodes.size()) + ' '
              + std::to_string(parts.data.size()) + '\n';
    for (size_t barcode = 0; barcode < parts.barcodes.size(); ++barcode) {
        for (auto i = static_cast<size_t>(parts.indptr[barcode]); i < static_cast<size_t>(parts.indptr[barcode + 1]); ++i)
            matrix += std::to_string(parts.indices[i] + 1) + ' ' + std::to_string(barcode + 1) + ' '
                      + std::to_string(parts.data[i]) + '\n';
    }
    write(folder / "barcodes.tsv", barcodes);
    write(folder / "features.tsv", features);
    write(folder / "matrix.mtx", matrix);
}

bool isTinyTenx(const ExpressionMatrix& matrix)
{
    const std::vector<std::string> barcodes{"AAA-1", "AAC-1", "AAG-1", "AAT-1"};
    const std::vector<std::string> symbols{"TP53", "ERBB2", "TP53-1"};
    const float counts[4][3] = {{1, 0, 2}, {0, 0, 0}, {0, 3, 0}, {4, 5, 6}};
    bool same = matrix.barcodes == barcodes && matrix.genes.size() == 3 && matrix.counts.rows() == 4 && matrix.counts.cols() == 3
                && matrix.counts.nonZeros() == 6 && matrix.genes[2].id == "ENSG3";
    for (int spot = 0; same && spot < 4; ++spot) {
        for (int gene = 0; gene < 3; ++gene)
            same = same && matrix.counts.coeff(spot, gene) == counts[spot][gene]
                   && matrix.genes[static_cast<size_t>(gene)].symbol == symbols[static_cast<size_t>(gene)];
    }
    return same;
}

std::string tinyPositions(bool header, bool raw)
{
    // Row 0 and row 1 of a Visium array: neighbours in a row are two columns apart, 100 px here.
    std::string text = header ? "barcode,in_tissue,array_row,array_col,pxl_row_in_fullres,pxl_col_in_fullres\n" : "";
    text += "AAA-1,1,0,0,1000.0,500.5\n";
    text += std::string("AAC-1,") + (raw ? "0" : "1") + ",0,2,1000.0,600.5\n";
    text += "AAG-1,1,1,1,1086.60254,550.5\n";
    text += "AAT-1,1,1,3,1086.60254,650.5\n";
    text += "GGG-1,0,70,0,7000,500\n";
    return text;
}

void writeOuts(const fs::path& outs, bool raw)
{
    writeTenxHdf5(outs / (raw ? "raw_feature_bc_matrix.h5" : "filtered_feature_bc_matrix.h5"), tinyTenx());
    write(outs / "spatial" / "tissue_positions.csv", tinyPositions(true, raw));
    write(
        outs / "spatial" / "scalefactors_json.json",
        R"({"spot_diameter_fullres": 65.0, "tissue_hires_scalef": 0.2, "fiducial_diameter_fullres": 90.0, "tissue_lowres_scalef": 0.06})");
    write(outs / "spatial" / "tissue_hires_image.png", "not looked at when the section is read");
    write(outs / "spatial" / "tissue_lowres_image.png", "not looked at when the section is read");
}

} // namespace spacrd::test
