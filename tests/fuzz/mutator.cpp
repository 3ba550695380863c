#include "tests/fuzz/target.h"

#include <algorithm>

// libFuzzer's own change of a block of bytes, and the places where it asks for ours.
extern "C" size_t LLVMFuzzerMutate(std::uint8_t* data, size_t size, size_t largest);
extern "C" size_t LLVMFuzzerCustomMutator(std::uint8_t* data, size_t size, size_t largest, unsigned seed);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    spacrd::fuzz::target().run({reinterpret_cast<const char*>(data), size});
    return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(std::uint8_t* data, size_t size, size_t largest, unsigned seed)
{
    const auto change = spacrd::fuzz::target().change;
    if (!change || seed % 16 == 0)
        return LLVMFuzzerMutate(data, size, largest);
    const auto changeText = [largest](std::string& text) {
        const size_t length = text.size();
        text.resize(std::max<size_t>(length + 64, 64));
        if (text.size() <= largest)
            text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), length, text.size()));
    };
    const auto bytes = change({reinterpret_cast<const char*>(data), size}, seed / 16, changeText);
    if (!bytes || bytes->size() > largest)
        return LLVMFuzzerMutate(data, size, largest);
    std::copy(bytes->begin(), bytes->end(), data);
    return bytes->size();
}
