#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5header.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace spacrd {

/// How many entries the nodes of a file's symbol tables have room for: half of it, as the superblock counts.
struct SymbolTableSizes
{
    std::uint64_t leaf = 4;
    std::uint64_t internal = 16;
};

/// The addresses of the object headers that a group's symbol table names: its B-tree at `tree`, its names in the local heap at
/// `heap`, both counted from what `read` calls 0. Nothing when one of them is damaged: a node is of another kind, level or size
/// than it should be or comes twice, a name does not lie within the heap, a list of free places goes in a circle.
std::optional<std::vector<std::uint64_t>> objectsInSymbolTable(const ReadBytes& read, std::uint64_t tree, std::uint64_t heap,
                                                               const SymbolTableSizes& sizes);

} // namespace spacrd
