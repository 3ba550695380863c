#include "core/transcriptome/hdf5filters.h"

#include <lzf.h>

#include <limits>
#include <mutex>

namespace spacrd {

namespace {

// https://github.com/h5py/h5py/blob/master/lzf/lzf_filter.c: the third parameter is the size of a chunk.
constexpr H5Z_filter_t lzfNumber = 32000;
constexpr size_t chunkSizeParameter = 2;
// An LZF back reference of three bytes stands for at most 264.
constexpr size_t mostExpansion = 88;

/// A filter function of HDF5: undoes the compression of `bytes` bytes at `*buffer`, which it replaces. 0 = failed.
size_t undoLzf(unsigned flags, size_t parameters, const unsigned* values, size_t bytes, size_t* bufferBytes, void** buffer)
{
    if (!(flags & H5Z_FLAG_REVERSE) || parameters <= chunkSizeParameter)
        return 0;
    const size_t size = values[chunkSizeParameter];
    if (size == 0 || bytes > std::numeric_limits<unsigned>::max() || size / mostExpansion > bytes)
        return 0;
    void* out = H5allocate_memory(size, false);
    if (!out)
        return 0;
    const unsigned written = lzf_decompress(*buffer, static_cast<unsigned>(bytes), out, static_cast<unsigned>(size));
    if (written == 0) {
        H5free_memory(out);
        return 0;
    }
    H5free_memory(*buffer);
    *buffer = out;
    *bufferBytes = size;
    return written;
}

} // namespace

void registerHdf5Filters()
{
    static std::once_flag once;
    std::call_once(once, [] {
        static const H5Z_class2_t lzf{H5Z_CLASS_T_VERS, lzfNumber, 0, 1, "lzf", nullptr, nullptr, &undoLzf};
        H5Zregister(&lzf);
    });
}

} // namespace spacrd
