#include "core/preprocess/genespecies.h"

#include <algorithm>
#include <array>
#include <map>

namespace spacrd {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

/// Length of the "ENS…G" and the eleven digits behind it at the start of `text`; 0 where it does not start so.
size_t lengthOfStableId(std::string_view text)
{
    constexpr size_t digits = 11;
    if (!text.starts_with("ENS"))
        return 0;
    const size_t number = static_cast<size_t>(std::find_if(text.begin(), text.end(), isDigit) - text.begin());
    const size_t length = number + digits;
    const bool gene = text[number - 1] == 'G' && length <= text.size()
                      && std::all_of(text.begin() + 3, text.begin() + static_cast<std::ptrdiff_t>(number), isCapital)
                      && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(number),
                                     text.begin() + static_cast<std::ptrdiff_t>(length), isDigit);
    return gene ? length : 0;
}

/// Empty where `text` is no Ensembl gene, with a version or without. GENCODE's "_PAR_Y" behind the version is another
/// gene: the copy on the other chromosome.
std::string stableIdIn(std::string_view text)
{
    const size_t length = lengthOfStableId(text);
    if (length == 0)
        return {};
    std::string_view rest = text.substr(length);
    if (rest.starts_with('.')) {
        const auto end = std::find_if_not(rest.begin() + 1, rest.end(), isDigit);
        if (end == rest.begin() + 1)
            return {};
        rest.remove_prefix(static_cast<size_t>(end - rest.begin()));
    }
    if (rest.empty() || rest == "_PAR_Y")
        return std::string(text.substr(0, length)).append(rest);
    return {};
}

LetterStyle styleOf(std::string_view symbol)
{
    const auto first = std::find_if(symbol.begin(), symbol.end(), [](char c) { return isCapital(c) || isSmall(c); });
    const auto rest = symbol.substr(static_cast<size_t>(first - symbol.begin()));
    const auto capitals = std::count_if(rest.begin(), rest.end(), isCapital);
    const auto smalls = std::count_if(rest.begin(), rest.end(), isSmall);
    if (capitals + smalls < 2)
        return LetterStyle::none;
    if (smalls == 0)
        return LetterStyle::capital;
    if (capitals == 0)
        return LetterStyle::small;
    return capitals == 1 && isCapital(rest.front()) ? LetterStyle::firstCapital : LetterStyle::none;
}

} // namespace

std::string stableId(const Gene& gene)
{
    std::string id = stableIdIn(gene.id);
    return id.empty() ? stableIdIn(gene.symbol) : id;
}

std::string_view speciesOfId(std::string_view stableId)
{
    return stableId.substr(0, static_cast<size_t>(std::find_if(stableId.begin(), stableId.end(), isDigit) - stableId.begin()));
}

std::string speciesOf(const std::vector<Gene>& genes)
{
    std::map<std::string, size_t, std::less<>> counted;
    for (const Gene& gene : genes) {
        const std::string id = stableId(gene);
        if (!id.empty())
            ++counted[std::string(speciesOfId(id))];
    }
    const auto most =
        std::max_element(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counted.end() ? std::string() : most->first;
}

LetterStyle letterStyleOf(const std::vector<Gene>& genes)
{
    std::array<size_t, 4> counted{};
    for (const Gene& gene : genes)
        ++counted[static_cast<size_t>(styleOf(gene.symbol))];
    for (const LetterStyle style : {LetterStyle::capital, LetterStyle::firstCapital, LetterStyle::small}) {
        if (2 * counted[static_cast<size_t>(style)] > genes.size())
            return style;
    }
    return LetterStyle::none;
}

bool likelySameSpecies(const std::vector<Gene>& one, const std::vector<Gene>& other)
{
    const std::string first = speciesOf(one);
    const std::string second = speciesOf(other);
    if (!first.empty() && !second.empty())
        return first == second;
    const LetterStyle style = letterStyleOf(one);
    return style != LetterStyle::none && style == letterStyleOf(other);
}

} // namespace spacrd
