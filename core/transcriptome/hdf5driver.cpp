#include "core/transcriptome/hdf5driver.h"

#include "core/transcriptome/hdf5file.h"

#include <H5FDpublic.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace spacrd {

namespace {

/// What is handed to HDF5 with the request to open.
struct Source
{
    const ReadInto* read;
    std::uint64_t bytes;
};

struct File : H5FD_t // of which HDF5 knows
{
    ReadInto read;
    haddr_t bytes = 0;
    haddr_t allocated = 0; ///< where HDF5 believes that the file ends
};

H5FD_t* open(const char* /*name*/, unsigned flags, hid_t access, haddr_t /*most*/)
{
    const auto* const source = static_cast<const Source*>(H5Pget_driver_info(access));
    if (!source || (flags & H5F_ACC_RDWR) != 0)
        return nullptr;
    return new File{{}, *source->read, source->bytes};
}

herr_t close(H5FD_t* known)
{
    delete static_cast<File*>(known);
    return 0;
}

/// No two are the same: HDF5 would share what it knows of one.
int compare(const H5FD_t* a, const H5FD_t* b)
{
    return a == b ? 0 : std::less<>()(a, b) ? -1 : 1;
}

haddr_t allocatedEnd(const H5FD_t* known, H5FD_mem_t /*type*/)
{
    return static_cast<const File*>(known)->allocated;
}

herr_t setAllocatedEnd(H5FD_t* known, H5FD_mem_t /*type*/, haddr_t end)
{
    static_cast<File*>(known)->allocated = end;
    return 0;
}

haddr_t fileEnd(const H5FD_t* known, H5FD_mem_t /*type*/)
{
    return static_cast<const File*>(known)->bytes;
}

/// All of it must be there.
herr_t readAll(H5FD_t* known, H5FD_mem_t /*type*/, hid_t /*transfer*/, haddr_t address, size_t size, void* out)
{
    const File& file = *static_cast<const File*>(known);
    if (address > file.bytes || size > file.bytes - address)
        return -1;
    return file.read(address, {static_cast<unsigned char*>(out), size}) == size ? 0 : -1;
}

herr_t refuseToWrite(H5FD_t* /*known*/, H5FD_mem_t /*type*/, hid_t /*transfer*/, haddr_t /*address*/, size_t /*size*/,
                     const void* /*bytes*/)
{
    return -1;
}

hid_t driver()
{
    static const hid_t registered = [] {
        static H5FD_class_t driver{};
        driver.name = "spacrd";
        driver.maxaddr = (haddr_t(1) << 63) - 1;
        driver.fc_degree = H5F_CLOSE_WEAK;
        driver.fapl_size = sizeof(Source);
        driver.open = &open;
        driver.close = &close;
        driver.cmp = &compare;
        driver.get_eoa = &allocatedEnd;
        driver.set_eoa = &setAllocatedEnd;
        driver.get_eof = &fileEnd;
        driver.read = &readAll;
        driver.write = &refuseToWrite;
        std::fill(std::begin(driver.fl_map), std::end(driver.fl_map), H5FD_MEM_SUPER); // all kinds of memory alike
#if H5_VERSION_GE(1, 14, 0)
        driver.version = H5FD_CLASS_VERSION;
        driver.value = 512; // of those that are free for everyone
#endif
        return H5FDregister(&driver);
    }();
    return registered;
}

} // namespace

hid_t openThrough(const ReadInto& read, std::uint64_t fileBytes)
{
    const Source source{&read, fileBytes};
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), &H5Pclose);
    return H5Pset_driver(access, driver(), &source) < 0 ? -1 : H5Fopen("spacrd", H5F_ACC_RDONLY, access);
}

} // namespace spacrd
