#include "core/base/error.h"
#include "core/base/task.h"
#include "core/phantom/counts.h"
#include "core/phantom/visiumwriter.h"

#include <fmt/format.h>
#include <hdf5.h>

#include <algorithm>
#include <cstring>

namespace spacrd::phantom {

namespace {

constexpr size_t controlEvery = 50;

/// An HDF5 identifier that closes itself; a failed one is an Error.
class Handle
{
public:
    Handle(hid_t id, herr_t (*close)(hid_t), const std::filesystem::path& file)
        : m_id(id)
        , m_close(close)
    {
        if (id < 0)
            fail(file);
    }
    ~Handle() { m_close(m_id); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    operator hid_t() const { return m_id; }

    [[noreturn]] static void fail(const std::filesystem::path& file)
    {
        throw Error(SPACRD_TR("core", "The count matrix could not be written."), file,
                    SPACRD_TR("core", "check that the disk has room"));
    }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// Creation properties without time stamps, so that the same data give the same bytes.
Handle timeless(hid_t propertyClass, const std::filesystem::path& file)
{
    const hid_t id = H5Pcreate(propertyClass);
    if (id >= 0)
        H5Pset_obj_track_times(id, false);
    return Handle(id, H5Pclose, file);
}

void check(herr_t result, const std::filesystem::path& file)
{
    if (result < 0)
        Handle::fail(file);
}

/// A one-dimensional chunked gzip dataset.
class Column
{
public:
    Column(hid_t group, const char* name, hid_t stored, hid_t given, hsize_t chunk, const std::filesystem::path& file)
        : m_file(file)
        , m_given(given)
        , m_dataset(create(group, name, stored, chunk, file), H5Dclose, file)
    {}

    void append(const void* values, size_t count)
    {
        if (count == 0)
            return;
        const hsize_t start = m_size;
        const hsize_t added = count;
        m_size += added;
        check(H5Dset_extent(m_dataset, &m_size), m_file);
        const Handle space(H5Dget_space(m_dataset), H5Sclose, m_file);
        check(H5Sselect_hyperslab(space, H5S_SELECT_SET, &start, nullptr, &added, nullptr), m_file);
        const Handle memory(H5Screate_simple(1, &added, nullptr), H5Sclose, m_file);
        check(H5Dwrite(m_dataset, m_given, memory, space, H5P_DEFAULT, values), m_file);
    }

private:
    static hid_t create(hid_t group, const char* name, hid_t stored, hsize_t chunk, const std::filesystem::path& file)
    {
        const hsize_t none = 0;
        const hsize_t unlimited = H5S_UNLIMITED;
        const Handle space(H5Screate_simple(1, &none, &unlimited), H5Sclose, file);
        const Handle properties = timeless(H5P_DATASET_CREATE, file);
        check(H5Pset_chunk(properties, 1, &chunk), file);
        check(H5Pset_shuffle(properties), file);
        check(H5Pset_deflate(properties, 4), file);
        return H5Dcreate2(group, name, stored, space, H5P_DEFAULT, properties, H5P_DEFAULT);
    }

    const std::filesystem::path& m_file;
    hid_t m_given;
    hsize_t m_size = 0;
    Handle m_dataset;
};

/// Strings of one length, padded with NUL, as 10x stores them.
void writeStrings(hid_t group, const char* name, const std::vector<std::string>& strings, const std::filesystem::path& file)
{
    size_t length = 1;
    for (const std::string& s : strings)
        length = std::max(length, s.size());
    const Handle type(H5Tcopy(H5T_C_S1), H5Tclose, file);
    check(H5Tset_size(type, length), file);
    check(H5Tset_strpad(type, H5T_STR_NULLPAD), file);
    std::string flat(length * strings.size(), '\0');
    for (size_t i = 0; i < strings.size(); ++i)
        std::memcpy(flat.data() + i * length, strings[i].data(), strings[i].size());
    Column(group, name, type, type, 4096, file).append(flat.data(), strings.size());
}

Handle group(hid_t parent, const char* name, const std::filesystem::path& file)
{
    const Handle properties = timeless(H5P_GROUP_CREATE, file);
    return Handle(H5Gcreate2(parent, name, H5P_DEFAULT, properties, H5P_DEFAULT), H5Gclose, file);
}

void writeFeatures(hid_t matrix, const ExpressionModel& model, int controls, const std::filesystem::path& file)
{
    const Handle features = group(matrix, "features", file);
    std::vector<std::string> ids;
    std::vector<std::string> symbols;
    std::vector<std::string> types(model.genes().size(), "Gene Expression");
    for (const Gene& gene : model.genes()) {
        ids.push_back(gene.id);
        symbols.push_back(gene.symbol);
    }
    for (int i = 1; i <= controls; ++i) {
        ids.push_back(fmt::format("NegControlProbe_{:05}", i));
        symbols.push_back(ids.back());
        types.emplace_back("Negative Control Probe");
    }
    writeStrings(features, "_all_tag_keys", {"genome"}, file);
    writeStrings(features, "id", ids, file);
    writeStrings(features, "name", symbols, file);
    writeStrings(features, "feature_type", types, file);
    writeStrings(features, "genome", std::vector<std::string>(ids.size(), "GRCh38"), file);
}

/// HDF5 prints its own error stack unless told not to; the caller gets one sentence instead.
class Quiet
{
public:
    Quiet()
    {
        H5Eget_auto2(H5E_DEFAULT, &m_function, &m_data);
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    }
    ~Quiet() { H5Eset_auto2(H5E_DEFAULT, m_function, m_data); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    H5E_auto2_t m_function = nullptr;
    void* m_data = nullptr;
};

} // namespace

void writeTenxMatrix(const std::filesystem::path& file, const ExpressionModel& model, const std::vector<PlannedSpot>& spots,
                     const std::vector<size_t>& order, const TenxContents& contents, std::uint64_t seed, Task& task)
{
    const Quiet quiet;
    const Handle properties = timeless(H5P_FILE_CREATE, file);
    const Handle h5(H5Fcreate(file.c_str(), H5F_ACC_TRUNC, properties, H5P_DEFAULT), H5Fclose, file);
    const Handle matrix = group(h5, "matrix", file);
    std::vector<std::string> barcodes;
    for (const size_t i : order)
        barcodes.push_back(spots[i].barcode);
    writeStrings(matrix, "barcodes", barcodes, file);
    writeFeatures(matrix, model, contents.controls, file);
    const std::int32_t shape[2] = {static_cast<std::int32_t>(model.genes().size()) + contents.controls,
                                   static_cast<std::int32_t>(order.size())};
    Column(matrix, "shape", H5T_STD_I32LE, H5T_NATIVE_INT32, 64, file).append(shape, 2);

    Column data(matrix, "data", H5T_STD_I32LE, H5T_NATIVE_INT32, 80000, file);
    Column indices(matrix, "indices", H5T_STD_I64LE, H5T_NATIVE_INT64, 80000, file);
    std::vector<std::int64_t> indptr = {0};
    std::vector<std::int32_t> values;
    std::vector<std::int64_t> genes;
    const auto flush = [&] {
        data.append(values.data(), values.size());
        indices.append(genes.data(), genes.size());
        values.clear();
        genes.clear();
    };
    forSpotCounts(model, spots, order, contents.molecules, seed, task, [&](size_t i, std::span<const GeneCount> counts) {
        std::int64_t nonzero = indptr.back() + std::ssize(counts);
        for (const GeneCount& counted : counts) {
            values.push_back(counted.count);
            genes.push_back(counted.gene);
        }
        if (contents.controls > 0 && i % controlEvery == 0) { // a probe that binds nothing is seen now and then
            values.push_back(1);
            genes.push_back(std::ssize(model.genes()) + static_cast<std::int64_t>(i / controlEvery) % contents.controls);
            ++nonzero;
        }
        indptr.push_back(nonzero);
        if (values.size() > 800000)
            flush();
    });
    flush();
    Column(matrix, "indptr", H5T_STD_I64LE, H5T_NATIVE_INT64, 80000, file).append(indptr.data(), indptr.size());
    check(H5Fflush(h5, H5F_SCOPE_LOCAL), file);
}

} // namespace spacrd::phantom
