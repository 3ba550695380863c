#include "app/cli/command.h"
#include "app/cli/slidefacts.h"
#include "core/sample/neither.h"
#include "core/sample/quality.h"
#include "core/sample/samplefindings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace spacrd::cli {

namespace {

Json warningsOf(const std::vector<Text>& warnings)
{
    Json list = Json::array();
    for (const Text& warning : warnings)
        list.push_back(warning.english());
    return list;
}

/// The warnings for a script: kind, severity, sentence, and what numbers there are.
Json findingsJson(const Sample& sample)
{
    Json list = Json::array();
    for (const SampleFinding& finding : findingsOf(sample)) {
        Json object{{"kind", finding.kind},
                    {"severity", finding.serious ? "warning" : "note"},
                    {"sentence", finding.sentence.english()},
                    {"fix", finding.fix.empty() ? Json() : Json(finding.fix)}};
        for (const auto& [name, number] : finding.numbers)
            object[name] = number;
        if (!finding.alignment.empty())
            object["alignment"] = finding.alignment;
        list.push_back(std::move(object));
    }
    return list;
}

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

/// Null where a thing is not known: no expression, no mitochondrial gene in the panel, no slide.
Json qualityOf(const SampleQuality& quality)
{
    const QualityTotals& totals = quality.totals;
    Json facts;
    facts["median_umis"] = orNull(totals.medianUmis);
    facts["median_genes"] = orNull(totals.medianGenes);
    facts["median_mitochondrial_percent"] = orNull(totals.medianMitochondrialPercent);
    facts["mitochondrial_genes"] = quality.mitochondrialGenes;
    facts["glass_share"] = orNull(totals.glassShare);
    facts["blurred_share"] = orNull(totals.blurredShare);
    facts["tissue_share"] = orNull(totals.tissueShare);
    return facts;
}

/// Keys of both kinds of file, in one order; null where a file has no such thing or does not say.
Json factsOf(const SlideInfo* slide, const Sample* sample, const SampleQuality* quality)
{
    Json facts;
    facts["kind"] = sample ? "sample" : "slide";
    addSlideFacts(facts, slide);
    for (const char* key : {"spots", "spots_in_tissue", "genes", "nonzeros", "spot_diameter_px", "spot_pitch_px", "fullres_mpp",
                            "platform", "quality"})
        facts[key] = nullptr;
    facts["warnings"] = Json::array();
    facts["findings"] = Json::array();
    if (!sample)
        return facts;

    const auto& spots = sample->spots();
    facts["spots"] = spots.size();
    facts["spots_in_tissue"] = std::count_if(spots.begin(), spots.end(), [](const Spot& spot) { return spot.inTissue; });
    facts["genes"] = sample->expression().genes.size();
    facts["nonzeros"] = sample->expression().counts.nonZeros();
    const SpatialSection& section = sample->section;
    if (section.inPixels && section.spotDiameterFullresPx > 0.0)
        facts["spot_diameter_px"] = section.spotDiameterFullresPx;
    if (section.inPixels && section.spotPitchFullresPx > 0.0)
        facts["spot_pitch_px"] = section.spotPitchFullresPx;
    if (section.inPixels) // else there is no pixel to measure
        facts["fullres_mpp"] = orNull(section.mpp);
    facts["platform"] = platformName(section.platform);
    facts["quality"] = qualityOf(*quality);
    facts["warnings"] = warningsOf(sample->warnings);
    facts["findings"] = findingsJson(*sample);
    // The slide's own µm per pixel comes first; else what the spot pitch gives.
    const std::optional<double> mpp = section.inPixels ? sample->level0Mpp() : std::nullopt;
    if (mpp && facts["mpp_x"].is_null())
        facts["mpp_x"] = facts["mpp_y"] = *mpp;
    return facts;
}

std::string sampleText(const Sample& sample)
{
    const SpatialSection& section = sample.section;
    std::string text =
        fmt::format("sample {}\n  platform        {}\n  spots           {}\n  genes           {}\n  counts > 0      {}\n",
                    sample.path.string(), platformName(section.platform), sample.spots().size(), sample.expression().genes.size(),
                    sample.expression().counts.nonZeros());
    const char* const unit = section.inPixels ? "px at full resolution" : "µm";
    if (section.spotDiameterFullresPx > 0.0)
        text += fmt::format("  spot diameter   {:.2f} {}\n", section.spotDiameterFullresPx, unit);
    if (section.spotPitchFullresPx > 0.0)
        text += fmt::format("  spot pitch      {:.2f} {}\n", section.spotPitchFullresPx, unit);
    if (section.mpp && section.inPixels)
        text += fmt::format("  full resolution {:.4f} µm per pixel, from the {}\n", *section.mpp,
                            section.platform == Platform::xenium ? "run's description" : "spot pitch");
    else if (!section.inPixels)
        text += "  full resolution not known\n";
    for (const SetApart& part : sample.expression().setApart)
        text += fmt::format("  set apart       {} × {}\n", part.features, part.type);
    if (!sample.slide)
        text += "  slide           none\n";
    return text;
}

/// Medians are over spots, of Xenium over cells.
std::string qualityText(const SampleQuality& quality, Platform platform)
{
    const QualityTotals& totals = quality.totals;
    const char* const place = platform == Platform::xenium ? "cell" : "spot";
    std::string text;
    if (totals.medianUmis)
        text += fmt::format("  UMIs            {} a {} (median)\n", toWord(*totals.medianUmis), place);
    if (totals.medianGenes)
        text += fmt::format("  genes detected  {} a {} (median)\n", toWord(*totals.medianGenes), place);
    if (totals.medianMitochondrialPercent)
        text += fmt::format("  mitochondrial   {:.2f} % of the UMIs (median), {} genes\n", *totals.medianMitochondrialPercent,
                            quality.mitochondrialGenes);
    else if (totals.medianUmis)
        text += "  mitochondrial   not known\n";
    if (totals.tissueShare) {
        text +=
            fmt::format("  image at spots  {:.1f} % tissue, {:.1f} % glass", 100 * *totals.tissueShare, 100 * *totals.glassShare);
        text += totals.blurredShare ? fmt::format(", {:.1f} % out of focus\n", 100 * *totals.blurredShare) : std::string("\n");
    }
    return text;
}

bool isSampleArgument(const SampleSources& sources, const std::filesystem::path& path)
{
    std::error_code code; // what cannot be looked at is no folder; opening it tells why
    return std::filesystem::is_directory(path, code) || path.extension() == ".json" || isSection(sources.section);
}

struct Facts
{
    Json json;
    std::string text;
};

/// Tells the sample's warnings as well.
Facts factsOfSample(const Sample& sample, Session& session)
{
    const SlideInfo* slide = sample.slide ? &sample.slide->info() : nullptr;
    session.warn(sample.warnings);
    const SampleQuality quality = measureQuality(sample, session.task);
    return {factsOf(slide, &sample, &quality), sampleText(sample) + qualityText(quality, sample.section.platform)
                                                   + (slide ? slideText(*slide, sample.image, sample.level0Mpp()) : "")};
}

/// Facts of each section of a file that holds several.
void infoOfEach(SampleSources sources, const std::vector<std::string>& libraries, Session& session)
{
    Json list = Json::array();
    std::string text;
    for (const std::string& library : libraries) {
        sources.section.library = library;
        const auto sample = openSample(sources, session.task);
        Facts facts = factsOfSample(*sample, session);
        facts.json["library"] = library;
        list.push_back(facts.json);
        text += "library " + library + "\n" + facts.text;
    }
    session.print(Json{{"kind", "samples"}, {"samples", list}}, text);
}

void info(const SampleOptions& options, Session& session)
{
    const SampleSources sources = sourcesOf(options);
    if (!isSampleArgument(sources, options.path)) {
        refuseNeither(options.path);
        const auto slide = openSlide(options.path);
        session.print(factsOf(&slide->info(), nullptr, nullptr), slideText(slide->info(), options.path));
        return;
    }
    const std::vector<std::string> libraries = sectionsToChooseOf(sources.section);
    if (!libraries.empty()) {
        infoOfEach(sources, libraries, session);
        return;
    }
    const auto sample = openSample(sources, session.task);
    const Facts facts = factsOfSample(*sample, session);
    session.print(facts.json, facts.text);
}

} // namespace

void addInfo(CLI::App& program, CommandLine& line)
{
    CLI::App* command = program.add_subcommand("info", "Tell what a slide or a sample holds");
    const auto options = std::make_shared<SampleOptions>();
    addSampleOptions(
        *command, *options, "PATH",
        "A whole-slide image, or a sample: a Space Ranger outs folder, a Xenium folder, an .h5ad, a legacy-ST counts table,\n"
        "a .json sample file");
    addGeneralOptions(*command, line.general, Uses::nothing);
    command->callback([options, &line] { line.work = [options](Session& session) { info(*options, session); }; });
}

} // namespace spacrd::cli
