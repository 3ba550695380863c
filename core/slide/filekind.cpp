#include "core/slide/filekind.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

namespace spacrd {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

namespace {

FileKind kindOfBytes(std::string_view bytes)
{
    if (bytes.empty())
        return FileKind::empty;
    if (bytes.starts_with("\xff\xd8\xff"sv))
        return FileKind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        return FileKind::png;
    for (const auto& magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv}) {
        if (bytes.starts_with(magic))
            return FileKind::tiff;
    }
    constexpr size_t dicomPreamble = 128;
    if (bytes.size() >= dicomPreamble + 4 && bytes.substr(dicomPreamble, 4) == "DICM"sv)
        return FileKind::dicom;
    return FileKind::other;
}

} // namespace

FileKind fileKind(const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (status.type() == fs::file_type::not_found)
        return FileKind::missing;
    if (code)
        return FileKind::unreadable;
    if (fs::is_directory(status))
        return FileKind::folder;
    if (!fs::is_regular_file(status)) // opening a pipe would wait for its writer
        return FileKind::special;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return FileKind::unreadable;
    std::array<char, 132> bytes{};
    in.read(bytes.data(), bytes.size());
    if (in.bad())
        return FileKind::unreadable;
    return kindOfBytes({bytes.data(), static_cast<size_t>(in.gcount())});
}

bool isCutShortTiff(const fs::path& path)
{
    if (fileKind(path) != FileKind::tiff)
        return false;
    std::ifstream in(path, std::ios::binary);
    std::array<char, 16> header{};
    in.read(header.data(), header.size());
    const auto number = [&](size_t at, size_t bytes) { // either byte order
        std::uint64_t value = 0;
        for (size_t i = 0; i < bytes; ++i)
            value = value << 8 | static_cast<unsigned char>(header[header[0] == 'I' ? at + bytes - 1 - i : at + i]);
        return value;
    };
    constexpr std::uint64_t bigTiff = 43;
    const bool big = number(2, 2) == bigTiff;
    const std::uint64_t directory = big ? number(8, 8) : number(4, 4);
    constexpr std::uint64_t leastDirectory = 2 + 12 + 4; // of one field
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(path, code);
    return !code && (bytes < leastDirectory || directory > bytes - leastDirectory);
}

} // namespace spacrd
