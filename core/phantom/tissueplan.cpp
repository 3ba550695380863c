#include "core/phantom/tissueplan.h"

#include "core/phantom/noise.h"
#include "core/phantom/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spacrd::phantom {

namespace {

// Every noise and every grid of the plan draws from its own stream.
enum Stream : std::uint32_t
{
    warpFarX = 0x1001,
    warpFarY,
    warpNearX,
    warpNearY,
    outline,
    tear,
    tearWhere,
    fatWhere,
    islands,
    islandKind,
    tumourLumens,
    necrosisWhere,
    fibreAcross,
    fibreAlong,
    looseWhere,
    growthWhere,
    nestCells = 0x2001,
    lobuleCells,
    acinusCells,
    ductCells,
    vesselCells,
    immuneCells,
};

constexpr float outside = -1e4F;

/// An ellipse of a hashed grid cell, in µm.
struct Blob
{
    float x, y, radius, stretch, cosine, sine;

    float depth(float px, float py) const
    {
        const float dx = px - x;
        const float dy = py - y;
        const float u = (dx * cosine + dy * sine) / stretch;
        const float v = (dy * cosine - dx * sine) * stretch;
        return radius - std::sqrt(u * u + v * v);
    }
};

/// Deepest of the blobs of the 3 × 3 cells around a place; `radius` ≤ 0.75 cells. A cell holds one with `probability`.
float blobDepth(std::uint64_t seed, float x, float y, float pitch, float probability, float smallest, float largest)
{
    const int column = floorOf(x / pitch);
    const int row = floorOf(y / pitch);
    float depth = outside;
    for (int r = row - 1; r <= row + 1; ++r) {
        for (int c = column - 1; c <= column + 1; ++c) {
            Random random(keyOf(seed, c, r));
            if (random.uniform() > static_cast<double>(probability))
                continue;
            Blob blob;
            blob.x = (static_cast<float>(c) + static_cast<float>(random.uniform(0.15, 0.85))) * pitch;
            blob.y = (static_cast<float>(r) + static_cast<float>(random.uniform(0.15, 0.85))) * pitch;
            const auto t = static_cast<float>(random.uniform());
            blob.radius = smallest + (largest - smallest) * t * t;
            blob.stretch = static_cast<float>(random.uniform(1.0, 1.45));
            const double angle = random.uniform(0.0, std::numbers::pi);
            blob.cosine = static_cast<float>(std::cos(angle));
            blob.sine = static_cast<float>(std::sin(angle));
            depth = std::max(depth, blob.depth(x, y));
        }
    }
    return depth;
}

} // namespace

const char* tissueName(Tissue tissue)
{
    switch (tissue) {
    case Tissue::glass:
        return "glass";
    case Tissue::stroma:
        return "stroma";
    case Tissue::fat:
        return "fat";
    case Tissue::gland:
        return "benign gland";
    case Tissue::immune:
        return "immune infiltrate";
    case Tissue::tumour:
        return "tumour";
    }
    return "";
}

TissuePlan::TissuePlan(double width, double height, double tumourFraction, std::uint64_t seed)
    : m_width(width)
    , m_height(height)
    , m_seed(mixed(seed))
    , m_noise(static_cast<std::uint32_t>(mixed(seed) >> 32))
    , m_scale(static_cast<float>(std::clamp(std::min(width, height) / 3000.0, 0.4, 1.4)))
    , m_nestPitch(640.0F * m_scale)
{
    placeNests();
    scaleNests(tumourFraction);
}

TissuePlan::Warped TissuePlan::warped(Point um) const
{
    const auto x = static_cast<float>(um.x);
    const auto y = static_cast<float>(um.y);
    const float far = 0.55F * m_nestPitch;
    Warped at;
    at.fx = x + 17.0F * fractalNoise(m_noise + warpNearX, x / 52.0F, y / 52.0F, 2);
    at.fy = y + 17.0F * fractalNoise(m_noise + warpNearY, x / 52.0F, y / 52.0F, 2);
    at.x = at.fx + 0.34F * far * fractalNoise(m_noise + warpFarX, x / far, y / far, 2);
    at.y = at.fy + 0.34F * far * fractalNoise(m_noise + warpFarY, x / far, y / far, 2);
    return at;
}

