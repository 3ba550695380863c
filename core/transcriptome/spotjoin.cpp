#include "core/transcriptome/spotjoin.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/transcriptome/countrows.h"

#include <algorithm>
#include <utility>

namespace spacrd {

namespace fs = std::filesystem;

void joinSpots(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions,
               const std::unordered_map<std::string, size_t>& spotOf, const fs::path& table)
{
    std::vector<std::optional<size_t>> spotOfRow(matrix.spots());
    for (size_t row = 0; row < matrix.spots(); ++row) {
        if (const auto found = spotOf.find(matrix.barcodes[row]); found != spotOf.end())
            spotOfRow[row] = found->second;
    }
    joinRows(section, std::move(matrix), positions, spotOfRow, table);
}

namespace {

/// The position of every barcode: found by walking along both lists as long as they agree, else by a map.
std::vector<std::optional<size_t>> spotsOfRows(const std::vector<std::string>& barcodes, const std::vector<Spot>& positions)
{
    std::vector<std::optional<size_t>> spotOfRow(barcodes.size());
    size_t row = 0;
    for (size_t next = 0; row < barcodes.size() && next < positions.size(); ++next) {
        if (positions[next].barcode == barcodes[row])
            spotOfRow[row++] = next;
    }
    if (row == barcodes.size())
        return spotOfRow;
    std::unordered_map<std::string_view, size_t> spotOf;
    spotOf.reserve(positions.size());
    for (size_t i = 0; i < positions.size(); ++i)
        spotOf.emplace(positions[i].barcode, i);
    for (; row < barcodes.size(); ++row) {
        if (const auto found = spotOf.find(barcodes[row]); found != spotOf.end())
            spotOfRow[row] = found->second;
    }
    return spotOfRow;
}

struct RowCount
{
    size_t all;
    size_t unknown; ///< without a position
    size_t outside; ///< with one outside the tissue
};

/// True when matrix and positions hardly are of one section. A raw matrix has many spots outside the tissue, but then it has all
/// that the table has.
bool areOfTwoSections(const RowCount& rows, const std::vector<Spot>& positions)
{
    constexpr double few = 0.1;
    constexpr size_t leastRows = 20; // of fewer nothing can be told
    const auto areMany = [](size_t part, size_t whole) { return static_cast<double>(part) > few * static_cast<double>(whole); };
    const bool isRaw = rows.all >= positions.size() || !areMany(positions.size() - rows.all, positions.size());
    return rows.all >= leastRows && (areMany(rows.unknown, rows.all) || (areMany(rows.outside, rows.all) && !isRaw));
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

/// Moves the spots of the rows out of `positions`; the others stay there.
std::vector<Spot> takeSpots(std::vector<Spot>& positions, const std::vector<std::optional<size_t>>& spotOfRow,
                            const std::vector<size_t>& rows)
{
    bool all = rows.size() == positions.size();
    for (size_t i = 0; i < rows.size() && all; ++i)
        all = spotOfRow[rows[i]] == i;
    if (all)
        return std::exchange(positions, {});
    std::vector<Spot> spots;
    spots.reserve(rows.size());
    std::vector<bool> taken(positions.size(), false);
    for (const size_t row : rows) {
        spots.push_back(std::move(positions[*spotOfRow[row]]));
        taken[*spotOfRow[row]] = true;
    }
    size_t left = 0;
    for (size_t i = 0; i < positions.size(); ++i) {
        if (taken[i])
            continue;
        if (left < i)
            positions[left] = std::move(positions[i]);
        ++left;
    }
    positions.resize(left);
    positions.shrink_to_fit();
    return spots;
}

} // namespace

void joinByBarcode(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions, const fs::path& table)
{
    const std::vector<std::optional<size_t>> spotOfRow = spotsOfRows(matrix.barcodes, positions);
    joinRows(section, std::move(matrix), positions, spotOfRow, table);
}

void joinRows(SpatialSection& section, ExpressionMatrix matrix, std::vector<Spot>& positions,
              const std::vector<std::optional<size_t>>& spotOfRow, const fs::path& table)
{
    std::vector<size_t> rows;
    size_t unknown = 0;
    size_t outside = 0;
    std::string example;
    rows.reserve(matrix.spots());
    for (size_t row = 0; row < matrix.spots(); ++row) {
        const std::optional<size_t> spot = spotOfRow[row];
        if (!spot) {
            if (unknown++ == 0)
                example = printable(matrix.barcodes[row]);
        } else if (!positions[*spot].inTissue) {
            ++outside;
        } else {
            rows.push_back(row);
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
    if (areOfTwoSections({matrix.spots(), unknown, outside}, positions)) {
        section.doubt(Text(SPACRD_TR("core", "Of %1 spots of the matrix only %2 have a position in tissue; check that matrix and "
                                             "positions are of the same section."),
                           {toWord(matrix.spots()), toWord(rows.size())}));
    }
    if (unknown > 0) {
        section.warnings.emplace_back(SPACRD_TR("core", "%1 spots of the matrix have no position (\"%2\", …) and are left out."),
                                      std::vector<std::string>{toWord(unknown), example});
    }
    if (outside > 0) {
        section.warnings.emplace_back(SPACRD_TR("core", "%1 spots outside the tissue are left out."),
                                      std::vector<std::string>{toWord(outside)});
    }
    section.outsideTissue = placesOutsideTissue(positions);
    section.spots = takeSpots(positions, spotOfRow, rows);
    keepRows(matrix, rows);
    for (size_t row = 0; row < matrix.spots(); ++row) {
        if (section.spots[row].barcode != matrix.barcodes[row]) // the table knows it by another name
            section.spots[row].barcode = matrix.barcodes[row];
    }
    section.expression = std::move(matrix);
}

} // namespace spacrd
