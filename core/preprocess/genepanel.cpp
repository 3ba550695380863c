#include "core/preprocess/genepanel.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/preprocess/genespecies.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace spacrd {

namespace {

constexpr std::int32_t twice = -2;
constexpr double fewestGenes = 0.1;

/// Names to indices; a name that is there twice names nothing.
class UniqueNames
{
public:
    void add(std::string name, size_t index)
    {
        const auto [entry, isNew] = m_indices.emplace(std::move(name), static_cast<std::int32_t>(index));
        if (!isNew)
            entry->second = twice;
    }

    /// −1 where the name is not there, or twice.
    std::int32_t find(const std::string& name) const
    {
        const auto found = m_indices.find(name);
        return found == m_indices.end() || found->second == twice ? -1 : found->second;
    }

private:
    std::unordered_map<std::string, std::int32_t> m_indices;
};

std::string folded(std::string symbol)
{
    for (char& c : symbol)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return symbol;
}

std::vector<std::string> stableIdsOf(const std::vector<Gene>& genes)
{
    std::vector<std::string> ids;
    ids.reserve(genes.size());
    for (const Gene& gene : genes)
        ids.push_back(stableId(gene));
    return ids;
}

/// The matches as they grow, one way of naming genes after the other.
class Matcher
{
public:
    Matcher(const std::vector<Gene>& wanted, const std::vector<Gene>& present)
        : m_wanted(wanted)
        , m_present(present)
        , m_wantedIds(stableIdsOf(wanted))
        , m_presentIds(stableIdsOf(present))
        , m_matches(wanted.size())
        , m_taken(present.size(), 0)
    {}

    void matchIds()
    {
        matchBy(
            MatchedBy::id, [this](size_t i) { return m_wantedIds[i]; }, [this](size_t i) { return m_presentIds[i]; });
    }

    void matchSymbols()
    {
        matchBy(
            MatchedBy::symbol, [this](size_t i) { return m_wanted[i].symbol; }, [this](size_t i) { return m_present[i].symbol; });
    }

    void matchLetters()
    {
        matchBy(
            MatchedBy::letterCase, [this](size_t i) { return folded(m_wanted[i].symbol); },
            [this](size_t i) { return folded(m_present[i].symbol); });
    }

    std::vector<GeneMatch> take() { return std::move(m_matches); }

private:
    template <typename WantedName, typename PresentName>
    void matchBy(MatchedBy way, const WantedName& wantedName, const PresentName& presentName)
    {
        UniqueNames wanted;
        UniqueNames present;
        for (size_t i = 0; i < m_wanted.size(); ++i)
            wanted.add(wantedName(i), i);
        for (size_t i = 0; i < m_present.size(); ++i)
            present.add(presentName(i), i);
        for (size_t i = 0; i < m_wanted.size(); ++i) {
            const std::string name = wantedName(i);
            if (name.empty() || m_matches[i].by != MatchedBy::nothing || wanted.find(name) < 0)
                continue;
            const std::int32_t column = present.find(name);
            if (column < 0 || m_taken[static_cast<size_t>(column)] || ofTwoSpecies(i, static_cast<size_t>(column)))
                continue;
            m_matches[i] = {column, way};
            m_taken[static_cast<size_t>(column)] = 1;
        }
    }

    bool ofTwoSpecies(size_t wanted, size_t column) const
    {
        const std::string_view one = speciesOfId(m_wantedIds[wanted]);
        const std::string_view other = speciesOfId(m_presentIds[column]);
        return !one.empty() && !other.empty() && one != other;
    }

    const std::vector<Gene>& m_wanted;
    const std::vector<Gene>& m_present;
    std::vector<std::string> m_wantedIds;
    std::vector<std::string> m_presentIds;
    std::vector<GeneMatch> m_matches;
    std::vector<char> m_taken;
};

/// What to do about it, as far as the names tell.
Text hintFor(const std::vector<Gene>& wanted, const std::vector<Gene>& present)
{
    const std::string modelSpecies = speciesOf(wanted);
    const std::string sampleSpecies = speciesOf(present);
    if (!modelSpecies.empty() && !sampleSpecies.empty() && modelSpecies != sampleSpecies) {
        return Text(
            SPACRD_TR("core", "the model's Ensembl ids begin with %1, the sample's with %2; use a model of the same species"),
            {modelSpecies, sampleSpecies});
    }
    if (!likelySameSpecies(wanted, present) && !wanted.empty() && !present.empty()) {
        return Text(SPACRD_TR("core", "the model names genes like \"%1\", the sample like \"%2\"; it needs a sample of the same "
                                      "species with genes named by symbol or Ensembl id"),
                    {printable(wanted.front().symbol), printable(present.front().symbol)});
    }
    return SPACRD_TR("core", "the sample measures other genes; use a model trained on a panel like its own");
}

} // namespace

