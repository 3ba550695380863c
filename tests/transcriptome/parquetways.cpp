#include "tests/transcriptome/parquetways.h"

#include <algorithm>
#include <cmath>

namespace spacrd::test {

namespace {

constexpr std::int64_t million = 1'000'003;

template <typename To, typename From>
std::vector<To> picked(const std::vector<Value>& values, From Value::*member)
{
    std::vector<To> out;
    out.reserve(values.size());
    for (const Value& value : values)
        out.push_back(static_cast<To>(value.*member));
    return out;
}

std::string int32s(const std::vector<Value>& values)
{
    return plainValues(picked<std::int32_t>(values, &Value::integer));
}

std::string int64s(const std::vector<Value>& values)
{
    return plainValues(picked<std::int64_t>(values, &Value::integer));
}

std::string floats(const std::vector<Value>& values)
{
    return plainValues(picked<float>(values, &Value::number));
}

std::string doubles(const std::vector<Value>& values)
{
    return plainValues(picked<double>(values, &Value::number));
}

std::string texts(const std::vector<Value>& values)
{
    return plainValues(picked<std::string>(values, &Value::text));
}

std::string joined(const std::vector<Value>& values)
{
    std::string out;
    for (const Value& value : values)
        out += value.text;
    return out;
}

/// 0, 1, 2, 4, … of 16 bits: the half 2^e has the exponent e + 15 and no fraction.
std::string halves(const std::vector<Value>& values)
{
    std::string out;
    for (const Value& value : values) {
        const int exponent = value.number == 0.0 ? 0 : std::ilogb(value.number) + 15;
        out += {'\0', static_cast<char>(exponent << 2)};
    }
    return out;
}

std::string deltas(const std::vector<Value>& values)
{
    return differences(picked<std::int64_t>(values, &Value::integer));
}

std::vector<bool> flags(const std::vector<Value>& values)
{
    return picked<bool>(values, &Value::integer);
}

Value small(int i)
{
    return {.integer = i * 37 % 101 - 50};
}

Value wide(int i)
{
    return {.integer = (i % 2 == 0 ? 1 : -1) * std::int64_t(i) * million * million};
}

Value positive(int i)
{
    return {.integer = 4'294'967'295 - i};
}

Value flag(int i)
{
    return {.integer = i % 60 < 30 ? i % 3 == 0 : 1};
}

Value quarter(int i)
{
    return {.number = i * 0.25 - 3.0};
}

Value power(int i)
{
    return {.number = i % 12 == 0 ? 0.0 : std::ldexp(1.0, i % 12 - 6)};
}

Value name(int i)
{
    return {.text = "s_002um_" + std::to_string(10'000 + i * 7) + (i % 5 == 0 ? "" : "-1")};
}

Value fourLetters(int i)
{
    return {.text = std::to_string(1000 + i)};
}

/// Each value of the ways with a dictionary appears several times.
template <Value (*value)(int)>
Value repeated(int i)
{
    return value(i < 40 ? 0 : i * i % 23);
}

bool usesDictionary(const Way& way)
{
    return way.encoding == parquet::dictionary || way.encoding == parquet::plainDictionary;
}

} // namespace

const std::vector<Way>& ways()
{
    using namespace parquet;
    static const std::vector<Way> all{
        {"int32 plain", int32, plain, small, int32s},
        {"int32 dictionary", int32, dictionary, repeated<small>, int32s},
        {"int32 old dictionary", int32, plainDictionary, repeated<small>, int32s},
        {"int32 differences", int32, delta, small, deltas},
        {"int32 split", int32, split, small, [](const auto& values) { return splitBytes(int32s(values), 4); }},
        {"unsigned plain", int32, plain, positive, int32s, 0, 10},
        {"unsigned differences", int32, delta, positive, deltas, 0, 10},
        {"int64 plain", int64, plain, wide, int64s},
        {"int64 dictionary", int64, dictionary, repeated<wide>, int64s},
        {"int64 differences", int64, delta, wide, deltas},
        {"int64 split", int64, split, wide, [](const auto& values) { return splitBytes(int64s(values), 8); }},
        {"boolean plain", boolean, plain, flag, [](const auto& values) { return bits(flags(values)); }},
        {"boolean runs", boolean, runs, flag,
         [](const auto& values) {
             const std::string written = hybrid(picked<std::uint32_t>(values, &Value::integer), 1);
             return word(static_cast<std::uint32_t>(written.size())) + written;
         }},
        {"float plain", float32, plain, quarter, floats},
        {"float dictionary", float32, dictionary, repeated<quarter>, floats},
        {"float split", float32, split, quarter, [](const auto& values) { return splitBytes(floats(values), 4); }},
        {"double plain", float64, plain, quarter, doubles},
        {"double dictionary", float64, dictionary, repeated<quarter>, doubles},
        {"double split", float64, split, quarter, [](const auto& values) { return splitBytes(doubles(values), 8); }},
        {"half plain", fixedBytes, plain, power, halves, 2, 15},
        {"half split", fixedBytes, split, power, [](const auto& values) { return splitBytes(halves(values), 2); }, 2, 15},
        {"text plain", bytes, plain, name, texts},
        {"text dictionary", bytes, dictionary, repeated<name>, texts},
        {"text lengths", bytes, deltaLength, name,
         [](const auto& values) { return lengthsThenTexts(picked<std::string>(values, &Value::text)); }},
        {"text shared", bytes, deltaText, name,
         [](const auto& values) { return sharedBeginnings(picked<std::string>(values, &Value::text)); }},
        {"fixed plain", fixedBytes, plain, fourLetters, joined, 4},
        {"fixed dictionary", fixedBytes, dictionary, repeated<fourLetters>, joined, 4},
        {"fixed shared", fixedBytes, deltaText, fourLetters,
         [](const auto& values) { return sharedBeginnings(picked<std::string>(values, &Value::text)); }, 4},
    };
    return all;
}

bool isNull(int i)
{
    return i % 7 == 3 || (i >= 150 && i < 300);
}

std::vector<PageParts> pagesOf(const Way& way, int begin, int end, std::int32_t kind, bool optional)
{
    std::vector<PageParts> pages;
    constexpr int different = 23;
    if (usesDictionary(way)) {
        std::vector<Value> values;
        values.reserve(different);
        for (int i = 0; i < different; ++i)
            values.push_back(way.value(40 + i)); // 23 is a prime: every square of it is there
        pages.push_back({.kind = parquet::dictionaryPage,
                         .values = different,
                         .encoding = way.encoding == parquet::dictionary ? parquet::plain : parquet::plainDictionary,
                         .body = way.body(values)});
    }
    for (int first = begin; first < end; first += 150) {
        PageParts page{.kind = kind, .encoding = way.encoding, .compressed = first == begin};
        std::vector<Value> values;
        std::vector<std::uint32_t> indices;
        std::vector<std::uint32_t> present;
        for (int i = first; i < std::min(first + 150, end); ++i) {
            const bool null = optional && isNull(i);
            present.push_back(null ? 0 : 1);
            if (null)
                continue;
            values.push_back(way.value(i));
            for (std::uint32_t k = 0; k < different && usesDictionary(way); ++k) {
                const Value candidate = way.value(40 + static_cast<int>(k));
                if (candidate.integer == values.back().integer && candidate.number == values.back().number
                    && candidate.text == values.back().text) {
                    indices.push_back(k);
                    break;
                }
            }
        }
        page.values = static_cast<std::int32_t>(present.size());
        if (usesDictionary(way))
            page.body = values.empty() ? "" : '\5' + hybrid(indices, 5);
        else
            page.body = values.empty() && way.encoding != parquet::plain ? "" : way.body(values);
        if (optional)
            page.levels = hybrid(present, 1);
        pages.push_back(page);
    }
    return pages;
}

} // namespace spacrd::test
