#include "core/exchange/rundescription.h"

#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/exchange/json.h"
#include "core/fusion/device.h"
#include "core/slide/startvips.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <vips/vips.h>

#include <algorithm>
#include <ctime>

namespace spacrd {

namespace {

OrderedJson inputsJson(const Provenance& provenance, const Task& task)
{
    OrderedJson out = OrderedJson::object();
    for (const auto& [role, path] : provenance.inputs) {
        if (!path.empty())
            out[role] = {{"file", path.string()}, {"sha256", sha256OfFile(path, task)}};
    }
    return out;
}

OrderedJson sampleJson(const Sample& sample)
{
    return {{"name", sample.name},
            {"path", sample.path.string()},
            {"platform", platformName(sample.section.platform)},
            {"spots", sample.spots().size()},
            {"genes", sample.expression().genes.size()},
            {"um_per_px", sample.section.mpp ? OrderedJson(*sample.section.mpp) : OrderedJson(nullptr)}};
}

OrderedJson genesJson(const Detection& detection)
{
    if (!detection.usedExpression)
        return nullptr;
    const GeneReport& genes = detection.genes;
    return {{"panel", genes.wanted},
            {"found_by_id", genes.byId},
            {"found_by_symbol", genes.bySymbol},
            {"found_by_letter_case", genes.byLetterCase},
            {"missing", genes.missing.size()},
            {"missing_genes", genes.missing}};
}

OrderedJson countsJson(const Result& result)
{
    double areaUm2 = 0.0;
    bool areaKnown = true;
    for (const Region& region : result.regions) {
        areaUm2 += region.areaUm2.value_or(0.0);
        areaKnown = areaKnown && region.areaUm2.has_value();
    }
    const std::vector<int>& classes = result.decision.classes;
    return {{"spots", classes.size()},
            {"spots_of_class_1", std::count(classes.begin(), classes.end(), 1)},
            {"regions", result.regions.size()},
            {"regions_um2", areaKnown ? OrderedJson(areaUm2) : OrderedJson(nullptr)}};
}

OrderedJson notesJson(const Result& result)
{
    OrderedJson out = OrderedJson::array();
    for (const std::vector<Text>* texts : {&result.sample->warnings, &result.detection.warnings, &result.decision.notes}) {
        for (const Text& text : *texts)
            out.push_back(text.english());
    }
    return out;
}

OrderedJson timingJson(const Provenance& provenance)
{
    OrderedJson seconds = OrderedJson::array();
    for (const auto& [stage, value] : provenance.secondsPerStage)
        seconds.push_back({{"stage", stage}, {"seconds", value}});
    return {{"written_utc", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)))}, {"stages", seconds}};
}

std::string vipsVersion()
{
    startVips();
    return vips_version_string();
}

} // namespace

std::string runJson(const Result& result, const Provenance& provenance, const std::map<std::string, std::string>& outputHashes,
                    const Task& task)
{
    OrderedJson run = OrderedJson::object();
    run["program"] = "SpaCRD Studio";
    run["versions"] = {{"spacrd", SPACRD_VERSION}, {"libtorch", libtorchVersion()}, {"libvips", vipsVersion()}};
    run["sample"] = sampleJson(*result.sample);
    run["model"] = {{"name", provenance.modelName}, {"file", provenance.modelFile.string()}};
    run["inputs"] = inputsJson(provenance, task);
    run["parameters"] = {{"threshold_rule", result.decision.method},
                         {"threshold", result.decision.threshold},
                         {"threshold_on", result.decision.onProbability ? "probability" : "score"},
                         {"used_image", result.detection.usedImage},
                         {"used_expression", result.detection.usedExpression}};
    run["genes"] = genesJson(result.detection);
    run["device"] = provenance.device;
    run["threads"] = provenance.threads;
    run["seed"] = provenance.seed;
    run["counts"] = countsJson(result);
    run["outputs_sha256"] = OrderedJson(outputHashes);
    run["notes"] = notesJson(result);
    run["timing"] = timingJson(provenance);
    return run.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

} // namespace spacrd
