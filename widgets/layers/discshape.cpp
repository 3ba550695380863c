#include "widgets/layers/discshape.h"

#include "widgets/layers/binraster.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace spacrd {

namespace {

constexpr double whole = 255.0;

std::uint8_t coverage(double part)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * whole));
}

} // namespace

DiscShape::DiscShape(int diameter, bool rimmed)
    : m_diameter(std::max(diameter, 1))
    , m_rimmed(rimmed)
{
    const double radius = m_diameter / 2.0;
    const double solidRadius = radius - (rimmed ? 1.5 : 0.5);
    for (int y = 0; y < m_diameter; ++y) {
        const double down = y + 0.5 - radius;
        Row row{m_diameter, 0, m_edges.size()};
        for (int x = 0; x < (m_diameter + 1) / 2; ++x) {
            const double distance = std::hypot(x + 0.5 - radius, down);
            const Edge edge{coverage(radius - distance + 0.5),
                            rimmed ? coverage(1.0 - std::abs(distance - (radius - 0.5))) : std::uint8_t{0}};
            if (edge.fill == 0)
                continue;
            row.first = std::min(row.first, x);
            if (distance <= solidRadius)
                break;
            m_edges.push_back(edge);
            ++row.edges;
        }
        m_rows.push_back(row);
    }
}

template <typename Fill>
void DiscShape::paintWith(const Band& part, int left, int top, QRgb rim, const Fill& fill) const
{
    const int partLeft = part.rect.left();
    const int partRight = partLeft + part.rect.width();
    const int endY = std::min(m_diameter, part.rect.top() + part.rect.height() - top);
    for (int y = std::max(0, part.rect.top() - top); y < endY; ++y) {
        const Row& row = m_rows[static_cast<size_t>(y)];
        QRgb* const line = part.line(top + y);
        const int past = m_diameter - row.first;
        const auto colourAt = [&]([[maybe_unused]] int x, [[maybe_unused]] int atY) {
            if constexpr (std::is_same_v<Fill, QRgb>)
                return fill;
            else
                return fill(x, atY);
        };
        const auto edgeAt = [&](int x, const Edge& edge) {
            if (left + x < partLeft || left + x >= partRight)
                return;
            QRgb& pixel = line[left + x];
            pixel = blended(scaledPixel(colourAt(left + x, top + y), edge.fill), pixel);
            if (edge.rim > 0)
                pixel = blended(scaledPixel(rim, edge.rim), pixel);
        };
        const int half = (m_diameter + 1) / 2;
        for (int i = 0; i < row.edges; ++i) {
            const Edge& edge = m_edges[row.at + static_cast<size_t>(i)];
            const int x = row.first + i;
            edgeAt(x, edge);
            if (m_diameter - 1 - x >= half)
                edgeAt(m_diameter - 1 - x, edge);
        }
        const int begin = std::max(row.first + row.edges, partLeft - left);
        const int end = std::min(past - row.edges, partRight - left);
        if constexpr (std::is_same_v<Fill, QRgb>) {
            if (begin < end)
                std::fill(line + left + begin, line + left + end, fill);
        } else {
            for (int x = begin; x < end; ++x)
                line[left + x] = blended(fill(left + x, top + y), line[left + x]);
        }
    }
}

void DiscShape::paint(const Band& part, int left, int top, QRgb fill, QRgb rim) const
{
    paintWith(part, left, top, rim, fill);
}

void DiscShape::paintStriped(const Band& part, int left, int top, QRgb rim) const
{
    paintWith(part, left, top, rim, [](int x, int y) { return noValuePixel(x, y); });
}

} // namespace spacrd
