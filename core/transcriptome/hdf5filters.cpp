#include "core/transcriptome/hdf5filters.h"

#include <lzf.h>

#include <algorithm>
#include <mutex>

namespace spacrd {

namespace {

// https://github.com/h5py/h5py/blob/master/lzf/lzf_filter.c: the third parameter is the size of a chunk
// (none for texts, whose filter h5py leaves without).
constexpr size_t chunkSizeParameter = 2;
// An LZF back reference of three bytes stands for at most 264.
constexpr size_t mostExpansion = 88;
constexpr size_t mostPacked = size_t(32) << 20; ///< bytes of a chunk: what it unpacks to must fit an unsigned number

/// Unpacks into new memory of `size` bytes; null when they are not enough or the bytes are no LZF.
void* unpacked(const void* bytes, size_t count, size_t size, unsigned& written)
{
    void* out = H5allocate_memory(size, false);
    written = out ? lzf_decompress(bytes, static_cast<unsigned>(count), out, static_cast<unsigned>(size)) : 0;
    if (out && written == 0) {
        H5free_memory(out);
        return nullptr;
    }
    return out;
}

/// A filter function of HDF5: undoes the compression of `bytes` bytes at `*buffer`, which it replaces. 0 = failed. The size of a
/// chunk is not always there; larger ones are tried then, up to what the bytes can stand for.
size_t undoLzf(unsigned flags, size_t parameters, const unsigned* values, size_t bytes, size_t* bufferBytes, void** buffer)
{
    const size_t told = parameters > chunkSizeParameter ? values[chunkSizeParameter] : 0;
    if (!(flags & H5Z_FLAG_REVERSE) || bytes == 0 || bytes > mostPacked || told > bytes * mostExpansion)
        return 0;
    unsigned written = 0;
    void* out = nullptr;
    size_t size = told > 0 ? told : std::min(bytes * 4, bytes * mostExpansion);
    for (;; size = std::min(size * 4, bytes * mostExpansion)) {
        out = unpacked(*buffer, bytes, size, written);
        if (out || told > 0 || size == bytes * mostExpansion)
            break;
    }
    if (!out)
        return 0;
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
        static const H5Z_class2_t lzf{H5Z_CLASS_T_VERS, lzfFilter, 0, 1, "lzf", nullptr, nullptr, &undoLzf};
        H5Zregister(&lzf);
    });
}

} // namespace spacrd
