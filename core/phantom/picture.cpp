#include "core/phantom/picture.h"

#include "core/base/error.h"

#include <png.h>

#include <algorithm>

namespace spacrd::phantom {

Thumbnail::Thumbnail(int width, int height, int longest)
    : m_width(width)
    , m_height(height)
    , m_scale(std::min(1.0, static_cast<double>(longest) / std::max(width, height)))
    , m_outWidth(std::max(1, static_cast<int>(width * m_scale + 1e-9)))
    , m_outHeight(std::max(1, static_cast<int>(height * m_scale + 1e-9)))
    , m_sums(static_cast<size_t>(m_outWidth) * 3)
    , m_weights(static_cast<size_t>(m_outWidth))
    , m_pixels(static_cast<size_t>(m_outWidth) * static_cast<size_t>(m_outHeight) * 3)
{
    for (int x = 0; x < m_width; ++x)
        ++m_weights[static_cast<size_t>(static_cast<std::int64_t>(x) * m_outWidth / m_width)];
}

void Thumbnail::addRow(const std::uint8_t* rgb)
{
    const auto owner = static_cast<int>(static_cast<std::int64_t>(m_row) * m_outHeight / m_height);
    if (owner != m_outRow)
        finishRow();
    for (int x = 0; x < m_width; ++x, rgb += 3) {
        const auto column = static_cast<size_t>(static_cast<std::int64_t>(x) * m_outWidth / m_width);
        for (size_t c = 0; c < 3; ++c)
            m_sums[3 * column + c] += rgb[c];
    }
    ++m_rowsSummed;
    if (++m_row == m_height)
        finishRow();
}

void Thumbnail::finishRow()
{
    std::uint8_t* out = m_pixels.data() + static_cast<size_t>(m_outRow) * static_cast<size_t>(m_outWidth) * 3;
    for (size_t i = 0; i < m_sums.size(); ++i) {
        const std::uint32_t pixels = m_weights[i / 3] * static_cast<std::uint32_t>(m_rowsSummed);
        out[i] = static_cast<std::uint8_t>((m_sums[i] + pixels / 2) / pixels);
    }
    std::fill(m_sums.begin(), m_sums.end(), 0U);
    m_rowsSummed = 0;
    ++m_outRow;
}

void Thumbnail::writePng(const std::filesystem::path& file)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(m_outWidth);
    image.height = static_cast<png_uint_32>(m_outHeight);
    image.format = PNG_FORMAT_RGB;
    if (!png_image_write_to_file(&image, file.c_str(), 0, m_pixels.data(), 0, nullptr))
        throw Error(Text(SPACRD_TR("core", "The picture could not be written: %1."), {image.message}), file,
                    SPACRD_TR("core", "check that the disk has room"));
}

} // namespace spacrd::phantom
