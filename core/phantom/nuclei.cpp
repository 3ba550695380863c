#include "core/phantom/nuclei.h"

#include "core/phantom/ground.h"
#include "core/phantom/noise.h"
#include "core/phantom/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spacrd::phantom {

namespace {

/// One dark body; lengths in µm.
struct Nucleus
{
    float x = 0.0F, y = 0.0F;
    float longHalf = 3.0F, shortHalf = 3.0F;
    float angle = 0.0F;
    float hematoxylin = 1.0F;
    float eosin = 0.2F;
    float bumps[4] = {0.0F, 0.0F, 0.0F, 0.0F}; ///< second and third harmonics of the outline
    float softness = 0.5F;                     ///< width of the edge: out of focus when large
    float texture = 0.2F;                      ///< chromatin clumps
    float rim = 0.0F;                          ///< how much darker the membrane is than the middle
    float spot = 0.0F;                         ///< dye of the nucleolus
};

void roughen(Nucleus& nucleus, Random& random, double amount)
{
    for (float& bump : nucleus.bumps)
        bump = static_cast<float>(random.uniform(-amount, amount));
}

/// What a layer's rule gets: the cell's own numbers, where the candidate lies, and the plan there.
struct Candidate
{
    Random random;
    float x, y; ///< µm
    Site site;
    float fibreAngle; ///< along the stroma's fibres
    float glandAngle; ///< across a gland's wall
    std::uint32_t seed;
};

class Stamp
{
public:
    Stamp(StainField& field, double mpp, std::uint32_t seed)
        : m_field(field)
        , m_mpp(static_cast<float>(mpp))
        , m_seed(seed)
    {}

    void paint(const Nucleus& n)
    {
        const float reach = (1.35F * std::max(n.longHalf, n.shortHalf) + n.softness) / m_mpp;
        const float cx = n.x / m_mpp;
        const float cy = n.y / m_mpp;
        const int left = std::max(m_field.x0, floorOf(cx - reach));
        const int right = std::min(m_field.x0 + m_field.width - 1, floorOf(cx + reach) + 1);
        const int top = std::max(m_field.y0, floorOf(cy - reach));
        const int bottom = std::min(m_field.y0 + m_field.height - 1, floorOf(cy + reach) + 1);
        const float cosine = std::cos(n.angle);
        const float sine = std::sin(n.angle);
        for (int y = top; y <= bottom; ++y) {
            Stain* row = m_field.row(y);
            for (int x = left; x <= right; ++x) {
                const float dx = (static_cast<float>(x) + 0.5F) * m_mpp - n.x;
                const float dy = (static_cast<float>(y) + 0.5F) * m_mpp - n.y;
                blend(row[x - m_field.x0], n, dx, dy, (dx * cosine + dy * sine) / n.longHalf,
                      (dy * cosine - dx * sine) / n.shortHalf);
            }
        }
    }

private:
    void blend(Stain& stain, const Nucleus& n, float dx, float dy, float u, float v) const
    {
        const float r = std::sqrt(u * u + v * v) + 1e-6F;
        if (r > 1.6F)
            return;
        const float c = u / r;
        const float s = v / r;
        const float c2 = c * c - s * s;
        const float s2 = 2.0F * c * s;
        const float outline =
            1.0F + n.bumps[0] * c2 + n.bumps[1] * s2 + n.bumps[2] * (c * c2 - s * s2) + n.bumps[3] * (s * c2 + c * s2);
        const float depth = (outline - r) * 0.5F * (n.longHalf + n.shortHalf);
        const float weight = smoothStep(-n.softness, n.softness, depth);
        if (weight <= 0.0F)
            return;
        const float chromatin = noise(m_seed + 31, (n.x + dx) / 1.25F, (n.y + dy) / 1.25F);
        float dye = n.hematoxylin * (1.0F + n.texture * chromatin + n.rim * (smoothStep(0.35F, 0.95F, r / outline) - 0.5F));
        if (n.spot > 0.0F) {
            const float sx = u - 0.25F;
            const float sy = v + 0.1F;
            dye += n.spot * (1.0F - smoothStep(0.08F, 0.3F, std::sqrt(sx * sx + sy * sy)));
        }
        stain.hematoxylin = mix(stain.hematoxylin, std::max(dye, 0.0F), weight);
        stain.eosin = mix(stain.eosin, n.eosin, weight);
    }