float TissuePlan::tissueDepth(Point um, const Warped& at) const
{
    const double side = std::min(m_width, m_height);
    const auto sx = static_cast<float>(std::abs(static_cast<double>(at.fx) - 0.5 * m_width) / (0.455 * m_width));
    const auto sy = static_cast<float>(std::abs(static_cast<double>(at.fy) - 0.5 * m_height) / (0.455 * m_height));
    const float rim = std::pow(std::pow(sx, 2.7F) + std::pow(sy, 2.7F), 1.0F / 2.7F);
    const auto half = static_cast<float>(0.455 * side);
    const float depth = (1.0F - rim) * half
                        + 0.15F * half
                              * (fractalNoise(m_noise + outline, static_cast<float>(um.x / (0.45 * side)),
                                              static_cast<float>(um.y / (0.45 * side)), 4)
                                 - 0.25F);
    // Thin tears, where the section cracked when it was cut.
    const float crack = 300.0F * m_scale;
    const float where = noise(m_noise + tearWhere, at.x / (3.0F * crack), at.y / (3.0F * crack)) - 0.28F;
    const float line = std::abs(noise(m_noise + tear, at.fx / crack, at.fy / crack));
    return where > 0.0F ? std::min(depth, (line - 0.12F * where) * crack) : depth;
}

void TissuePlan::placeNests()
{
    m_nestColumns = static_cast<int>(std::ceil(m_width / static_cast<double>(m_nestPitch)));
    m_nestRows = static_cast<int>(std::ceil(m_height / static_cast<double>(m_nestPitch)));
    for (int r = 0; r < m_nestRows; ++r) {
        for (int c = 0; c < m_nestColumns; ++c) {
            Random random(keyOf(m_seed + nestCells, c, r));
            Nest nest;
            nest.exists = random.uniform() < 0.72;
            nest.x = (c + random.uniform(0.15, 0.85)) * static_cast<double>(m_nestPitch);
            nest.y = (r + random.uniform(0.15, 0.85)) * static_cast<double>(m_nestPitch);
            nest.radius = random.uniform(0.3, 0.7) * static_cast<double>(m_nestPitch);
            m_nests.push_back(nest);
        }
    }
}

template <typename Visit>
void TissuePlan::forNestsNear(const Warped& at, const Visit& visit) const
{
    const int column = floorOf(at.x / m_nestPitch);
    const int row = floorOf(at.y / m_nestPitch);
    for (int r = std::max(0, row - 2); r <= std::min(m_nestRows - 1, row + 2); ++r) {
        for (int c = std::max(0, column - 2); c <= std::min(m_nestColumns - 1, column + 2); ++c) {
            const auto index = static_cast<size_t>(r) * static_cast<size_t>(m_nestColumns) + static_cast<size_t>(c);
            const Nest& nest = m_nests[index];
            if (nest.exists)
                visit(index, std::hypot(at.x - static_cast<float>(nest.x), at.y - static_cast<float>(nest.y)));
        }
    }
}

float TissuePlan::nestLevel(const Warped& at) const
{
    float level = outside;
    forNestsNear(at, [&](size_t index, float distance) {
        level = std::max(level, 1.0F - distance / static_cast<float>(m_nests[index].radius));
    });
    return level;
}

