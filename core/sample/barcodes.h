#pragma once

#include "core/transcriptome/section.h"

#include <optional>
#include <string_view>

namespace spacrd {

struct BarcodeMatch
{
    std::optional<size_t> spot;
    size_t others = 0; ///< further spots whose barcode begins like that; 0 where one has just that barcode
};

/// The spot of a barcode, or the first whose barcode begins like `text`. Upper and lower case are the same.
BarcodeMatch findBarcode(const std::vector<Spot>& spots, std::string_view text);

} // namespace spacrd
