#include "core/phantom/programme.h"

#include "core/phantom/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace spacrd::phantom {

namespace {

constexpr double medianLibrary = 7000.0; ///< molecules of a spot full of tumour
constexpr double librarySpread = 0.4;    ///< of the logarithm

/// RNA of a disc full of these cells, relative to tumour.
constexpr std::array<double, cellKinds> rnaContent = {0.55, 0.2, 0.8, 0.95, 1.0, 0.75, 0.8};

/// Factor on a programme's genes in a kind of cells. Columns in the order of Programme.
constexpr std::array<std::array<double, programmes>, cellKinds> activity = {{
    // tumour prolif epithel benign stroma endoth immune fat   mito  ribo  house other
    {0.12, 0.15, 0.10, 0.15, 4.00, 1.50, 0.35, 0.30, 0.8, 0.9, 0.9, 1.0}, // stroma
    {0.10, 0.10, 0.06, 0.10, 0.60, 0.90, 0.20, 9.00, 0.9, 0.6, 0.8, 1.0}, // fat
    {0.35, 0.30, 2.00, 4.00, 0.90, 0.60, 0.35, 0.15, 1.0, 1.0, 1.0, 1.0}, // gland
    {0.12, 0.80, 0.10, 0.10, 0.40, 0.50, 5.00, 0.10, 0.7, 1.2, 1.0, 1.0}, // immune
    {3.50, 2.40, 2.60, 0.30, 0.55, 0.30, 0.40, 0.08, 1.4, 1.3, 1.1, 1.0}, // tumour
    {0.55, 0.40, 0.80, 0.70, 2.00, 0.80, 0.50, 0.25, 0.9, 1.0, 1.0, 1.0}, // quiet tumour
    {0.60, 1.70, 2.20, 1.60, 1.60, 0.80, 0.60, 0.20, 1.0, 1.0, 1.0, 1.0}, // growing benign
}};

/// Mean of a gene relative to the others, before its own log-normal factor.
double levelOf(Programme programme)
{
    switch (programme) {
    case Programme::mitochondrial:
        return 60.0;
    case Programme::ribosomal:
        return 9.0;
    case Programme::housekeeping:
        return 5.0;
    case Programme::proliferation:
        return 0.9;
    case Programme::other:
        return 0.35;
    default:
        return 2.0;
    }
}

std::vector<std::string> words(const char* line)
{
    std::istringstream in(line);
    std::vector<std::string> result;
    for (std::string word; in >> word;)
        result.push_back(word);
    return result;
}

} // namespace

ExpressionModel::ExpressionModel(int genes, double batchEffect, std::uint64_t seed)
{
    std::vector<std::vector<std::string>> lists;
    size_t longest = 0;
    for (const MarkerList& list : markerLists()) {
        lists.push_back(words(list.symbols));
        longest = std::max(longest, lists.back().size());
    }
    const auto wanted = static_cast<size_t>(genes);
    const auto add = [&](std::string symbol, Programme programme) {
        if (m_genes.size() >= wanted)
            return;
        // Ensembl numbers its genes from 00000000001; these ids can be taken for no real gene's.
        m_genes.push_back({std::move(symbol), fmt::format("ENSG9{:010}", m_genes.size() + 1)});
        m_programmes.push_back(programme);
    };
    for (size_t i = 0; i < longest; ++i) {
        for (size_t l = 0; l < lists.size(); ++l) {
            if (i < lists[l].size())
                add(lists[l][i], markerLists()[l].programme);
        }
    }
    for (int i = 1; m_genes.size() < wanted; ++i)
        add(fmt::format("GENE{:05}", i), Programme::other);

    std::vector<double> shift(wanted);
    for (std::vector<float>& profile : m_profiles)
        profile.resize(wanted);
    std::array<double, cellKinds> sums{};
    for (size_t g = 0; g < wanted; ++g) {
        // What the gene is like is nature's, the same in every section; the batch is the section's own.
        Random nature(keyOf(0x6e61747572650000ULL, static_cast<std::int64_t>(g)));
        Random batch(keyOf(seed ^ 0xba7c4ULL, static_cast<std::int64_t>(g)));
        const double level = levelOf(m_programmes[g]) * std::exp(0.8 * nature.normal());
        m_dispersion.push_back(static_cast<float>(nature.uniform(0.1, 0.6)));
        shift[g] = std::exp(0.7 * batchEffect * batch.normal());
        for (size_t k = 0; k < cellKinds; ++k) {
            const double mean = level * std::pow(activity[k][static_cast<size_t>(m_programmes[g])], nature.uniform(0.6, 1.25));
            m_profiles[k][g] = static_cast<float>(mean);
            sums[k] += mean;
        }
    }
    for (size_t k = 0; k < cellKinds; ++k) {
        for (size_t g = 0; g < wanted; ++g)
            m_profiles[k][g] = static_cast<float>(static_cast<double>(m_profiles[k][g]) * shift[g] / sums[k]);
        double sum = 0.0;
        for (const float share : m_profiles[k])
            m_sums[k].push_back(sum += static_cast<double>(share));
    }
}

void ExpressionModel::drawCounts(const Mixture& cells, std::uint64_t key, std::vector<std::int32_t>& counts) const
{
    Random random(key);
    const double library = medianLibrary * std::exp(librarySpread * random.normal());
    counts.resize(m_genes.size());
    for (size_t g = 0; g < m_genes.size(); ++g) {
        double mean = 0.0;
        for (size_t k = 0; k < cellKinds; ++k)
            mean += cells[k] * rnaContent[k] * static_cast<double>(m_profiles[k][g]);
        counts[g] = static_cast<std::int32_t>(random.negativeBinomial(library * mean, static_cast<double>(m_dispersion[g])));
    }
}

void ExpressionModel::drawFew(const Mixture& cells, double ofSpot, std::uint64_t key, std::vector<GeneCount>& counts) const
{
    Random random(key);
    const double library = ofSpot * medianLibrary * std::exp(librarySpread * random.normal());
    std::vector<std::int32_t> genes;
    for (size_t k = 0; k < cellKinds; ++k) {
        const std::int64_t molecules = random.poisson(library * cells[k] * rnaContent[k] * m_sums[k].back());
        for (std::int64_t i = 0; i < molecules; ++i) {
            const auto at = std::upper_bound(m_sums[k].begin(), m_sums[k].end(), random.uniform() * m_sums[k].back());
            genes.push_back(
                static_cast<std::int32_t>(std::min<std::ptrdiff_t>(at - m_sums[k].begin(), std::ssize(m_sums[k]) - 1)));
        }
    }
    std::sort(genes.begin(), genes.end());
    counts.clear();
    for (const std::int32_t gene : genes) {
        if (counts.empty() || counts.back().gene != gene)
            counts.push_back({gene, 0});
        ++counts.back().count;
    }
}

} // namespace spacrd::phantom
