#include "core/transcriptome/spotjoin.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/transcriptome/countrows.h"

namespace spacrd {

namespace fs = std::filesystem;

void joinSpots(SpatialSection& section, ExpressionMatrix matrix, const std::vector<Spot>& positions,
               const std::unordered_map<std::string, size_t>& spotOf, const fs::path& table)
{
    std::vector<std::optional<size_t>> spotOfRow(matrix.spots());
    for (size_t row = 0; row < matrix.spots(); ++row) {
        if (const auto found = spotOf.find(matrix.barcodes[row]); found != spotOf.end())
            spotOfRow[row] = found->second;
    }
    joinRows(section, std::move(matrix), positions, spotOfRow, table);
}

void joinRows(SpatialSection& section, ExpressionMatrix matrix, const std::vector<Spot>& positions,
              const std::vector<std::optional<size_t>>& spotOfRow, const fs::path& table)
{
    std::vector<size_t> rows;
    size_t unknown = 0;
    size_t outside = 0;
    std::string example;
    section.spots.clear();
    for (size_t row = 0; row < matrix.spots(); ++row) {
        const std::optional<size_t> spot = spotOfRow[row];
        if (!spot) {
            if (unknown++ == 0)
                example = printable(matrix.barcodes[row]);
        } else if (!positions[*spot].inTissue) {
            ++outside;
        } else {
            rows.push_back(row);
            section.spots.push_back(positions[*spot]);
            section.spots.back().barcode = matrix.barcodes[row];
        }
    }
    if (matrix.spots() == 0)
        throw Error(SPACRD_TR("core", "The matrix of counts holds no spot."), table);
    if (unknown == matrix.spots()) {
        throw Error(Text(SPACRD_TR("core", "None of the %1 spots of the matrix (\"%2\", …) has a position in this table."),
                         {toWord(unknown), example}),
                    table, SPACRD_TR("core", "check that the two belong to the same section"));
    }
    if (rows.empty()) {
        throw Error(Text(SPACRD_TR("core", "None of the %1 spots of the matrix lies in tissue."), {toWord(matrix.spots())}),
                    table);
    }
    if (unknown > 0) {
        section.warnings.emplace_back(SPACRD_TR("core", "%1 spots of the matrix have no position (\"%2\", …) and are left out."),
                                      std::vector<std::string>{toWord(unknown), example});
    }
    if (outside > 0) {
        section.warnings.emplace_back(SPACRD_TR("core", "%1 spots outside the tissue are left out."),
                                      std::vector<std::string>{toWord(outside)});
    }
    keepRows(matrix, rows);
    section.expression = std::move(matrix);
}

std::vector<FullresPoint> placesOutsideTissue(const std::vector<Spot>& positions)
{
    std::vector<FullresPoint> places;
    for (const Spot& spot : positions) {
        if (!spot.inTissue)
            places.push_back(spot.fullres);
    }
    return places;
}

} // namespace spacrd
