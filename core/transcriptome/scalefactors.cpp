#include "core/transcriptome/scalefactors.h"

#include "core/base/error.h"
#include "core/base/table.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t largestFile = 1 << 20;
// Far beyond any microscope; what is smaller would make the µm per pixel infinite.
constexpr double leastFactor = 1e-6;
constexpr double mostFactor = 1e6;

std::optional<double> positiveNumber(const nlohmann::json& object, const char* key, const fs::path& file)
{
    const auto found = object.find(key);
    if (found == object.end())
        return std::nullopt;
    return checkedScaleFactor(found->is_number() ? found->get<double>() : 0.0, key, file);
}

} // namespace

double checkedScaleFactor(double value, const std::string& key, const fs::path& file)
{
    if (!(value > 0.0))
        throw Error(Text(SPACRD_TR("core", "The scale factor \"%1\" is not a positive number."), {key}), file);
    if (value < leastFactor || value > mostFactor) {
        throw Error(Text(SPACRD_TR("core", "The scale factor \"%1\" is %2, outside %3 to %4."),
                         {key, toWord(value), toWord(leastFactor), toWord(mostFactor)}),
                    file);
    }
    return value;
}

ScaleFactors readScaleFactors(const fs::path& file)
{
    const nlohmann::json object = nlohmann::json::parse(readText(file, largestFile), nullptr, false);
    if (!object.is_object())
        throw Error(SPACRD_TR("core", "The scale factors are not a JSON object."), file);
    ScaleFactors factors;
    factors.spotDiameterFullres = positiveNumber(object, "spot_diameter_fullres", file);
    factors.hiresScale = positiveNumber(object, "tissue_hires_scalef", file);
    factors.lowresScale = positiveNumber(object, "tissue_lowres_scalef", file);
    factors.binSizeUm = positiveNumber(object, "bin_size_um", file);
    factors.micronsPerPixel = positiveNumber(object, "microns_per_pixel", file);
    return factors;
}

} // namespace spacrd
