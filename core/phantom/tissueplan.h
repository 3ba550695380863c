#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <vector>

namespace spacrd::phantom {

/// What a pathologist would call a place.
enum class Tissue
{
    glass,
    stroma,
    fat,
    gland,  ///< benign lobules and ducts
    immune, ///< dense lymphocytes
    tumour,
};
const char* tissueName(Tissue tissue);

/// Where a tumour nest can be seen. Nests that only one kind of data shows are why a model needs both.
enum class NestKind
{
    both,
    imageOnly, ///< looks like tumour, expresses almost normally
    geneOnly,  ///< looks like the tissue around it, expresses the tumour's programme
};

struct Nest
{
    bool exists = false;
    double x = 0.0; ///< µm
    double y = 0.0;
    double radius = 0.0; ///< µm, before the plan's scaling to the wanted tumour fraction
    NestKind kind = NestKind::both;
};

struct Region
{
    Tissue tissue = Tissue::glass;
    NestKind nest = NestKind::both; ///< means something in tumour only
    bool proliferating = false;     ///< benign, but expresses growth and epithelial genes: what misleads a gene-only model
};

/// The fields that a picture is painted from at one place. All are continuous, so that they may be interpolated, and
/// those named for a thing are distances in µm to its border, positive inside.
struct Site
{
    float tissue = 0.0F;
    float tumour = 0.0F; ///< nests that the image shows
    float island = 0.0F; ///< tumour cells; negative in the strands of stroma between them
    float necrosis = 0.0F;
    float fat = 0.0F;
    float gland = 0.0F;
    float vessel = 0.0F;
    float immune = 0.0F;
    float across = 0.0F; ///< µm across the fibres of the stroma: they run along its level lines
    float along = 0.0F;  ///< µm along them
    float loose = 0.0F;  ///< 0 dense … 1 loose stroma (unit-less)
};

/// The layout of one section: a function of place (µm from the picture's corner) and seed alone, so that a picture of any
/// size is evaluated piece by piece, in any order, by any number of threads. Immutable; thread-safe.
class TissuePlan
{
public:
    /// Width and height in µm; the tumour covers `tumourFraction` of the tissue's area.
    TissuePlan(double width, double height, double tumourFraction, std::uint64_t seed);

    double width() const { return m_width; }
    double height() const { return m_height; }
    const std::vector<Nest>& nests() const { return m_nests; }

    Region region(Point um) const;
    Site site(Point um) const;

    /// µm inside the border of the tumour of one kind (and of the tissue); negative outside. Its zero line is the truth.
    double tumourDepth(Point um, NestKind kind) const;

private:
    struct Warped
    {
        float x, y;   ///< moved far: outlines that are irregular at the size of a nest
        float fx, fy; ///< moved little: ragged borders
    };
    struct NestDepths
    {
        float both, imageOnly, geneOnly;
    };

    Warped warped(Point um) const;
    float tissueDepth(Point um, const Warped& at) const;
    float nestLevel(const Warped& at) const;
    NestDepths nestDepths(const Warped& at) const;
    float fatDepth(const Warped& at, float lobule, float gland) const;
    float glandDepth(const Warped& at, float lobule) const;
    float lobuleDepth(const Warped& at) const;
    float immuneDepth(const Warped& at) const;
    float vesselDepth(const Warped& at) const;
    void placeNests();
    void scaleNests(double tumourFraction);
    template <typename Visit>
    void forNestsNear(const Warped& at, const Visit& visit) const;

    double m_width;
    double m_height;
    std::uint64_t m_seed;
    std::uint32_t m_noise; ///< seed of the noises
    float m_scale;         ///< how large nests, lobules and follicles are: 1 in a picture of 3 mm
    float m_nestPitch;     ///< µm
    int m_nestColumns = 0;
    int m_nestRows = 0;
    float m_nestScale = 0.0F;  ///< factor on the nests' radii; 0 = no tumour
    std::vector<Nest> m_nests; ///< one per cell of a grid of m_nestPitch
};

} // namespace spacrd::phantom
