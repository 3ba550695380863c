#include "core/transcriptome/hdf5group.h"

#include "core/transcriptome/hdf5attribute.h"
#include "core/transcriptome/hdf5messages.h"
#include "core/transcriptome/hdf5symboltable.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

// What the groups of a file take, read once, is a small part of it; damage can have the same bytes read again and again.
constexpr std::uint64_t alwaysReadBytes = std::uint64_t(16) << 20;
constexpr std::uint64_t mostReadings = 4;

/// Where a group's symbol table lies.
struct SymbolTable
{
    std::uint64_t tree = noHdf5Address;
    std::uint64_t heap = noHdf5Address;
};

struct Superblock
{
    std::uint64_t base = 0; ///< where addresses count from: the end of the user block
    std::uint64_t root = noHdf5Address;
    std::uint64_t extension = noHdf5Address;
    SymbolTable cachedRoot; ///< versions 0 and 1 repeat here where the root's links lie
    SymbolTableSizes sizes;
};

/// A superblock of addresses and lengths of 8 bytes at `base`; nothing when it is none, or speaks of more than one file.
std::optional<Superblock> superblockAt(const ReadBytes& read, std::uint64_t base)
{
    constexpr size_t longest = 104;
    constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
    const Bytes bytes = read(base, longest);
    if (bytes.size() < signature.size() || std::memcmp(bytes.data(), signature.data(), signature.size()) != 0)
        return std::nullopt;
    Hdf5Fields fields(bytes.data() + signature.size(), bytes.size() - signature.size());
    Superblock block;
    block.base = base;
    const auto version = fields.next(1);
    if (version >= 2) {
        const bool wide = fields.next(1) == 8 && fields.next(1) == 8;
        fields.skip(1 + 8);
        block.extension = fields.next(8);
        fields.skip(8);
        block.root = fields.next(8);
        return version <= 3 && wide && fields.good() ? std::optional(block) : std::nullopt;
    }
    fields.skip(4);
    const bool wide = fields.next(1) == 8 && fields.next(1) == 8;
    fields.skip(1);
    block.sizes.leaf = fields.next(2);
    block.sizes.internal = fields.next(2);
    fields.skip(version == 0 ? 4 : 8);
    fields.skip(3 * 8); // base, free space, end of the file
    const std::uint64_t driver = fields.next(8);
    fields.skip(8);
    block.root = fields.next(8);
    const std::uint64_t cached = fields.next(4);
    fields.skip(4);
    if (cached == 1)
        block.cachedRoot = {fields.next(8), fields.next(8)};
    return wide && driver == noHdf5Address && cached <= 1 && fields.good() ? std::optional(block) : std::nullopt;
}

/// HDF5 looks at the begin, at 512, and at each power of two behind.
std::optional<Superblock> findSuperblock(const ReadBytes& read, std::uint64_t fileBytes)
{
    for (std::uint64_t at = 0; at < fileBytes; at = at == 0 ? 512 : 2 * at) {
        if (const auto block = superblockAt(read, at))
            return block;
    }
    return std::nullopt;
}

class GroupWalk
{
public:
    GroupWalk(const ReadBytes& read, std::uint64_t fileBytes)
        : m_left(std::max(alwaysReadBytes, fileBytes > noHdf5Address / mostReadings ? noHdf5Address : mostReadings * fileBytes))
        , m_fileBytes(fileBytes)
        , m_readFile(read)
        , m_read([this](std::uint64_t offset, std::uint64_t count) { return readCounted(offset, count); })
    {}

    bool run()
    {
        const auto block = findSuperblock(m_read, m_fileBytes);
        if (!block)
            return false;
        m_base = block->base;
        m_sizes = block->sizes;
        if (block->extension != noHdf5Address && !checkExtension(block->extension))
            return false;
        add(block->root);
        if (!addTable(block->cachedRoot))
            return false;
        for (size_t i = 0; i < m_objects.size(); ++i) { // grows on the way
            if (!checkObject(m_objects[i]))
                return false;
        }
        return true;
    }

private:
    Bytes readCounted(std::uint64_t offset, std::uint64_t count)
    {
        if (offset > noHdf5Address - m_base || offset + m_base >= m_fileBytes || count > m_left)
            return {};
        m_left -= count;
        return m_readFile(offset + m_base, std::min(count, m_fileBytes - m_base - offset));
    }

