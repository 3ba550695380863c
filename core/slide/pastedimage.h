#pragma once

// Private to core/slide.

#include "core/slide/image.h"

#include <algorithm>
#include <filesystem>

namespace spacrd {

/// A picture whose pixels are yet to be written; empty when a side is. Throws Error naming the file when it is too large to be
/// held.
Image unwrittenImage(long long width, long long height, const std::filesystem::path& path);
/// A white picture; empty when a side is. Throws Error naming the file when it is too large to be held.
Image whiteImage(long long width, long long height, const std::filesystem::path& path);

/// The part of [start, start + length) inside [0, end).
struct Span
{
    long long start = 0;
    long long length = 0;

    Span(long long from, long long size, long long end)
    {
        const long long to = from >= end ? end : std::min(from + size, end);
        start = std::max(from, 0LL);
        length = std::max(to - start, 0LL);
    }
    long long end() const { return start + length; }
};

/// Copies `part` to where its corner is (`x`, `y`) of `whole`, into which it fits.
void paste(const Image& part, Image& whole, long long x, long long y);

} // namespace spacrd
