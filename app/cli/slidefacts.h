#pragma once

#include "app/cli/command.h"
#include "core/slide/slide.h"

namespace spacrd::cli {

/// Adds vendor, width, height, levels, mpp_x, mpp_y and objective; null where the slide does not say, or without a slide.
void addSlideFacts(Json& facts, const SlideInfo* slide);

/// The same for a person, one fact a line; `file` is the slide as the user knows it, which may be what `slide` was imported from.
/// `mppOfSpots` stands in where the slide itself does not say its resolution.
std::string slideText(const SlideInfo& slide, const std::filesystem::path& file, std::optional<double> mppOfSpots = {});

} // namespace spacrd::cli
