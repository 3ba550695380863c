#include "tests/fuzz/hdf5changes.h"

#include <array>
#include <cstring>
#include <random>

extern "C" const char* __asan_default_options();

/// libhdf5 asks malloc for what a damaged file claims before it looks whether the file is as long; it takes a refusal well, and
/// what is never touched costs no memory. What it leaks when it fails is not ours to free.
extern "C" const char* __asan_default_options()
{
    return "allocator_may_return_null=1:detect_leaks=0";
}

namespace spacrd {

std::optional<std::string> fuzz::changeHdf5(std::string_view bytes, std::uint64_t seed, const fuzz::ChangeText& changeText)
{
    constexpr std::array<std::uint64_t, 12> limits{
        0, 1, 2, 7, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x7fffffffffffffff, ~0ULL};
    constexpr std::array<size_t, 4> widths{1, 2, 4, 8};
    std::string out(bytes);
    std::mt19937_64 random(seed);
    if (out.size() < 16 || random() % 8 == 0) {
        changeText(out);
        return out;
    }
    for (size_t changes = 1 + random() % 3; changes > 0; --changes) {
        const size_t width = widths[random() % widths.size()];
        const size_t place = random() % (out.size() - width);
        std::uint64_t value = 0;
        std::memcpy(&value, out.data() + place, width);
        switch (random() % 4) {
        case 0:
            value = limits[random() % limits.size()];
            break;
        case 1:
            value += random() % 17 - 8;
            break;
        case 2:
            value ^= std::uint64_t(1) << (random() % (8 * width));
            break;
        default: // the place of something else, or of itself
            value = random() % out.size() / 8 * 8;
        }
        std::memcpy(out.data() + place, &value, width);
    }
    return out;
}

} // namespace spacrd
