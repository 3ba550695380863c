#include "core/transcriptome/hdf5textheap.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace spacrd {

namespace {

constexpr std::uint64_t headBytes = 16; // of a collection, and of each object in it
constexpr std::uint64_t readAhead = 1 << 18;
constexpr std::uint64_t noAddress = std::numeric_limits<std::uint64_t>::max();

std::uint64_t number(const unsigned char* bytes, size_t width)
{
    std::uint64_t value = 0;
    for (size_t i = 0; i < width; ++i)
        value |= static_cast<std::uint64_t>(bytes[i]) << (8 * i);
    return value;
}

} // namespace

Hdf5TextHeap::Hdf5TextHeap(ReadBytes read, std::uint64_t base, std::uint64_t mostBytes)
    : m_read(std::move(read))
    , m_base(base)
    , m_left(mostBytes)
{}

std::vector<unsigned char> Hdf5TextHeap::read(std::uint64_t offset, std::uint64_t count)
{
    const std::uint64_t skipped = offset - m_aheadBegin;
    if (offset < m_aheadBegin || skipped > m_ahead.size() || m_ahead.size() - skipped < count) {
        m_ahead = m_read(offset, std::max(count, readAhead));
        m_aheadBegin = offset;
    }
    const std::uint64_t begin = offset - m_aheadBegin;
    const std::uint64_t end = std::min<std::uint64_t>(m_ahead.size(), begin + count);
    return {m_ahead.begin() + static_cast<std::ptrdiff_t>(begin), m_ahead.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Where the objects of a collection lie; false when one reaches beyond it, or their list would take more than `mostBytes`.
bool Hdf5TextHeap::findObjects(Collection& made, std::uint64_t mostBytes)
{
    const std::uint64_t size = made.bytes.size();
    for (std::uint64_t at = headBytes; size - at >= headBytes;) {
        const std::uint64_t index = number(made.bytes.data() + at, 2);
        const std::uint64_t length = number(made.bytes.data() + at + 8, 8);
        at += headBytes;
        if (index == 0) // the room that is left
            return true;
        if (length > size - at || (index + 1) * sizeof(Object) > mostBytes)
            return false;
        if (made.objects.size() <= index)
            made.objects.resize(index + 1);
        made.objects[index] = {at, length};
        at += std::min(size - at, (length + 7) / 8 * 8);
    }
    return true;
}

std::optional<Hdf5TextHeap::Collection> Hdf5TextHeap::readCollection(std::uint64_t address)
{
    if (address > noAddress - m_base)
        return std::nullopt;
    const std::vector<unsigned char> head = read(m_base + address, headBytes);
    constexpr unsigned char version = 1;
    if (head.size() < headBytes || std::memcmp(head.data(), "GCOL", 4) != 0 || head[4] != version)
        return std::nullopt;
    const std::uint64_t size = number(head.data() + 8, 8);
    if (size < headBytes || size > m_left)
        return std::nullopt;
    Collection made;
    made.bytes = read(m_base + address, size);
    if (made.bytes.size() != size || !findObjects(made, m_left - size))
        return std::nullopt;
    m_left -= size + made.objects.size() * sizeof(Object);
    return made;
}

/// The collection at an address; one that is not there or is damaged is told by null.
const Hdf5TextHeap::Collection* Hdf5TextHeap::collection(std::uint64_t address)
{
    if (m_last && address == m_lastAddress)
        return m_last;
    auto known = m_collections.find(address);
    if (known == m_collections.end()) {
        std::optional<Collection> made = readCollection(address);
        if (!made)
            return nullptr;
        known = m_collections.emplace(address, std::move(*made)).first;
    }
    m_last = &known->second;
    m_lastAddress = address;
    return m_last;
}

std::optional<std::string_view> Hdf5TextHeap::text(const unsigned char* reference)
{
    const std::uint64_t length = number(reference, 4);
    const std::uint64_t address = number(reference + 4, 8);
    const std::uint64_t index = number(reference + 12, 4);
    if (address == 0 || address == noAddress) // never written
        return length == 0 ? std::optional(std::string_view()) : std::nullopt;
    const Collection* const found = collection(address);
    if (!found || index >= found->objects.size())
        return std::nullopt;
    const Object& object = found->objects[index];
    if (length > object.size)
        return std::nullopt;
    const char* const begin = reinterpret_cast<const char*>(found->bytes.data() + object.begin);
    return std::string_view(begin, ::strnlen(begin, length));
}

} // namespace spacrd
