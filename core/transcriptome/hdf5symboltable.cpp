#include "core/transcriptome/hdf5symboltable.h"

#include <cstring>
#include <limits>
#include <unordered_set>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::uint64_t longestHeap = 1 << 24; // of names: some 100,000 of them
constexpr unsigned highestLevel = 32;

bool begins(const Bytes& bytes, const char* signature, size_t size)
{
    return bytes.size() == size && std::memcmp(bytes.data(), signature, std::strlen(signature)) == 0;
}

/// The names of a group, one behind the other.
class LocalHeap
{
public:
    bool load(const ReadBytes& read, std::uint64_t address)
    {
        constexpr size_t headBytes = 32;
        const Bytes head = read(address, headBytes);
        if (!begins(head, "HEAP", headBytes) || head[4] != 0)
            return false;
        Hdf5Fields fields(head.data() + 8, headBytes - 8);
        const std::uint64_t size = fields.next(8);
        const std::uint64_t firstFree = fields.next(8);
        const std::uint64_t data = fields.next(8);
        if (size > longestHeap)
            return false;
        m_names = read(data, size);
        return m_names.size() == size && freePlacesEnd(firstFree);
    }

    bool hasName(std::uint64_t offset) const
    {
        return offset < m_names.size() && std::memchr(m_names.data() + offset, 0, m_names.size() - offset) != nullptr;
    }

private:
    bool freePlacesEnd(std::uint64_t at) const
    {
        constexpr std::uint64_t last = 1;
        constexpr std::uint64_t leastBytes = 16;
        for (size_t steps = 0; at != last; ++steps) {
            if (steps > m_names.size() / leastBytes || at > m_names.size() || m_names.size() - at < leastBytes)
                return false;
            Hdf5Fields fields(m_names.data() + at, leastBytes);
            const std::uint64_t next = fields.next(8);
            const std::uint64_t size = fields.next(8);
            if (size < leastBytes || size > m_names.size() - at)
                return false;
            at = next;
        }
        return true;
    }

    Bytes m_names;
};

class SymbolTableWalk
{
public:
    SymbolTableWalk(const ReadBytes& read, const SymbolTableSizes& sizes)
        : m_read(read)
        , m_sizes(sizes)
    {}

    bool run(std::uint64_t tree, std::uint64_t heap)
    {
        if (!m_heap.load(m_read, heap) || !addTree(tree, std::nullopt))
            return false;
        for (size_t i = 0; i < m_nodes.size(); ++i) { // grows on the way
            const Node node = m_nodes[i];
            if (!(node.level == 0 ? addLeaf(node.address) : addTree(node.address, node.level - 1)))
                return false;
        }
        return true;
    }

    std::vector<std::uint64_t> objects;

private:
    struct Node
    {
        std::uint64_t address = 0;
        unsigned level = 0; ///< 0: a node of symbols; else a B-tree's node one level below
    };

    /// A node of the B-tree; the first one's level is its own affair.
    bool addTree(std::uint64_t address, std::optional<unsigned> level)
    {
        constexpr size_t headBytes = 24;
        constexpr size_t entryBytes = 16; // a key and a child
        constexpr size_t keyBytes = 8;
        const Bytes head = m_read(address, headBytes);
        constexpr unsigned char groupTree = 0;
        if (!m_seen.insert(address).second || !begins(head, "TREE", headBytes) || head[4] != groupTree || head[5] > highestLevel
            || (level && head[5] != *level))
            return false;
        const size_t entries = static_cast<size_t>(head[6] | head[7] << 8);
        Hdf5Fields siblings(head.data() + 8, 16);
        if (entries > 2 * m_sizes.internal || !isSibling(siblings.next(8)) || !isSibling(siblings.next(8)))
            return false;
        const size_t size = entries * entryBytes + keyBytes;
        const Bytes bytes = m_read(address + headBytes, size);
        Hdf5Fields fields(bytes.data(), bytes.size());
        for (size_t i = 0; i < entries; ++i) {
            if (!m_heap.hasName(fields.next(keyBytes)))
                return false;
            m_nodes.push_back({fields.next(8), head[5]});
        }
        return (entries == 0 || m_heap.hasName(fields.next(keyBytes))) && fields.good();
    }

    bool isAt(std::uint64_t address, const char* signature) const
    {
        constexpr size_t headBytes = 24; // of the shortest
        return begins(m_read(address, headBytes), signature, headBytes);
    }

    /// The node to the left or the right on the same level, or none.
    bool isSibling(std::uint64_t address) const
    {
        return address == std::numeric_limits<std::uint64_t>::max() || isAt(address, "TREE");
    }

    bool addLeaf(std::uint64_t address)
    {
        constexpr size_t headBytes = 8;
        constexpr size_t entryBytes = 40;
        const Bytes head = m_read(address, headBytes);
        if (!m_seen.insert(address).second || !begins(head, "SNOD", headBytes) || head[4] != 1)
            return false;
        const size_t entries = static_cast<size_t>(head[6] | head[7] << 8);
        if (entries > 2 * m_sizes.leaf)
            return false;
        const Bytes bytes = m_read(address + headBytes, entries * entryBytes);
        Hdf5Fields fields(bytes.data(), bytes.size());
        bool sound = bytes.size() == entries * entryBytes;
        for (size_t i = 0; i < entries && sound; ++i)
            sound = addEntry(fields);
        return sound;
    }

    bool addEntry(Hdf5Fields& fields)
    {
        enum CacheType : std::uint64_t
        {
            nothing = 0,
            symbolTable = 1,
            softLink = 2,
        };
        const std::uint64_t name = fields.next(8);
        const std::uint64_t header = fields.next(8);
        const std::uint64_t cached = fields.next(4);
        fields.skip(4);
        Hdf5Fields scratch(fields.skip(16), 16);
        if (!m_heap.hasName(name) || !fields.good())
            return false;
        if (cached == softLink)
            return m_heap.hasName(scratch.next(4));
        objects.push_back(header);
        if (cached == symbolTable)
            return isAt(scratch.next(8), "TREE") && isAt(scratch.next(8), "HEAP");
        return cached == nothing;
    }

    const ReadBytes& m_read;
    SymbolTableSizes m_sizes;
    LocalHeap m_heap;
    std::vector<Node> m_nodes;
    std::unordered_set<std::uint64_t> m_seen;
};

} // namespace

std::optional<std::vector<std::uint64_t>> objectsInSymbolTable(const ReadBytes& read, std::uint64_t tree, std::uint64_t heap,
                                                               const SymbolTableSizes& sizes)
{
    SymbolTableWalk walk(read, sizes);
    if (!walk.run(tree, heap))
        return std::nullopt;
    return std::move(walk.objects);
}

} // namespace spacrd
