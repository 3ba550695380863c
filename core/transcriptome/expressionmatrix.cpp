#include "core/transcriptome/expressionmatrix.h"

#include <cassert>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace spacrd {

void makeSymbolsUnique(std::vector<Gene>& genes)
{
    std::unordered_set<std::string> taken;
    taken.reserve(genes.size());
    for (const Gene& gene : genes)
        taken.insert(gene.symbol);
    if (taken.size() == genes.size())
        return;
    // As in anndata every symbol of the file counts as taken from the start, so an invented name never pushes away a
    // symbol that the file itself holds further down.
    std::unordered_set<std::string> seen;
    std::unordered_map<std::string, size_t> next;
    for (Gene& gene : genes) {
        if (seen.insert(gene.symbol).second)
            continue;
        size_t& number = next[gene.symbol];
        std::string candidate;
        do
            candidate = gene.symbol + "-" + std::to_string(++number);
        while (!taken.insert(candidate).second);
        gene.symbol = std::move(candidate);
    }
}

std::vector<float> geneLogExpression(const ExpressionMatrix& matrix, size_t gene)
{
    assert(gene < matrix.genes.size());
    const auto column = static_cast<Eigen::Index>(gene);
    std::vector<float> values(matrix.spots(), 0.0F);
    for (Eigen::Index row = 0; row < matrix.counts.rows(); ++row) {
        const float count = matrix.counts.coeff(row, column);
        if (count <= 0.0F)
            continue;
        double total = 0.0;
        for (CountMatrix::InnerIterator entry(matrix.counts, row); entry; ++entry)
            total += static_cast<double>(entry.value());
        values[static_cast<size_t>(row)] = static_cast<float>(std::log1p(static_cast<double>(count) / total * 1e4));
    }
    return values;
}

} // namespace spacrd
