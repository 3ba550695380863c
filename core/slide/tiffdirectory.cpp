#include "core/slide/tiffdirectory.h"

#include <cmath>
#include <cstddef>

// TIFF 6.0 and the BigTIFF addition, little-endian.

namespace spacrd {

namespace {

enum Type : std::uint16_t
{
    typeShort = 3,
    typeLong = 4,
    typeRational = 5,
    typeUndefined = 7,
    typeLong8 = 16
};

void append(std::string& to, std::uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; ++i)
        to.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

struct Tag
{
    std::uint16_t number;
    Type type;
    std::uint64_t count;
    std::string data;
};

size_t bytesOf(Type type)
{
    return type == typeShort ? 2 : type == typeLong ? 4 : 8;
}

Tag tagOf(std::uint16_t number, Type type, const std::vector<std::uint64_t>& values)
{
    Tag tag{number, type, values.size(), {}};
    for (const std::uint64_t value : values)
        append(tag.data, value, bytesOf(type));
    return tag;
}

Tag resolutionTag(std::uint16_t number, std::optional<double> mpp)
{
    constexpr std::uint64_t denominator = 4000; // 10000/mpp ≤ 10⁶ px/cm, so the numerator fits 32 bits
    const std::uint64_t numerator = mpp ? static_cast<std::uint64_t>(std::llround(10000.0 / *mpp * denominator)) : denominator;
    Tag tag{number, typeRational, 1, {}};
    append(tag.data, numerator, 4);
    append(tag.data, denominator, 4);
    return tag;
}

/// In ascending order of their numbers, as TIFF demands.
std::vector<Tag> tagsOf(const TiffLevel& level, bool full, const TiffFacts& facts, bool big)
{
    const Type place = big ? typeLong8 : typeLong;
    const auto number = [](int value) { return static_cast<std::uint64_t>(value); };
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint64_t> sizes;
    for (const TilePlace& tile : level.tiles) {
        offsets.push_back(tile.offset);
        sizes.push_back(tile.bytes);
    }
    std::vector<Tag> tags{
        tagOf(254, typeLong, {full ? 0U : 1U}), // NewSubfileType: 1 = a reduced version of another image
        tagOf(256, typeLong, {number(level.width)}),
        tagOf(257, typeLong, {number(level.height)}),
        tagOf(258, typeShort, {8, 8, 8}), // BitsPerSample
        tagOf(259, typeShort, {7}),       // Compression: JPEG
        tagOf(262, typeShort, {6}),       // PhotometricInterpretation: YCbCr
        tagOf(277, typeShort, {3}),       // SamplesPerPixel
        resolutionTag(282, facts.mpp),
        resolutionTag(283, facts.mpp),
        tagOf(284, typeShort, {1}),                   // PlanarConfiguration: pixel by pixel
        tagOf(296, typeShort, {facts.mpp ? 3U : 1U}), // ResolutionUnit: centimetre, or none
        tagOf(322, typeLong, {number(level.tile)}),
        tagOf(323, typeLong, {number(level.tile)}),
        tagOf(324, place, offsets),
        tagOf(325, place, sizes),
        tagOf(530, typeShort, {1, 1}), // YCbCrSubSampling: none
    };
    if (!facts.colourProfile.empty()) // InterColorProfile of ISO 12639
        tags.push_back({34675, typeUndefined, facts.colourProfile.size(), facts.colourProfile});
    return tags;
}

/// One directory at `offset`, followed by the values that do not fit into it; `last`: no further directory.
std::string directory(const std::vector<Tag>& tags, std::uint64_t offset, bool last, bool big)
{
    const size_t word = big ? 8 : 4;
    const size_t countBytes = big ? 8 : 2;
    std::uint64_t free = offset + countBytes + tags.size() * (4 + 2 * word) + word;
    free = (free + 7) / 8 * 8;
    std::string head;
    std::string values;
    append(head, tags.size(), countBytes);
    for (const Tag& tag : tags) {
        append(head, tag.number, 2);
        append(head, tag.type, 2);
        append(head, tag.count, word);
        if (tag.data.size() <= word) {
            head += tag.data + std::string(word - tag.data.size(), '\0');
            continue;
        }
        append(head, free + values.size(), word);
        values += tag.data;
        values.resize((values.size() + 7) / 8 * 8);
    }
    append(head, last ? 0 : free + values.size(), word);
    head.resize(static_cast<size_t>(free - offset));
    return head + values;
}

} // namespace

std::string tiffDirectories(const std::vector<TiffLevel>& levels, const TiffFacts& facts, std::uint64_t offset, bool big)
{
    std::string all;
    for (size_t i = 0; i < levels.size(); ++i) {
        // The resolution is that of the first level; the others would need their own, and nobody reads it.
        const std::vector<Tag> tags = tagsOf(levels[i], i == 0, i == 0 ? facts : TiffFacts(), big);
        all += directory(tags, offset + all.size(), i + 1 == levels.size(), big);
    }
    return all;
}

std::string tiffHeader(std::uint64_t firstDirectory, bool big)
{
    std::string header = big ? std::string("II\x2b\0\x08\0\0\0", 8) : std::string("II\x2a\0", 4);
    append(header, firstDirectory, big ? 8 : 4);
    header.resize(tiffHeaderBytes);
    return header;
}

} // namespace spacrd
