#include "core/fusion/sweep.h"

#include <algorithm>
#include <numeric>

namespace spacrd {

namespace {

constexpr std::int64_t longestSpan = 32768; ///< places a neighbourhood may span: 128 MiB of encodings of both halves

std::vector<std::int32_t> alongTheLongerAxis(size_t spots, const std::vector<Point>& centres)
{
    std::vector<std::int32_t> order(spots);
    std::iota(order.begin(), order.end(), 0);
    if (centres.empty())
        return order;
    const auto [left, right] = std::minmax_element(centres.begin(), centres.end(), [](auto& a, auto& b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(centres.begin(), centres.end(), [](auto& a, auto& b) { return a.y < b.y; });
    const bool alongX = right->x - left->x >= bottom->y - top->y;
    const auto along = [&](std::int32_t spot) {
        const Point& centre = centres[static_cast<size_t>(spot)];
        return alongX ? centre.x : centre.y;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return along(a) < along(b); });
    return order;
}

struct Span
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};

Span spanOf(const NeighbourTable& neighbours, const std::vector<std::int32_t>& place, std::int32_t spot)
{
    const std::int32_t* const row = neighbours.row(static_cast<size_t>(spot));
    Span span{place[static_cast<size_t>(spot)], place[static_cast<size_t>(spot)]};
    for (int n = 0; n < neighbours.k; ++n) {
        const std::int64_t at = place[static_cast<size_t>(row[n])];
        span = {std::min(span.first, at), std::max(span.last, at)};
    }
    return span;
}

std::int64_t roundUp(std::int64_t value, std::int64_t multiple)
{
    return (value + multiple - 1) / multiple * multiple;
}

} // namespace

Sweep planSweep(const NeighbourTable& neighbours, const std::vector<Point>& centres, std::int64_t chunk, std::int64_t step)
{
    const auto spots = static_cast<std::int64_t>(neighbours.spots());
    Sweep sweep;
    sweep.order = alongTheLongerAxis(neighbours.spots(), centres);
    sweep.place.resize(neighbours.spots());
    for (std::int64_t at = 0; at < spots; ++at)
        sweep.place[static_cast<size_t>(sweep.order[static_cast<size_t>(at)])] = static_cast<std::int32_t>(at);

    std::vector<std::int64_t> oldest; // of each step
    std::int64_t encodeTo = 0;
    std::int64_t first = spots;
    const auto endStep = [&] {
        sweep.steps.push_back({encodeTo, static_cast<std::int64_t>(sweep.attended.size())});
        oldest.push_back(first);
        first = spots;
    };
    for (const std::int32_t spot : sweep.order) {
        const Span span = spanOf(neighbours, sweep.place, spot);
        if (span.last - span.first > longestSpan) {
            sweep.stragglers.push_back(spot);
            continue;
        }
        sweep.attended.push_back(spot);
        first = std::min(first, span.first);
        encodeTo = std::max(encodeTo, std::min(spots, roundUp(span.last + 1, chunk)));
        if (static_cast<std::int64_t>(sweep.attended.size()) % step == 0)
            endStep();
    }
    if (static_cast<std::int64_t>(sweep.attended.size()) % step != 0)
        endStep();

    std::int64_t needed = spots;
    for (size_t i = sweep.steps.size(); i-- > 0;) {
        needed = std::min(needed, oldest[i]);
        sweep.capacity = std::max(sweep.capacity, sweep.steps[i].encodeTo - needed);
    }
    sweep.capacity = roundUp(std::max<std::int64_t>(sweep.capacity, 1), chunk);
    return sweep;
}

} // namespace spacrd
