#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace spacrd::phantom {

/// A small copy of a large picture, box-filtered from its rows as they come by.
class Thumbnail
{
public:
    /// The longest side becomes `longest` pixels, or stays where it is shorter.
    Thumbnail(int width, int height, int longest);

    /// Pixels of the copy per pixel of the picture.
    double scale() const { return m_scale; }

    /// The picture's next row: `width` RGB pixels.
    void addRow(const std::uint8_t* rgb);

    /// PNG, RGB. Throws Error.
    void writePng(const std::filesystem::path& file);

private:
    void finishRow();

    int m_width;
    int m_height;
    double m_scale;
    int m_outWidth;
    int m_outHeight;
    int m_row = 0;
    int m_outRow = 0;
    int m_rowsSummed = 0;
    std::vector<std::uint32_t> m_sums; ///< of the copy's current row
    std::vector<std::uint32_t> m_weights;
    std::vector<std::uint8_t> m_pixels;
};

} // namespace spacrd::phantom