    void add(std::uint64_t object)
    {
        if (m_seen.insert(object).second)
            m_objects.push_back(object);
    }

    bool addTable(const SymbolTable& table)
    {
        if (table.tree == noHdf5Address && table.heap == noHdf5Address)
            return true;
        if (!m_tables.insert(table.tree).second)
            return true;
        const auto objects = objectsInSymbolTable(m_read, table.tree, table.heap, m_sizes);
        if (!objects)
            return false;
        for (const std::uint64_t object : *objects)
            add(object);
        return true;
    }

    bool checkExtension(std::uint64_t address)
    {
        return forEachMessage(m_read, 0, address,
                              [this](Hdf5MessageType type, Hdf5Fields message) {
                                  if (type != Hdf5MessageType::treeSizes)
                                      return HeaderState::sound;
                                  message.skip(1 + 2);
                                  m_sizes.internal = message.next(2);
                                  m_sizes.leaf = message.next(2);
                                  return message.good() ? HeaderState::sound : HeaderState::damaged;
                              })
               == HeaderState::sound;
    }

    bool checkObject(std::uint64_t address)
    {
        return forEachMessage(m_read, 0, address,
                              [this](Hdf5MessageType type, Hdf5Fields message) {
                                  return checkMessage(type, message) ? HeaderState::sound : HeaderState::damaged;
                              })
               == HeaderState::sound;
    }

    bool checkMessage(Hdf5MessageType type, Hdf5Fields message)
    {
        switch (type) {
        case Hdf5MessageType::symbolTable: {
            const std::uint64_t tree = message.next(8);
            const std::uint64_t heap = message.next(8);
            return message.good() && addTable({tree, heap});
        }
        case Hdf5MessageType::linkInfo:
            return isThere(linkInfoIn(message));
        case Hdf5MessageType::attributeInfo:
            return isThere(attributeInfoIn(message));
        case Hdf5MessageType::link:
            return checkLink(message);
        case Hdf5MessageType::attribute:
            return attributeIn(message).has_value();
        default:
            return true;
        }
    }

    /// HDF5 does not mind that a heap or a tree is far behind the end of the file, and copies from there.
    bool isThere(const std::optional<Hdf5DenseStorage>& storage) const
    {
        return storage && isThere(storage->heap, "FRHP") && isThere(storage->namesTree, "BTHD")
               && isThere(storage->orderTree, "BTHD");
    }

    bool isThere(std::uint64_t address, std::string_view signature) const
    {
        if (address == noHdf5Address)
            return true;
        const Bytes bytes = m_read(address, signature.size());
        return bytes.size() == signature.size() && std::memcmp(bytes.data(), signature.data(), signature.size()) == 0;
    }

    bool checkLink(Hdf5Fields message)
    {
        enum LinkType : std::uint64_t
        {
            hard = 0,
            soft = 1,
        };
        constexpr unsigned hasType = 8;
        constexpr unsigned hasOrder = 4;
        constexpr unsigned hasCharacters = 16;
        const auto version = message.next(1);
        const auto flags = static_cast<unsigned>(message.next(1));
        const std::uint64_t kind = (flags & hasType) != 0 ? message.next(1) : hard;
        message.skip(((flags & hasOrder) != 0 ? 8 : 0) + ((flags & hasCharacters) != 0 ? 1 : 0));
        const std::uint64_t nameBytes = message.next(size_t(1) << (flags & 3U));
        if (version != 1 || !message.good() || nameBytes == 0 || nameBytes > message.left())
            return false;
        message.skip(static_cast<size_t>(nameBytes));
        if (kind == hard) {
            add(message.next(8));
            return message.good();
        }
        const std::uint64_t valueBytes = message.next(2);
        return message.good() && valueBytes <= message.left() && (kind != soft || valueBytes > 0);
    }

    std::uint64_t m_left; ///< bytes that may still be read
    std::uint64_t m_fileBytes;
    const ReadBytes& m_readFile;
    ReadBytes m_read; ///< addresses count from the end of the user block
    std::uint64_t m_base = 0;
    SymbolTableSizes m_sizes;
    std::vector<std::uint64_t> m_objects;
    std::unordered_set<std::uint64_t> m_seen;
    std::unordered_set<std::uint64_t> m_tables;
};

} // namespace

bool groupsAreSound(const ReadBytes& read, std::uint64_t fileBytes)
{
    return GroupWalk(read, fileBytes).run();
}

} // namespace spacrd