    StainField& m_field;
    float m_mpp;
    std::uint32_t m_seed;
};

/// Runs `rule(candidate, nucleus)` for every grid cell whose nucleus can touch the field and paints where it says true.
template <typename Rule>
void paintLayer(Stamp& stamp, const StainField& field, const SiteLattice& sites, float mpp, std::uint64_t seed, float pitch,
                const Rule& rule)
{
    const float reach = 10.0F;
    const int left = floorOf((static_cast<float>(field.x0) * mpp - reach) / pitch);
    const int right = floorOf((static_cast<float>(field.x0 + field.width) * mpp + reach) / pitch);
    const int top = floorOf((static_cast<float>(field.y0) * mpp - reach) / pitch);
    const int bottom = floorOf((static_cast<float>(field.y0 + field.height) * mpp + reach) / pitch);
    for (int r = top; r <= bottom; ++r) {
        for (int c = left; c <= right; ++c) {
            Candidate candidate{Random(keyOf(seed, c, r)), 0.0F, 0.0F, {}, 0.0F, 0.0F, static_cast<std::uint32_t>(seed)};
            candidate.x = (static_cast<float>(c) + static_cast<float>(candidate.random.uniform(0.08, 0.92))) * pitch;
            candidate.y = (static_cast<float>(r) + static_cast<float>(candidate.random.uniform(0.08, 0.92))) * pitch;
            candidate.site = sites.at(candidate.x / mpp, candidate.y / mpp);
            if (candidate.site.tissue < 2.5F)
                continue;
            const Site east = sites.at((candidate.x + 3.0F) / mpp, candidate.y / mpp);
            const Site south = sites.at(candidate.x / mpp, (candidate.y + 3.0F) / mpp);
            candidate.fibreAngle = std::atan2(east.across - candidate.site.across, candidate.site.across - south.across);
            candidate.glandAngle = std::atan2(south.gland - candidate.site.gland, east.gland - candidate.site.gland);
            Nucleus nucleus;
            nucleus.x = candidate.x;
            nucleus.y = candidate.y;
            if (rule(candidate, nucleus))
                stamp.paint(nucleus);
        }
    }
}

bool inLumen(const Site& site)
{
    return site.gland > epitheliumUm - 3.0F || site.vessel > vesselWallUm - 1.0F;
}

/// Fibrocytes of the stroma, flat nuclei of fat cells and vessel walls.
bool spindle(Candidate& at, Nucleus& n, std::uint32_t groundSeed)
{
    const Site& site = at.site;
    const bool strand = site.tumour > 0.0F && site.island < -3.0F;
    if ((site.tumour > 0.0F && !strand) || site.gland > -2.0F || site.vessel > vesselWallUm || site.necrosis > 0.0F)
        return false;
    const bool fat = site.fat > -8.0F && site.tumour < 0.0F;
    if (fat && fatWallDistance(at.x, at.y, groundSeed) > std::max(2.0F, 0.7F * (22.0F - site.fat) - 1.0F))
        return false;
    const bool wall = site.vessel > -1.5F;
    if (at.random.uniform() > (wall ? 0.75 : fat ? 0.5 : strand ? 0.5 : 0.13 + 0.1 * static_cast<double>(site.loose)))
        return false;
    n.longHalf = static_cast<float>(at.random.uniform(2.6, 7.4));
    n.shortHalf = static_cast<float>(at.random.uniform(0.9, 2.3));
    n.angle = at.fibreAngle + static_cast<float>(0.22 * at.random.normal());
    n.hematoxylin = static_cast<float>(at.random.uniform(0.65, 1.05));
    n.eosin = static_cast<float>(at.random.uniform(0.3, 0.5));
    n.softness = static_cast<float>(at.random.uniform(0.4, 1.2));
    n.texture = 0.35F;
    roughen(n, at.random, 0.12);
    return true;
}

/// The epithelium of glands: a crowded row at the base and a looser one above, long axis towards the lumen.
bool epithelial(Candidate& at, Nucleus& n)
{
    const float depth = at.site.gland;
    if (depth < 1.8F || depth > 11.5F || at.site.tumour > 0.0F)
        return false;
    if (at.random.uniform() > (depth < 6.5F ? 0.95 : 0.6))
        return false;
    n.longHalf = static_cast<float>(at.random.uniform(3.0, 4.3));
    n.shortHalf = static_cast<float>(at.random.uniform(2.1, 2.8));
    n.angle = at.glandAngle + static_cast<float>(0.3 * at.random.normal());
    n.hematoxylin = static_cast<float>(at.random.uniform(0.6, 0.9));
    n.eosin = static_cast<float>(at.random.uniform(0.26, 0.4));
    n.softness = static_cast<float>(at.random.uniform(0.4, 0.8));
    n.texture = 0.25F;
    n.rim = 0.25F;
    roughen(n, at.random, 0.06);
    return true;
}

/// Lymphocytes: crowded in aggregates, a few everywhere, more around tumour.
bool lymphoid(Candidate& at, Nucleus& n)
{
    const Site& site = at.site;
    if (inLumen(site) || site.necrosis > 4.0F || (site.tumour < 0.0F && site.immune < -20.0F && site.fat > -4.0F))
        return false;
    const float near = smoothStep(-75.0F, -8.0F, site.tumour) * (site.tumour < 0.0F ? 1.0F : 0.12F);
    const float patch = smoothStep(0.05F, 0.4F, noise(at.seed + 3, at.x / 110.0F, at.y / 110.0F));
    float chance = 0.012F + 0.34F * near * patch;
    if (site.tumour < 0.0F && site.gland < 0.0F)
        chance = std::max(chance, 0.9F * smoothStep(-26.0F, 9.0F, site.immune));
    if (at.random.uniform() > static_cast<double>(chance))
        return false;
    n.longHalf = static_cast<float>(at.random.uniform(2.5, 3.3));
    n.shortHalf = n.longHalf * static_cast<float>(at.random.uniform(0.85, 1.0));
    n.angle = static_cast<float>(at.random.uniform(0.0, std::numbers::pi));
    n.hematoxylin = static_cast<float>(at.random.uniform(0.8, 1.25));
    n.eosin = static_cast<float>(at.random.uniform(0.24, 0.45));
    n.softness = static_cast<float>(at.random.uniform(0.5, 1.1));
    n.texture = 0.35F;
    roughen(n, at.random, 0.09);
    return true;
}

bool malignant(Candidate& at, Nucleus& n)
{
    const Site& site = at.site;
    if (site.tumour < 1.5F || site.island < 1.5F || site.necrosis > 0.0F || at.random.uniform() > 0.93)
        return false;
    const double size = std::exp(0.24 * at.random.normal());
    n.longHalf = static_cast<float>(std::clamp(4.7 * size * at.random.uniform(0.9, 1.25), 2.8, 7.6));
    n.shortHalf = n.longHalf * static_cast<float>(at.random.uniform(0.58, 0.95));
    n.angle = static_cast<float>(at.random.uniform(0.0, std::numbers::pi));
    n.eosin = static_cast<float>(at.random.uniform(0.26, 0.46));
    n.softness = static_cast<float>(at.random.uniform(0.5, 1.3));
    roughen(n, at.random, 0.13);
    const double sort = at.random.uniform();
    if (sort < 0.02) { // a mitosis: one dark ragged plate
        n.longHalf = 4.2F;
        n.shortHalf = 1.5F;
        n.hematoxylin = 1.5F;
        roughen(n, at.random, 0.3);
    } else if (sort < 0.6) { // vesicular: clear middle, dark membrane, nucleolus
        n.hematoxylin = static_cast<float>(at.random.uniform(0.42, 0.7));
        n.texture = 0.7F;
        n.rim = 0.7F;
        n.spot = static_cast<float>(at.random.uniform(0.2, 0.7));
    } else { // hyperchromatic
        n.hematoxylin = static_cast<float>(at.random.uniform(0.65, 1.05));
        n.texture = 0.5F;
        n.rim = 0.15F;
    }
    return true;
}

/// Fragments of dead nuclei.
bool debris(Candidate& at, Nucleus& n)
{
    if (at.site.necrosis < -2.0F || at.site.tumour < 0.0F || at.random.uniform() > 0.3)
        return false;
    n.longHalf = static_cast<float>(at.random.uniform(0.7, 2.4));
    n.shortHalf = n.longHalf * static_cast<float>(at.random.uniform(0.6, 1.0));
    n.hematoxylin = static_cast<float>(at.random.uniform(0.7, 1.4));
    n.eosin = 0.4F;
    roughen(n, at.random, 0.2);
    return true;
}

bool redCell(Candidate& at, Nucleus& n)
{
    const bool inVessel = at.site.vessel > vesselWallUm + 2.0F && at.site.gland < 0.0F && at.site.tumour < 0.0F;
    const bool full = noise(at.seed + 5, at.x / 160.0F, at.y / 160.0F) > -0.1F;
    if (!inVessel || !full || at.random.uniform() > 0.85)
        return false;
    n.longHalf = static_cast<float>(at.random.uniform(2.8, 3.5));
    n.shortHalf = n.longHalf * static_cast<float>(at.random.uniform(0.75, 1.0));
    n.hematoxylin = 0.02F;
    n.eosin = static_cast<float>(at.random.uniform(0.55, 0.8));
    n.texture = 0.0F;
    return true;
}

} // namespace

