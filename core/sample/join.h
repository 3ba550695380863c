#pragma once

#include "core/sample/sample.h"

namespace spacrd {

/// What openSample knows besides the section and the slide.
struct JoinOptions
{
    std::filesystem::path path;         ///< what the user opened
    std::filesystem::path image;        ///< the file behind the slide, before import
    std::optional<double> scale;        ///< level-0 pixels per full-resolution pixel; nothing = 1
    bool reducedCopy = false;           ///< the slide is the reduced image of the section, since no full one was named
    std::optional<Alignment> alignment; ///< in place of `scale`
    std::string align;                  ///< SampleSources::align
    bool mayLeaveSlide = false; ///< the slide was merely found: it goes when the spots do not lie on it and there is expression
    std::vector<Text> imageWarnings{}; ///< why an image that was found is not used
    bool withoutSlide = false;         ///< a person wants no image
};

/// Joins a section and a slide (null: expression only) that are already read, and proves that they belong together:
/// throws Error and warns as openSample says. Reads no file but the slide's pixels.
std::shared_ptr<const Sample> joinSample(SpatialSection section, std::shared_ptr<const Slide> slide, const JoinOptions& options,
                                         Task& task);

/// The same section and slide joined by another alignment. Throws Error as joinSample, and for a sample without a slide.
std::shared_ptr<const Sample> realigned(const Sample& sample, const Alignment& alignment, Task& task);

} // namespace spacrd
