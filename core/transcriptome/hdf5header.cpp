#include "core/transcriptome/hdf5header.h"

#include <cstddef>
#include <cstring>

namespace spacrd {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::uint64_t longestBlock = 1 << 20; // of a header; that of a dataset has some hundred bytes
constexpr size_t mostBlocks = 256;
constexpr unsigned sharedFlag = 2; // the message itself lies elsewhere

/// Looks through the headers' blocks.
class HeaderWalk
{
public:
    HeaderWalk(const ReadBytes& read, std::uint64_t base, const MessageVisitor& visit)
        : m_read(read)
        , m_base(base)
        , m_visit(visit)
    {}

    HeaderState check(std::uint64_t address)
    {
        HeaderState state = checkFirst(address);
        for (size_t i = 0; i < m_blocks.size() && state == HeaderState::sound; ++i)
            state = checkContinuation(m_blocks[i]);
        return state;
    }

private:
    struct Block
    {
        std::uint64_t address = 0;
        std::uint64_t size = 0;
    };

    HeaderState checkFirst(std::uint64_t address)
    {
        constexpr size_t longestPrefix = 34;
        const Bytes prefix = m_read(m_base + address, longestPrefix);
        Hdf5Fields fields(prefix.data(), prefix.size());
        if (prefix.size() >= 4 && std::memcmp(prefix.data(), "OHDR", 4) == 0) {
            fields.skip(5);
            m_flags = static_cast<unsigned>(fields.next(1));
            m_version = 2;
            fields.skip(((m_flags & 0x20U) != 0 ? 16 : 0) + ((m_flags & 0x10U) != 0 ? 4 : 0));
            const std::uint64_t size = fields.next(size_t(1) << (m_flags & 3U));
            return fields.good() ? checkMessages({address + prefix.size() - fields.left(), size}) : HeaderState::damaged;
        }
        if (fields.next(1) != 1)
            return HeaderState::damaged;
        fields.skip(7);
        const std::uint64_t size = fields.next(4);
        fields.skip(4);
        return fields.good() ? checkMessages({address + 16, size}) : HeaderState::damaged;
    }

    HeaderState checkContinuation(Block block)
    {
        if (m_version == 1)
            return checkMessages(block);
        constexpr std::uint64_t signature = 4;
        constexpr std::uint64_t checksum = 4;
        if (block.size < signature + checksum)
            return HeaderState::damaged;
        return checkMessages({block.address + signature, block.size - signature - checksum});
    }

    HeaderState checkMessages(Block block)
    {
        if (block.size > longestBlock)
            return HeaderState::damaged;
        const Bytes bytes = m_read(m_base + block.address, block.size);
        if (bytes.size() != block.size)
            return HeaderState::damaged;
        Hdf5Fields fields(bytes.data(), bytes.size());
        const size_t headLength = m_version == 1 ? 8 : (m_flags & 4U) != 0 ? 6 : 4;
        while (fields.left() >= headLength) { // what is left is a gap
            const auto type = static_cast<Hdf5MessageType>(fields.next(m_version == 1 ? 2 : 1));
            const auto size = static_cast<size_t>(fields.next(2));
            const auto flags = static_cast<unsigned>(fields.next(1));
            fields.skip(m_version == 1 ? 3 : headLength - 4);
            const unsigned char* data = fields.skip(size);
            if (!fields.good())
                return HeaderState::damaged;
            if ((flags & sharedFlag) != 0)
                continue;
            const Hdf5Fields message(data, size);
            const HeaderState state =
                type == Hdf5MessageType::continuation ? checkContinuationMessage(message) : m_visit(type, message);
            if (state != HeaderState::sound)
                return state;
        }
        return HeaderState::sound;
    }

    HeaderState checkContinuationMessage(Hdf5Fields message)
    {
        const std::uint64_t address = message.next(8);
        const std::uint64_t size = message.next(8);
        if (!message.good() || m_blocks.size() == mostBlocks)
            return HeaderState::damaged;
        m_blocks.push_back({address, size});
        return HeaderState::sound;
    }

    const ReadBytes& m_read;
    std::uint64_t m_base;
    const MessageVisitor& m_visit;
    int m_version = 1;
    unsigned m_flags = 0;
    std::vector<Block> m_blocks;
};

} // namespace

HeaderState forEachMessage(const ReadBytes& read, std::uint64_t base, std::uint64_t address, const MessageVisitor& visit)
{
    return HeaderWalk(read, base, visit).check(address);
}

} // namespace spacrd