std::vector<Gene> genesOf(const std::vector<std::string>& symbols, const std::vector<std::string>& ids)
{
    std::vector<Gene> genes;
    genes.reserve(symbols.size());
    for (size_t i = 0; i < symbols.size(); ++i)
        genes.push_back({symbols[i], ids.size() == symbols.size() ? ids[i] : std::string()});
    return genes;
}

std::vector<GeneMatch> matchGenes(const std::vector<Gene>& wanted, const std::vector<Gene>& present)
{
    Matcher matcher(wanted, present);
    matcher.matchIds();
    matcher.matchSymbols();
    if (likelySameSpecies(wanted, present))
        matcher.matchLetters();
    return matcher.take();
}

std::vector<GeneMatch> placesOf(const PanelGenes& panel)
{
    std::unordered_map<std::string_view, size_t> places;
    for (size_t i = 0; i < panel.universe.size(); ++i)
        places.emplace(panel.universe[i].symbol, i);
    std::vector<GeneMatch> matches;
    for (const Gene& gene : panel.genes) {
        const auto place = places.find(gene.symbol);
        matches.push_back(place == places.end() ? GeneMatch{}
                                                : GeneMatch{static_cast<std::int32_t>(place->second), MatchedBy::symbol});
    }
    return matches;
}

GeneReport reportOf(const PanelGenes& panel, const std::vector<GeneMatch>& universe)
{
    GeneReport report;
    report.wanted = panel.genes.size();
    const std::vector<GeneMatch> places = placesOf(panel);
    for (size_t i = 0; i < places.size(); ++i) {
        const MatchedBy by = places[i].column < 0 ? MatchedBy::nothing : universe[static_cast<size_t>(places[i].column)].by;
        report.byId += by == MatchedBy::id;
        report.bySymbol += by == MatchedBy::symbol;
        report.byLetterCase += by == MatchedBy::letterCase;
        if (by == MatchedBy::nothing)
            report.missing.push_back(panel.genes[i].symbol);
    }
    return report;
}

void requireEnoughGenes(const GeneReport& report, const PanelGenes& panel, const std::vector<Gene>& present,
                        const std::filesystem::path& section)
{
    if (static_cast<double>(report.found()) >= fewestGenes * static_cast<double>(report.wanted) && report.found() > 0)
        return;
    throw Error(Text(SPACRD_TR("core", "Only %1 of the model's %2 genes are in the sample; below %3 % a result means nothing."),
                     {toWord(report.found()), toWord(report.wanted), toWord(std::lround(100.0 * fewestGenes))}),
                section, hintFor(panel.genes, present));
}

Text genesSentence(const GeneReport& report)
{
    constexpr size_t most = 8;
    const std::string byId = toWord(report.byId);
    const std::string bySymbol = toWord(report.bySymbol + report.byLetterCase);
    if (report.missing.empty()) {
        return {SPACRD_TR("core", "All %1 genes of the model are in the sample: %2 found by Ensembl id, %3 by symbol."),
                {toWord(report.wanted), byId, bySymbol}};
    }
    std::string list;
    for (size_t i = 0; i < std::min(most, report.missing.size()); ++i)
        list += (i == 0 ? "" : ", ") + printable(report.missing[i]);
    if (report.missing.size() > most)
        list += ", …";
    return {SPACRD_TR("core", "%1 of the model's %2 genes are not in the sample and count as not expressed: %3. Of the others "
                              "%4 were found by Ensembl id, %5 by symbol."),
            {toWord(report.missing.size()), toWord(report.wanted), list, byId, bySymbol}};
}

} // namespace spacrd
