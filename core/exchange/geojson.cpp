#include "core/exchange/results.h"

#include "core/base/sha256.h"
#include "core/exchange/json.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace spacrd {

namespace {

/// Two decimals, without trailing zeros and without a minus before zero.
std::string coordinate(double value)
{
    return fmt::format("{}", std::round(value * 100.0) / 100.0 + 0.0);
}

void appendRing(std::string& out, const Ring& ring)
{
    out += '[';
    for (size_t k = 0; k <= ring.size(); ++k) { // closed: the first point again at the end
        const Point p = ring[k % ring.size()];
        fmt::format_to(std::back_inserter(out), "{}[{},{}]", k ? "," : "", coordinate(p.x), coordinate(p.y));
    }
    out += ']';
}

std::string geometryJson(const Polygon& polygon)
{
    std::string out = R"({"type":"Polygon","coordinates":[)";
    appendRing(out, polygon.outer);
    for (const Ring& hole : polygon.holes) {
        out += ',';
        appendRing(out, hole);
    }
    return out + "]}";
}

/// A UUID from what it names (RFC 9562, version 8: by SHA-256), so that the same region has the same one in every run.
std::string uuidOf(const std::string& content)
{
    std::string hex = sha256(content).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10) & 3];
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' + hex.substr(20);
}

OrderedJson measurements(const Region& region)
{
    OrderedJson out = OrderedJson::object();
    out["Spots"] = region.spots;
    out["CTR score mean"] = region.meanScore;
    out["CTR probability mean"] = region.meanProbability;
    out["Area px^2"] = std::round(region.areaPx2 * 100.0) / 100.0;
    if (region.areaUm2)
        out["Area µm^2"] = std::round(*region.areaUm2 * 100.0) / 100.0;
    return out;
}

std::string featureJson(const Region& region, const std::string& sampleName)
{
    const std::string geometry = geometryJson(region.fullres);
    OrderedJson properties = OrderedJson::object();
    properties["objectType"] = "annotation";
    properties["name"] = region.name;
    properties["classification"] = {{"name", "Tumor"}, {"color", {200, 0, 0}}}; // QuPath's standard class
    properties["measurements"] = measurements(region);
    return fmt::format(R"({{"type":"Feature","id":"{}","geometry":{},"properties":{}}})", uuidOf(sampleName + '\n' + geometry),
                       geometry, jsonLine(properties));
}

} // namespace

std::string regionsGeoJson(const Result& result)
{
    std::string out = R"({"type":"FeatureCollection","features":[)";
    for (size_t k = 0; k < result.regions.size(); ++k)
        out += (k ? ",\n" : "\n") + featureJson(result.regions[k], result.sample->name);
    return out + "\n]}\n";
}

} // namespace spacrd