/// Chooses the factor on all radii that gives the wanted tumour fraction, from the levels on a grid over the tissue; then
/// the kinds: in the order of area, of every six nests one is seen by the image alone and one by the genes alone.
void TissuePlan::scaleNests(double tumourFraction)
{
    if (tumourFraction <= 0.0)
        return;
    const double step = std::max(m_width, m_height) / 320.0;
    std::vector<std::pair<float, Warped>> places;
    for (double y = step / 2; y < m_height; y += step) {
        for (double x = step / 2; x < m_width; x += step) {
            const Warped at = warped({x, y});
            if (tissueDepth({x, y}, at) > 0.0F)
                places.emplace_back(nestLevel(at), at);
        }
    }
    if (places.empty())
        return;
    const auto rank = std::min(places.size() - 1, static_cast<size_t>(tumourFraction * static_cast<double>(places.size())));
    std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(rank), places.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_nestScale = 1.0F - places[rank].first;

    std::vector<int> area(m_nests.size());
    for (size_t i = 0; i < rank; ++i) {
        float deepest = 0.0F;
        size_t owner = m_nests.size();
        forNestsNear(places[i].second, [&](size_t index, float distance) {
            const float depth = m_nestScale * static_cast<float>(m_nests[index].radius) - distance;
            if (depth > deepest) {
                deepest = depth;
                owner = index;
            }
        });
        if (owner < area.size())
            ++area[owner];
    }
    std::vector<size_t> order;
    for (size_t i = 0; i < area.size(); ++i) {
        if (area[i] > 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return area[a] > area[b]; });
    for (size_t i = 0; i < order.size(); ++i) {
        if (i % 6 == 2)
            m_nests[order[i]].kind = NestKind::imageOnly;
        else if (i % 6 == 4)
            m_nests[order[i]].kind = NestKind::geneOnly;
    }
}

TissuePlan::NestDepths TissuePlan::nestDepths(const Warped& at) const
{
    NestDepths depths{outside, outside, outside};
    if (m_nestScale <= 0.0F)
        return depths;
    forNestsNear(at, [&](size_t index, float distance) {
        const Nest& nest = m_nests[index];
        const float depth = m_nestScale * static_cast<float>(nest.radius) - distance;
        float& of = nest.kind == NestKind::both        ? depths.both
                    : nest.kind == NestKind::imageOnly ? depths.imageOnly
                                                       : depths.geneOnly;
        of = std::max(of, depth);
    });
    return depths;
}

/// Fat keeps clear of lobules and ducts, which lie in a bed of stroma.
float TissuePlan::fatDepth(const Warped& at, float lobule, float gland) const
{
    const float size = 620.0F * m_scale;
    const float free = (fractalNoise(m_noise + fatWhere, at.fx / size, at.fy / size, 3) - 0.2F) * 0.55F * size;
    return std::min({free, -lobule - 10.0F, -gland - 14.0F});
}

float TissuePlan::lobuleDepth(const Warped& at) const
{
    return blobDepth(m_seed + lobuleCells, at.x, at.y, 700.0F * m_scale, 0.5F, 110.0F * m_scale, 300.0F * m_scale);
}

/// Acini in lobules, and single ducts anywhere.
float TissuePlan::glandDepth(const Warped& at, float lobule) const
{
    float depth = blobDepth(m_seed + ductCells, at.fx, at.fy, 430.0F, 0.3F, 38.0F, 105.0F);
    if (lobule > -40.0F) {
        const float acinus = blobDepth(m_seed + acinusCells, at.fx, at.fy, 74.0F, 0.85F, 19.0F, 42.0F);
        depth = std::max(depth, std::min(acinus, lobule));
    }
    return depth;
}

float TissuePlan::immuneDepth(const Warped& at) const
{
    return blobDepth(m_seed + immuneCells, at.x, at.y, 560.0F * m_scale, 0.42F, 55.0F + 25.0F * m_scale,
                     70.0F + 130.0F * m_scale);
}

float TissuePlan::vesselDepth(const Warped& at) const
{
    return blobDepth(m_seed + vesselCells, at.fx, at.fy, 235.0F, 0.42F, 7.0F, 34.0F);
}

