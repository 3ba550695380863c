#include "tests/transcriptome/parquetwriter.h"

#include <algorithm>
#include <bit>

namespace spacrd::test {

namespace {

template <typename Value>
std::string rawValues(const std::vector<Value>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

/// Bits from the lowest on, `width` of each value.
std::string packed(const std::vector<std::uint64_t>& values, unsigned width)
{
    std::string out((values.size() * width + 7) / 8, '\0');
    size_t bit = 0;
    for (const std::uint64_t value : values) {
        for (unsigned i = 0; i < width; ++i, ++bit) {
            if ((value >> i & 1) != 0)
                out[bit / 8] = static_cast<char>(static_cast<unsigned char>(out[bit / 8]) | 1U << bit % 8);
        }
    }
    return out;
}

std::string zigzag(std::uint64_t value)
{
    return varint((value << 1) ^ (value >> 63 != 0 ? ~std::uint64_t(0) : 0));
}

} // namespace

std::string word(std::uint32_t value)
{
    return rawValues<std::uint32_t>({value});
}

std::string plainValues(const std::vector<std::int32_t>& values)
{
    return rawValues(values);
}

std::string plainValues(const std::vector<std::int64_t>& values)
{
    return rawValues(values);
}

std::string plainValues(const std::vector<float>& values)
{
    return rawValues(values);
}

std::string plainValues(const std::vector<double>& values)
{
    return rawValues(values);
}

std::string plainValues(const std::vector<std::string>& values)
{
    std::string out;
    for (const std::string& value : values)
        out += word(static_cast<std::uint32_t>(value.size())) + value;
    return out;
}

std::string bits(const std::vector<bool>& values)
{
    return packed({values.begin(), values.end()}, 1);
}

std::string splitBytes(const std::string& plain, size_t width)
{
    std::string out;
    for (size_t byte = 0; byte < width; ++byte) {
        for (size_t i = byte; i < plain.size(); i += width)
            out += plain[i];
    }
    return out;
}

std::string hybrid(const std::vector<std::uint32_t>& values, unsigned width)
{
    std::string out;
    for (size_t i = 0; i < values.size();) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i);
        const auto run = std::find_if(begin, values.end(), [&](std::uint32_t value) { return value != *begin; }) - begin;
        const size_t left = values.size() - i;
        if (run >= 8 || left < 8) {
            out += varint(static_cast<std::uint64_t>(run) << 1) + word(*begin).substr(0, (width + 7) / 8);
            i += static_cast<size_t>(run);
        } else {
            out += varint(1 << 1 | 1) + packed({begin, begin + 8}, width);
            i += 8;
        }
    }
    return out;
}

std::string differences(const std::vector<std::int64_t>& values)
{
    constexpr size_t block = 128;
    constexpr size_t parts = 4;
    std::string out = varint(block) + varint(parts) + varint(values.size())
                      + zigzag(values.empty() ? 0 : static_cast<std::uint64_t>(values.front()));
    for (size_t first = 1; first < values.size(); first += block) {
        std::vector<std::uint64_t> deltas;
        for (size_t i = first; i < std::min(first + block, values.size()); ++i)
            deltas.push_back(static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(values[i - 1]));
        const std::uint64_t least = *std::min_element(deltas.begin(), deltas.end(), [](std::uint64_t a, std::uint64_t b) {
            return static_cast<std::int64_t>(a) < static_cast<std::int64_t>(b);
        });
        std::string widths;
        std::string bodies;
        for (size_t part = 0; part < parts; ++part) {
            std::vector<std::uint64_t> inPart;
            unsigned width = 0;
            for (size_t i = part * block / parts; i < std::min((part + 1) * block / parts, deltas.size()); ++i) {
                inPart.push_back(deltas[i] - least);
                width = std::max(width, static_cast<unsigned>(std::bit_width(inPart.back())));
            }
            widths += static_cast<char>(width);
            if (inPart.empty())
                continue;
            inPart.resize(block / parts);
            bodies += packed(inPart, width);
        }
        out.append(zigzag(least)).append(widths).append(bodies);
    }
    return out;
}

std::string lengthsThenTexts(const std::vector<std::string>& values)
{
    std::vector<std::int64_t> lengths;
    std::string texts;
    for (const std::string& value : values) {
        lengths.push_back(static_cast<std::int64_t>(value.size()));
        texts += value;
    }
    return differences(lengths) + texts;
}

std::string sharedBeginnings(const std::vector<std::string>& values)
{
    std::vector<std::int64_t> shared;
    std::vector<std::string> ends;
    std::string previous;
    for (const std::string& value : values) {
        const auto same = std::mismatch(value.begin(), value.end(), previous.begin(), previous.end()).first - value.begin();
        shared.push_back(same);
        ends.push_back(value.substr(static_cast<size_t>(same)));
        previous = value;
    }
    return differences(shared) + lengthsThenTexts(ends);
}

} // namespace spacrd::test
