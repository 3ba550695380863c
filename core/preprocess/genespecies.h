#pragma once

#include "core/transcriptome/expressionmatrix.h"

#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

/// The Ensembl id of a gene without its version: "ENSG00000141510" of "ENSG00000141510.17". It is also found where a file has it
/// as the symbol. Empty for anything that is no Ensembl gene.
std::string stableId(const Gene& gene);

/// What is before the number of a stableId(): "ENSG" is human, "ENSMUSG" mouse, "ENSRNOG" rat. Empty for an empty id.
std::string_view speciesOfId(std::string_view stableId);

/// The species most of the genes that have an Ensembl id are of; empty where none has one.
std::string speciesOf(const std::vector<Gene>& genes);

/// How most of the symbols are written, which tells humans ("TP53") from rodents ("Trp53") and fish ("tp53").
enum class LetterStyle
{
    none, ///< no style has more than half of the symbols
    capital,
    firstCapital,
    small
};

LetterStyle letterStyleOf(const std::vector<Gene>& genes);

/// Whether symbols of the two may be compared without regard to case: the same species by their Ensembl ids, or, where one
/// side has none, by the style of most of their symbols.
bool likelySameSpecies(const std::vector<Gene>& one, const std::vector<Gene>& other);

} // namespace spacrd
