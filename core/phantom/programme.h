#pragma once

#include "core/phantom/spotplan.h"
#include "core/transcriptome/expressionmatrix.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace spacrd::phantom {

/// Genes that rise and fall together.
enum class Programme
{
    tumour, ///< luminal and HER2-driven epithelium of a carcinoma
    proliferation,
    epithelium,  ///< any epithelium, benign too
    benignGland, ///< basal cells, myoepithelium, milk proteins
    stroma,
    endothelium,
    immune,
    fat,
    mitochondrial,
    ribosomal,
    housekeeping,
    other,
};
inline constexpr size_t programmes = 12;

struct MarkerList
{
    Programme programme;
    const char* symbols; ///< separated by spaces
};

/// Human gene symbols by programme, the markers of the tissues first.
const std::vector<MarkerList>& markerLists();

/// What each kind of cell expresses, and how a spot's counts are drawn from it.
/// A gene and how many of its molecules were counted.
struct GeneCount
{
    std::int32_t gene = 0;
    std::int32_t count = 0;
};

class ExpressionModel
{
public:
    /// `genes` genes: the lists in turn, so that even a small panel has some of each programme, then "GENE00001", ….
    /// `batchEffect` shifts every gene by a log-normal factor of its own.
    ExpressionModel(int genes, double batchEffect, std::uint64_t seed);

    const std::vector<Gene>& genes() const { return m_genes; }
    Programme programmeOf(size_t gene) const { return m_programmes[gene]; }

    /// Counts of one spot, one a gene: negative binomial around library size × mixture of the cells' profiles.
    /// Depends on the spot's mixture and `key` alone.
    void drawCounts(const Mixture& cells, std::uint64_t key, std::vector<std::int32_t>& counts) const;

    /// The same for places that hold few molecules (a bin, a cell): `ofSpot` is their number relative to a Visium spot. One
    /// molecule after the other is drawn, so the work grows with the molecules and not with the genes; counts are Poisson.
    void drawFew(const Mixture& cells, double ofSpot, std::uint64_t key, std::vector<GeneCount>& counts) const;

private:
    std::vector<Gene> m_genes;
    std::vector<Programme> m_programmes;
    std::vector<float> m_dispersion;
    std::array<std::vector<float>, cellKinds> m_profiles; ///< each sums to 1 before the batch effect
    std::array<std::vector<double>, cellKinds> m_sums;    ///< their running sums
};

} // namespace spacrd::phantom
