#include "core/transcriptome/heimage.h"

#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/textfile.h"
#include "core/transcriptome/cells.h"
#include "core/transcriptome/filenames.h"

#include <array>
#include <vector>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t side = 3; // of the matrix

fs::path firstOf(const fs::path& folder, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const fs::path found = oneOf(filesNamed(folder, name), name); !found.empty())
            return found;
    }
    return {};
}

HeImage heImageIn(const fs::path& folder)
{
    return {firstOf(folder, {"he_image.ome.tif", "he_image.ome.tiff", "he_image.tif", "he_image.tiff"}),
            firstOf(folder, {"he_imagealignment.csv", "he_image_alignment.csv"})};
}

} // namespace

HeImage findHeImage(const fs::path& folder)
{
    const HeImage inside = heImageIn(folder);
    if (!inside.image.empty() || !inside.alignment.empty())
        return inside;
    return heImageIn(fs::absolute(folder / "..").lexically_normal());
}

Affine<frame::Fullres, frame::Level0> readHeAlignment(const fs::path& file, const Task& task)
{
    checkReadableFile(file);
    std::vector<double> matrix;
    readTable(file, task, [&](const std::vector<std::string_view>& row, long line) {
        if (row.size() != side || matrix.size() == side * side) {
            throw Error(
                Text(SPACRD_TR("core", "Line %1 of the alignment is not one of three rows of three numbers."), {toWord(line)}),
                file, SPACRD_TR("core", "export it from Xenium Explorer again, or leave it out"));
        }
        for (const std::string_view cell : row)
            matrix.push_back(numberIn(cell, "alignment", line, file));
        return true;
    });
    const bool whole = matrix.size() == side * side && matrix[6] == 0.0 && matrix[7] == 0.0 && matrix[8] == 1.0;
    const auto toFullres =
        whole ? Affine<frame::Level0, frame::Fullres>::of({matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]})
              : std::nullopt;
    if (!toFullres) {
        throw Error(SPACRD_TR("core", "The alignment of the H&E image is not an affine matrix (three rows, the last 0, 0, 1)."),
                    file, SPACRD_TR("core", "export it from Xenium Explorer again, or leave it out"));
    }
    return toFullres->inverse();
}

} // namespace spacrd
