#include "core/slide/ometiff.h"

#include "core/base/table.h"
#include "core/slide/narrowlevels.h"
#include "core/slide/plausible.h"
#include "core/slide/tifffields.h"

#include <cstring>
#include <memory>
#include <string>

#include <glib.h>

namespace spacrd {

namespace {

/// What the first Pixels element says of one axis.
struct PixelSize
{
    std::string attribute;
    bool isOme = false;
    bool seen = false;
    std::string value;
    std::string unit = "µm";
};

void onStart(GMarkupParseContext*, const gchar* element, const gchar** names, const gchar** values, gpointer data, GError**)
{
    auto& size = *static_cast<PixelSize*>(data);
    const gchar* const colon = std::strrchr(element, ':');
    const std::string_view name = colon ? colon + 1 : element;
    size.isOme = size.isOme || name == "OME";
    if (size.seen || name != "Pixels")
        return;
    size.seen = true;
    for (; *names; ++names, ++values) {
        if (*names == size.attribute)
            size.value = *values;
        else if (*names == size.attribute + "Unit")
            size.unit = *values;
    }
}

double micrometresOf(std::string_view unit)
{
    if (unit == "\u00b5m" || unit == "\u03bcm") // the micro sign, or the Greek letter
        return 1.0;
    return unit == "nm" ? 1e-3 : unit == "mm" ? 1e3 : unit == "cm" ? 1e4 : 0.0;
}

} // namespace

bool hasLevelsInSubDirectories(const std::filesystem::path& path)
{
    keepTiffQuiet();
    const TiffFile tiff = openTiff(path);
    std::uint16_t count = 0;
    std::uint64_t* offsets = nullptr;
    return tiff && TIFFGetField(tiff.get(), TIFFTAG_SUBIFD, &count, &offsets) != 0 && count > 0;
}

std::optional<double> mppOfOmeXml(std::string_view description, char axis)
{
    constexpr size_t longest = 1 << 26;
    const size_t start = description.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || description[start] != '<' || description.size() > longest)
        return std::nullopt;
    PixelSize size;
    size.attribute = std::string("PhysicalSize") + axis;
    const GMarkupParser parser{onStart, nullptr, nullptr, nullptr, nullptr};
    const std::unique_ptr<GMarkupParseContext, void (*)(GMarkupParseContext*)> context(
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &size, nullptr), g_markup_parse_context_free);
    // Some writers put a NUL or a note behind the XML: what comes before an error has been read.
    g_markup_parse_context_parse(context.get(), description.data(), static_cast<gssize>(description.size()), nullptr);
    const std::optional<double> value = size.isOme ? toDouble(size.value) : std::nullopt;
    return value ? plausibleMpp(*value * micrometresOf(size.unit)) : std::nullopt;
}

} // namespace spacrd