void paintNuclei(StainField& field, const SiteLattice& sites, double mpp, std::uint64_t seed)
{
    const auto groundSeed = static_cast<std::uint32_t>(seed);
    Stamp stamp(field, mpp, groundSeed);
    const auto um = static_cast<float>(mpp);
    paintLayer(stamp, field, sites, um, seed + 1, 5.6F, redCell);
    paintLayer(stamp, field, sites, um, seed + 2, 11.0F, [&](Candidate& at, Nucleus& n) { return spindle(at, n, groundSeed); });
    paintLayer(stamp, field, sites, um, seed + 3, 5.4F, epithelial);
    paintLayer(stamp, field, sites, um, seed + 4, 8.8F, malignant);
    paintLayer(stamp, field, sites, um, seed + 5, 5.0F, debris);
    paintLayer(stamp, field, sites, um, seed + 6, 6.3F, lymphoid);
}

void addMeanNuclei(Stain& stain, const Site& site)
{
    float mean = 0.05F;
    if (site.tumour > 0.0F)
        mean = site.necrosis > 0.0F ? 0.1F : site.island > 0.0F ? 0.42F : 0.12F;
    else if (site.immune > 0.0F)
        mean = 0.65F;
    else if (site.gland > 0.0F && site.gland < epitheliumUm)
        mean = 0.4F;
    else if (site.fat > 0.0F || inLumen(site))
        mean = 0.01F;
    stain.hematoxylin += mean * smoothStep(-2.0F, 2.0F, site.tissue);
}

} // namespace spacrd::phantom
