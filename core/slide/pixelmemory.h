#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace spacrd {

/// Memory for `bytes` of pixels, with whatever is in it. What was given back is used again: new memory of the size of a tile
/// costs the kernel half as long to clear and map as TurboJPEG to fill. Thread-safe. Throws std::bad_alloc.
void* takePixelMemory(size_t bytes);
/// Gives it back; `bytes` as when it was taken.
void returnPixelMemory(void* memory, size_t bytes) noexcept;

/// Gives back to the system what waits to be used again (256 MiB at most), but for the tiles of one screen, 32 MiB: the next
/// slide begins with these.
void freeKeptPixelMemory();

/// Allocates from there, and leaves pixels that are not named a value as they are.
template <typename T>
struct PixelAllocator
{
    using value_type = T;

    PixelAllocator() = default;
    template <typename U>
    explicit PixelAllocator(const PixelAllocator<U>& /*other*/)
    {}

    T* allocate(size_t count) { return static_cast<T*>(takePixelMemory(count * sizeof(T))); }
    void deallocate(T* memory, size_t count) noexcept { returnPixelMemory(memory, count * sizeof(T)); }

    template <typename U>
    void construct(U* /*at*/)
    {} // a pixel without a value
    template <typename U, typename... Values>
    void construct(U* at, Values&&... values)
    {
        std::construct_at(at, std::forward<Values>(values)...);
    }

    friend bool operator==(const PixelAllocator&, const PixelAllocator&) { return true; }
};

/// Pixels of a picture. `resize()` leaves new ones undefined.
using Pixels = std::vector<std::uint32_t, PixelAllocator<std::uint32_t>>;

} // namespace spacrd
