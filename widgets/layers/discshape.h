#pragma once

#include "widgets/slideview/bands.h"

#include <cstdint>
#include <vector>

namespace spacrd {

/// A disc of whole pixels across, worked out once for all discs of a picture: which pixels of each row it covers, by how much,
/// and how far its rim does.
class DiscShape
{
public:
    /// `rimmed`: with a line of one pixel along its edge.
    DiscShape(int diameter, bool rimmed);

    int diameter() const { return m_diameter; }
    bool isRimmed() const { return m_rimmed; }

    /// Paints over a part of an image (Format_ARGB32_Premultiplied) with the upper left corner of its square at (`left`, `top`).
    /// `fill` is opaque, `rim` premultiplied.
    void paint(const Band& part, int left, int top, QRgb fill, QRgb rim) const;
    /// The same, filled with stripes on a veil: what has no value.
    void paintStriped(const Band& part, int left, int top, QRgb rim) const;

private:
    struct Edge
    {
        std::uint8_t fill = 0; ///< 0…255
        std::uint8_t rim = 0;
    };
    /// Of a row: `edges` pixels from `first` on, then as many whole ones as there is room for, then the edges in turn.
    struct Row
    {
        int first = 0;
        int edges = 0;
        size_t at = 0; ///< in m_edges
    };

    template <typename Fill>
    void paintWith(const Band& part, int left, int top, QRgb rim, const Fill& fillOf) const;

    int m_diameter;
    bool m_rimmed;
    std::vector<Row> m_rows;
    std::vector<Edge> m_edges;
};

/// The channels of a pixel, each times `part` of 255, rounded; two at once.
inline QRgb scaledPixel(QRgb pixel, unsigned part)
{
    std::uint32_t redBlue = (pixel & 0xff00ffU) * part + 0x800080U;
    redBlue = ((redBlue + ((redBlue >> 8) & 0xff00ffU)) >> 8) & 0xff00ffU;
    std::uint32_t alphaGreen = ((pixel >> 8) & 0xff00ffU) * part + 0x800080U;
    alphaGreen = (alphaGreen + ((alphaGreen >> 8) & 0xff00ffU)) & 0xff00ff00U;
    return redBlue | alphaGreen;
}

/// `over` (premultiplied) over `under`.
inline QRgb blended(QRgb over, QRgb under)
{
    const unsigned through = 255U - (over >> 24);
    return through == 0 ? over : over + scaledPixel(under, through);
}

} // namespace spacrd
