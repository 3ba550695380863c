#pragma once

#include "core/base/text.h"
#include "core/transcriptome/expressionmatrix.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spacrd {

/// The genes a model reads.
struct PanelGenes
{
    std::vector<Gene> universe; ///< those over which a spot's library size is taken (spec §2.2)
    std::vector<Gene> genes;    ///< those that go into the network, in its order; each is one of the universe's
};

/// By what a gene was recognised.
enum class MatchedBy
{
    nothing,
    id,        ///< the same Ensembl gene; the version behind the point is not looked at
    symbol,    ///< the same symbol
    letterCase ///< the same symbol but for capital and small letters
};

/// Where a wanted gene is among those of a section.
struct GeneMatch
{
    std::int32_t column = -1; ///< of the section's matrix; −1: it is not there
    MatchedBy by = MatchedBy::nothing;
};

/// How the genes of a panel were found in a section.
struct GeneReport
{
    size_t wanted = 0;
    size_t byId = 0;
    size_t bySymbol = 0;
    size_t byLetterCase = 0;
    std::vector<std::string> missing; ///< symbols, in the panel's order

    size_t found() const { return byId + bySymbol + byLetterCase; }

    friend bool operator==(const GeneReport&, const GeneReport&) = default;
};

/// `symbols` as genes, with their Ensembl ids where `ids` has as many ("" where one is not known).
std::vector<Gene> genesOf(const std::vector<std::string>& symbols, const std::vector<std::string>& ids = {});

/// Finds each wanted gene among those of a section. First by Ensembl id, since symbols change from one annotation to the next and
/// an id does not; then by the symbol as it stands, also when the ids differ (a gene gets a new id when it is moved in the
/// assembly); then by the symbol whatever its letters' case ("C1ORF112" is "C1orf112"). No column is given to two genes. An
/// id, or a symbol without regard to case, that is there twice on either side names nothing.
///
/// Two species share symbols but for the case ("TP53" is human, "Trp53" and "Tp53" are rodents', "tp53" is zebrafish's), so the
/// case is overlooked only where both sides have the same species by their Ensembl ids, or where these are not known write most
/// of their symbols the same way; and a symbol never joins ids of two species.
std::vector<GeneMatch> matchGenes(const std::vector<Gene>& wanted, const std::vector<Gene>& present);

/// Where each of the panel's genes is in its universe, by the symbols.
std::vector<GeneMatch> placesOf(const PanelGenes& panel);

/// `universe` as from matchGenes(panel.universe, …); a gene of the panel that its universe lacks is missing.
GeneReport reportOf(const PanelGenes& panel, const std::vector<GeneMatch>& universe);

/// Throws Error naming what does not fit when fewer than a tenth of the model's genes are there. A missing gene counts as not
/// expressed. Of breast-st's sections left out, with a random part of all genes kept, the AUC of F1 is 0.93 with all, 0.82 to
/// 0.87 with a half, 0.72 to 0.83 with a fifth, 0.60 to 0.70 with a tenth and no worse below: what is left is no longer the
/// model's; that of C1 lies anywhere from 0.53 to 0.88 with a tenth. Less than a half gets a warning (familiarity.h). `section`
/// is named in the message.
void requireEnoughGenes(const GeneReport& report, const PanelGenes& panel, const std::vector<Gene>& present,
                        const std::filesystem::path& section);

/// How many of the model's genes are in the sample and by what they were found; where some are missing, the first of them.
Text genesSentence(const GeneReport& report);

} // namespace spacrd
