#include "core/histology/featurefile.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"

#include <hdf5.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

/// An HDF5 identifier that closes itself; a failed call throws.
class Handle
{
public:
    Handle(hid_t id, herr_t (*close)(hid_t))
        : m_id(id)
        , m_close(close)
    {
        if (m_id < 0)
            throw Error(SPACRD_TR("core", "The features could not be written as HDF5."));
    }
    ~Handle() { m_close(m_id); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    operator hid_t() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

void check(herr_t status)
{
    if (status < 0)
        throw Error(SPACRD_TR("core", "The features could not be written as HDF5."));
}

void writeAttribute(hid_t object, const char* name, const std::string& text)
{
    const Handle type(H5Tcopy(H5T_C_S1), &H5Tclose);
    check(H5Tset_size(type, std::max<size_t>(1, text.size())));
    const Handle space(H5Screate(H5S_SCALAR), &H5Sclose);
    const Handle attribute(H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT), &H5Aclose);
    check(H5Awrite(attribute, type, text.empty() ? "" : text.data()));
}

void writeAttribute(hid_t object, const char* name, double value)
{
    const Handle space(H5Screate(H5S_SCALAR), &H5Sclose);
    const Handle attribute(H5Acreate2(object, name, H5T_IEEE_F64LE, space, H5P_DEFAULT, H5P_DEFAULT), &H5Aclose);
    check(H5Awrite(attribute, H5T_NATIVE_DOUBLE, &value));
}

/// Data sets without time stamps, so that the same features give the same bytes.
Handle plainCreation()
{
    return Handle(H5Pcreate(H5P_DATASET_CREATE), &H5Pclose);
}

} // namespace

void writeFeatures(const fs::path& file, const FeatureMatrix& features, const std::vector<std::string>& barcodes,
                   const EncoderIdentity& identity)
{
    AtomicFile target(file);
    {
        const Handle out(H5Fcreate(target.temporary().c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), &H5Fclose);
        const Handle creation = plainCreation();
        check(H5Pset_obj_track_times(creation, false));

        const hsize_t extent[2] = {static_cast<hsize_t>(features.rows()), static_cast<hsize_t>(features.cols())};
        const Handle space(H5Screate_simple(2, extent, nullptr), &H5Sclose);
        const Handle data(H5Dcreate2(out, "features", H5T_IEEE_F32LE, space, H5P_DEFAULT, creation, H5P_DEFAULT), &H5Dclose);
        check(H5Dwrite(data, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, features.data()));
        writeAttribute(data, "encoder", identity.id);
        writeAttribute(data, "sha256", identity.sha256);
        writeAttribute(data, "patch_um", identity.patchUm);
        writeAttribute(data, "patch_px", identity.patchPx);

        std::vector<const char*> names;
        names.reserve(barcodes.size());
        for (const std::string& barcode : barcodes)
            names.push_back(barcode.c_str());
        const Handle text(H5Tcopy(H5T_C_S1), &H5Tclose);
        check(H5Tset_size(text, H5T_VARIABLE));
        check(H5Tset_cset(text, H5T_CSET_UTF8));
        const hsize_t rows = names.size();
        const Handle line(H5Screate_simple(1, &rows, nullptr), &H5Sclose);
        const Handle list(H5Dcreate2(out, "barcodes", text, line, H5P_DEFAULT, creation, H5P_DEFAULT), &H5Dclose);
        check(H5Dwrite(list, text, H5S_ALL, H5S_ALL, H5P_DEFAULT, names.data()));
    }
    target.commit();
}

std::optional<FeatureMatrix> readFeatures(const fs::path& file, size_t spots, int dimension)
{
    std::error_code code;
    if (!fs::is_regular_file(file, code))
        return std::nullopt;
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    try {
        const Handle in(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), &H5Fclose);
        const Handle data(H5Dopen2(in, "features", H5P_DEFAULT), &H5Dclose);
        const Handle space(H5Dget_space(data), &H5Sclose);
        hsize_t extent[2] = {0, 0};
        if (H5Sget_simple_extent_ndims(space) != 2 || H5Sget_simple_extent_dims(space, extent, nullptr) != 2)
            return std::nullopt;
        if (extent[0] != spots || extent[1] != static_cast<hsize_t>(dimension))
            return std::nullopt;
        FeatureMatrix features(static_cast<Eigen::Index>(spots), dimension);
        check(H5Dread(data, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, features.data()));
        return features.allFinite() ? std::optional(std::move(features)) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace spacrd
