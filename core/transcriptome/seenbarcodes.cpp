#include "core/transcriptome/seenbarcodes.h"

#include "core/base/error.h"
#include "core/base/printable.h"

namespace spacrd {

SeenBarcodes::SeenBarcodes(std::filesystem::path file)
    : m_file(std::move(file))
{}

void SeenBarcodes::add(std::string_view barcode, long line)
{
    if (barcode.empty())
        throw Error(Text(SPACRD_TR("core", "Line %1: the barcode is empty."), {toWord(line)}), m_file);
    if (!m_seen.emplace(barcode).second) {
        throw Error(Text(SPACRD_TR("core", "Line %1: the barcode \"%2\" appears twice."), {toWord(line), printable(barcode)}),
                    m_file);
    }
}

} // namespace spacrd