double TissuePlan::tumourDepth(Point um, NestKind kind) const
{
    const Warped at = warped(um);
    const NestDepths depths = nestDepths(at);
    const float tissue = tissueDepth(um, at);
    const auto of = [&](float own, float other, float third) {
        return static_cast<double>(std::min({own, own - other, own - third, tissue}));
    };
    switch (kind) {
    case NestKind::both:
        return of(depths.both, depths.imageOnly, depths.geneOnly);
    case NestKind::imageOnly:
        return of(depths.imageOnly, depths.both, depths.geneOnly);
    case NestKind::geneOnly:
        return of(depths.geneOnly, depths.both, depths.imageOnly);
    }
    return static_cast<double>(outside);
}

Region TissuePlan::region(Point um) const
{
    const Warped at = warped(um);
    Region region;
    if (tissueDepth(um, at) <= 0.0F)
        return region;
    const NestDepths depths = nestDepths(at);
    if (std::max({depths.both, depths.imageOnly, depths.geneOnly}) > 0.0F) {
        region.tissue = Tissue::tumour;
        region.nest = depths.both >= std::max(depths.imageOnly, depths.geneOnly) ? NestKind::both
                      : depths.imageOnly >= depths.geneOnly                      ? NestKind::imageOnly
                                                                                 : NestKind::geneOnly;
        return region;
    }
    const float lobule = lobuleDepth(at);
    const float gland = glandDepth(at, lobule);
    if (immuneDepth(at) > 0.0F)
        region.tissue = Tissue::immune;
    else if (lobule > 0.0F || gland > 0.0F)
        region.tissue = Tissue::gland;
    else
        region.tissue = fatDepth(at, lobule, gland) > 0.0F ? Tissue::fat : Tissue::stroma;
    const float size = 480.0F * m_scale;
    region.proliferating = noise(m_noise + growthWhere, at.fx / size, at.fy / size) > 0.33F;
    return region;
}

Site TissuePlan::site(Point um) const
{
    const Warped at = warped(um);
    Site site;
    site.tissue = tissueDepth(um, at);
    if (site.tissue < -60.0F)
        return site;
    const NestDepths depths = nestDepths(at);
    const float seen = std::max(depths.both, depths.imageOnly);
    site.tumour = std::min(seen, seen - depths.geneOnly);

    const auto x = static_cast<float>(um.x);
    const auto y = static_cast<float>(um.y);
    // Broad nests here, thin cords there: the width of the strands between islands varies slowly.
    const float strand = 0.11F + 0.16F * noise(m_noise + islandKind, x / 420.0F, y / 420.0F);
    site.island =
        (std::abs(fractalNoise(m_noise + islands, at.fx / 125.0F, at.fy / 125.0F, 2)) - std::max(0.02F, strand)) * 90.0F;
    site.island = std::min(site.island, (0.62F - fractalNoise(m_noise + tumourLumens, at.fx / 60.0F, at.fy / 60.0F, 2)) * 60.0F);
    site.necrosis = std::min(site.tumour - 75.0F * m_scale,
                             (fractalNoise(m_noise + necrosisWhere, at.fx / 260.0F, at.fy / 260.0F, 2) - 0.24F) * 150.0F);
    const float lobule = lobuleDepth(at);
    site.immune = immuneDepth(at);
    site.gland = glandDepth(at, lobule);
    site.fat = fatDepth(at, lobule, site.gland);
    site.gland = std::min(site.gland, -site.immune); // lymphocytes have taken the place
    site.vessel = std::min(vesselDepth(at), -site.immune);
    site.across = 0.8F * x + 0.6F * y + 150.0F * fractalNoise(m_noise + fibreAcross, x / 420.0F, y / 420.0F, 2)
                  + 11.0F * noise(m_noise + fibreAcross + 7, x / 62.0F, y / 62.0F);
    site.along = -0.6F * x + 0.8F * y + 120.0F * noise(m_noise + fibreAlong, x / 330.0F, y / 330.0F);
    site.loose = smoothStep(
        -0.1F, 0.45F, fractalNoise(m_noise + looseWhere, x / 240.0F, y / 240.0F, 2) + 0.12F + (lobule > 0.0F ? 0.25F : 0.0F));
    return site;
}

} // namespace spacrd::phantom
