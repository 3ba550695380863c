#include "core/exchange/results.h"

#include <fmt/format.h>

#include <iterator>

namespace spacrd {

namespace {

/// A cell of a comma-separated table (RFC 4180): in quotes where it holds a comma, a quote or a line break.
std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

} // namespace

std::string scoresCsv(const Result& result)
{
    std::string csv = "barcode,x,y,score,probability,class\n";
    const std::vector<Spot>& spots = result.sample->spots();
    for (size_t s = 0; s < spots.size(); ++s) {
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{}\n", cell(spots[s].barcode), spots[s].fullres.x,
                       spots[s].fullres.y, result.detection.score[s], result.detection.probability[s],
                       result.decision.classes[s]);
    }
    return csv;
}

std::string attentionCsv(const Result& result)
{
    std::string csv = "barcode,neighbour,histology_to_gene,gene_to_histology\n";
    const std::vector<Spot>& spots = result.sample->spots();
    const Detection& detection = result.detection;
    const auto rows = static_cast<size_t>(detection.histologyToGene.rows());
    for (size_t s = 0; s < rows; ++s) {
        const std::int32_t* neighbours = detection.neighbours.row(s);
        for (int k = 0; k < detection.neighbours.k; ++k) {
            const auto row = static_cast<Eigen::Index>(s);
            fmt::format_to(std::back_inserter(csv), "{},{},{},{}\n", cell(spots[s].barcode),
                           cell(spots[static_cast<size_t>(neighbours[k])].barcode), detection.histologyToGene(row, k),
                           detection.geneToHistology(row, k));
        }
    }
    return csv;
}

} // namespace spacrd
