#include "core/slide/pixelmemory.h"

#include <mutex>
#include <new>
#include <unordered_map>
#include <utility>
#include <vector>

namespace spacrd {

namespace {

constexpr size_t mebibyte = 1024 * 1024;
constexpr size_t smallest = mebibyte / 16; // smaller ones the allocator of the C library keeps well
constexpr size_t largest = 16 * mebibyte;
constexpr size_t screenful = 32 * mebibyte;
constexpr size_t mostKept = 256 * mebibyte;

/// Blocks that wait to be used again, by their size.
class Shelf
{
public:
    void* take(size_t bytes)
    {
        const std::lock_guard lock(m_mutex);
        const auto blocks = m_blocks.find(bytes);
        if (blocks == m_blocks.end() || blocks->second.empty())
            return nullptr;
        void* const block = blocks->second.back();
        blocks->second.pop_back();
        m_bytes -= bytes;
        return block;
    }

    /// False when there are enough.
    bool keep(void* block, size_t bytes) noexcept
    {
        try {
            const std::lock_guard lock(m_mutex);
            if (m_bytes + bytes > mostKept)
                return false;
            m_blocks[bytes].push_back(block);
            m_bytes += bytes;
            return true;
        } catch (const std::bad_alloc&) {
            return false;
        }
    }

    /// All but some of at most `left` bytes.
    std::vector<void*> takeAllBut(size_t left)
    {
        const std::lock_guard lock(m_mutex);
        std::vector<void*> taken;
        for (auto& [bytes, blocks] : m_blocks) {
            while (!blocks.empty() && m_bytes > left) {
                taken.push_back(blocks.back());
                blocks.pop_back();
                m_bytes -= bytes;
            }
        }
        return taken;
    }

private:
    std::mutex m_mutex;
    std::unordered_map<size_t, std::vector<void*>> m_blocks;
    size_t m_bytes = 0;
};

/// Never destroyed: pictures may outlive any order of it.
Shelf& shelf()
{
    static Shelf& only = *new Shelf;
    return only;
}

bool isKept(size_t bytes)
{
    return bytes >= smallest && bytes <= largest;
}

} // namespace

void* takePixelMemory(size_t bytes)
{
    if (isKept(bytes)) {
        if (void* const block = shelf().take(bytes))
            return block;
    }
    return ::operator new(bytes);
}

void returnPixelMemory(void* memory, size_t bytes) noexcept
{
    if (!isKept(bytes) || !shelf().keep(memory, bytes))
        ::operator delete(memory);
}

void freeKeptPixelMemory()
{
    for (void* const block : shelf().takeAllBut(screenful))
        ::operator delete(block);
}

} // namespace spacrd
