#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/table.h"
#include "core/sample/neither.h"
#include "core/sample/sample.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr size_t largestFile = 1 << 20;
constexpr size_t longestPath = 4096;
// Far beyond any reduced copy; what is larger or smaller would put the spots at infinity.
constexpr double leastScale = 1e-6;
constexpr double mostScale = 1e6;

/// The path under `key`, taken from the sample file's own folder; empty when the key is not there.
fs::path pathUnder(const nlohmann::json& object, const char* key, const fs::path& file)
{
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    const std::string text = found->is_string() ? found->get<std::string>() : std::string();
    if (text.empty() || text.size() > longestPath || text.find('\0') != std::string::npos)
        throw Error(Text(SPACRD_TR("core", "The value of \"%1\" in the sample file is not the name of a file."), {key}), file);
    fs::path path = file.parent_path() / text;
    std::error_code code;
    if (!fs::exists(path, code))
        throw Error(Text(SPACRD_TR("core", "The file that the sample file names under \"%1\" does not exist."), {key}), path);
    return path;
}

void checkKeys(const nlohmann::json& object, const fs::path& file)
{
    constexpr std::array known{"counts", "spots", "positions", "scalefactors", "library", "slide", "slide_scale", "alignment"};
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        if (!object.contains("counts"))
            refuseNeither(file); // another program's file, as Space Ranger's scale factors
        throw Error(Text(SPACRD_TR("core", "The sample file has a key \"%1\" that is not known."), {printable(key)}), file);
    }
}

std::optional<Alignment> alignmentIn(const nlohmann::json& object, const fs::path& file)
{
    const auto found = object.find("alignment");
    if (found == object.end())
        return std::nullopt;
    AffineNumbers numbers{};
    const bool six = found->is_array() && found->size() == numbers.size()
                     && std::all_of(found->begin(), found->end(), [](const auto& value) { return value.is_number(); });
    if (!six)
        throw Error(SPACRD_TR("core", "The value of \"alignment\" in the sample file is not a list of six numbers."), file);
    std::transform(found->begin(), found->end(), numbers.begin(), [](const auto& value) { return value.template get<double>(); });
    try {
        return Alignment::fromNumbers(numbers);
    } catch (const Error& error) {
        throw Error(error.sentence(), file, error.hint());
    }
}

/// Relative to the sample file's folder where there is such a way, so that the folder can be moved as a whole.
std::string pathFrom(const fs::path& folder, const fs::path& path)
{
    std::error_code code;
    const fs::path relative = fs::relative(path, folder, code);
    return code || relative.empty() ? fs::absolute(path).string() : relative.string();
}

} // namespace

SampleSources sampleSources(const fs::path& path)
{
    SampleSources sources;
    if (path.extension() != ".json") {
        sources.section.path = path;
        return sources;
    }
    const nlohmann::json object = nlohmann::json::parse(readText(path, largestFile), nullptr, false);
    if (!object.is_object())
        throw Error(SPACRD_TR("core", "The sample file is not a JSON object."), path);
    checkKeys(object, path);
    sources.section.path = pathUnder(object, "counts", path);
    if (sources.section.path.empty())
        throw Error(SPACRD_TR("core", "The sample file does not name the counts (key \"counts\")."), path);
    sources.section.spots = pathUnder(object, "spots", path);
    sources.section.positions = pathUnder(object, "positions", path);
    sources.section.scalefactors = pathUnder(object, "scalefactors", path);
    sources.slide = pathUnder(object, "slide", path);
    if (const auto library = object.find("library"); library != object.end()) {
        if (!library->is_string())
            throw Error(SPACRD_TR("core", "The value of \"library\" in the sample file is not the name of a section."), path);
        sources.section.library = library->get<std::string>();
    }
    if (const auto scale = object.find("slide_scale"); scale != object.end()) {
        const double value = scale->is_number() ? scale->get<double>() : 0.0;
        if (!(value > 0.0) || !std::isfinite(value))
            throw Error(SPACRD_TR("core", "The value of \"slide_scale\" in the sample file is not a number greater than zero."),
                        path);
        if (value < leastScale || value > mostScale) {
            throw Error(Text(SPACRD_TR("core", "The value of \"slide_scale\" in the sample file is %1, outside %2 to %3."),
                             {toWord(value), toWord(leastScale), toWord(mostScale)}),
                        path);
        }
        sources.slideScale = value;
    }
    sources.alignment = alignmentIn(object, path);
    if (sources.alignment && sources.slideScale)
        throw Error(SPACRD_TR("core", "The sample file has both \"slide_scale\" and \"alignment\"."), path,
                    SPACRD_TR("core", "leave one of them out"));
    return sources;
}

void writeSampleFile(const fs::path& file, const SampleSources& sources)
{
    const fs::path folder = fs::absolute(file).parent_path();
    nlohmann::ordered_json object;
    const auto add = [&](const char* key, const fs::path& path) {
        if (!path.empty())
            object[key] = pathFrom(folder, path);
    };
    add("counts", sources.section.path);
    add("spots", sources.section.spots);
    add("positions", sources.section.positions);
    add("scalefactors", sources.section.scalefactors);
    if (!sources.section.library.empty())
        object["library"] = sources.section.library;
    add("slide", sources.slide);
    if (sources.alignment)
        object["alignment"] = sources.alignment->numbers();
    else if (sources.slideScale)
        object["slide_scale"] = *sources.slideScale;
    writeFile(file, object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

} // namespace spacrd
