#include "app/cli/slidefacts.h"

#include <fmt/format.h>

namespace spacrd::cli {

namespace {

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

} // namespace

void addSlideFacts(Json& facts, const SlideInfo* slide)
{
    for (const char* key : {"vendor", "width", "height"})
        facts[key] = nullptr;
    facts["levels"] = Json::array();
    for (const char* key : {"mpp_x", "mpp_y", "objective"})
        facts[key] = nullptr;
    if (!slide)
        return;
    facts["vendor"] = slide->vendor;
    facts["width"] = slide->width();
    facts["height"] = slide->height();
    for (const SlideLevel& level : slide->levels)
        facts["levels"].push_back({{"width", level.width}, {"height", level.height}, {"downsample", level.downsample}});
    facts["mpp_x"] = orNull(slide->mppX);
    facts["mpp_y"] = orNull(slide->mppY);
    facts["objective"] = orNull(slide->objective);
}

std::string slideText(const SlideInfo& slide, const std::filesystem::path& file, std::optional<double> mppOfSpots)
{
    std::string text = fmt::format("slide {}\n  format          {}\n  size            {} × {} px\n", file.string(), slide.vendor,
                                   slide.width(), slide.height());
    if (slide.mppX && slide.mppY)
        text += fmt::format("  resolution      {:.4f} × {:.4f} µm per pixel\n", *slide.mppX, *slide.mppY);
    else if (mppOfSpots)
        text += fmt::format("  resolution      {:.4f} µm per pixel, from the spots\n", *mppOfSpots);
    else
        text += "  resolution      unknown\n";
    text += slide.objective ? fmt::format("  objective       {:g}×\n", *slide.objective) : "  objective       unknown\n";
    for (size_t i = 0; i < slide.levels.size(); ++i)
        text += fmt::format("  level {:<9} {} × {} px, downsample {:g}\n", i, slide.levels[i].width, slide.levels[i].height,
                            slide.levels[i].downsample);
    return text;
}

} // namespace spacrd::cli
