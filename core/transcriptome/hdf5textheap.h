#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5header.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace spacrd {

/// Texts of variable length, which an HDF5 file keeps apart from the dataset that names them: in collections of a global heap,
/// each text under a number. Read past HDF5, which takes some microseconds for each text and trusts their lengths. (HDF5 file
/// format specification 3.0, III.E "Disk Format: Level 1E - Global Heap".)
class Hdf5TextHeap
{
public:
    /// Bytes of a dataset's element: the length of the text, the address of its collection and its number there.
    static constexpr size_t referenceBytes = 16;

    /// Addresses count from `base`. At most `mostBytes` are held, those of all collections that are asked for.
    Hdf5TextHeap(ReadBytes read, std::uint64_t base, std::uint64_t mostBytes);

    /// The text that 16 bytes of a dataset name, up to its first NUL; it lives as long as the heap. Nothing when the collection
    /// or the text is not there, or is damaged.
    std::optional<std::string_view> text(const unsigned char* reference);

private:
    struct Object
    {
        std::uint64_t begin = 0;
        std::uint64_t size = 0;
    };
    struct Collection
    {
        std::vector<unsigned char> bytes;
        std::vector<Object> objects; ///< by number; a number that is not there has no bytes
    };

    const Collection* collection(std::uint64_t address);
    std::optional<Collection> readCollection(std::uint64_t address);
    static bool findObjects(Collection& made, std::uint64_t mostBytes);
    std::vector<unsigned char> read(std::uint64_t offset, std::uint64_t count);

    ReadBytes m_read;
    std::uint64_t m_base;
    std::uint64_t m_left;
    std::unordered_map<std::uint64_t, Collection> m_collections;
    std::uint64_t m_lastAddress = 0;
    const Collection* m_last = nullptr;
    std::vector<unsigned char> m_ahead; ///< of the file from m_aheadBegin: collections lie one behind the other
    std::uint64_t m_aheadBegin = 0;
};

} // namespace spacrd
