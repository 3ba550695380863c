#include "core/sample/barcodes.h"

#include <algorithm>

namespace spacrd {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

BarcodeMatch findBarcode(const std::vector<Spot>& spots, std::string_view text)
{
    BarcodeMatch match;
    if (text.empty())
        return match;
    for (size_t i = 0; i < spots.size(); ++i) {
        const std::string_view barcode = spots[i].barcode;
        const bool begins =
            barcode.size() >= text.size()
            && std::equal(text.begin(), text.end(), barcode.begin(), [](char a, char b) { return lower(a) == lower(b); });
        if (!begins)
            continue;
        if (barcode.size() == text.size())
            return {i, 0};
        if (match.spot)
            ++match.others;
        else
            match.spot = i;
    }
    return match;
}

} // namespace spacrd
