#pragma once

#include "core/base/geometry.h"
#include "core/slide/image.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spacrd {

class ColourProfile;

struct SlideLevel
{
    long long width = 0;  ///< level pixels
    long long height = 0; ///< level pixels
    /// Level-0 pixels per level pixel. A whole number where the size fits one: OpenSlide divides the sizes, which were rounded
    /// when the level was made, and would put what lies at the far side of a coarse level up to one of its pixels off.
    double downsample = 1.0;
    /// What is well read at once: the file's own tiles, or several small ones, or a part of one too large.
    int tileWidth = 512;  ///< level pixels
    int tileHeight = 512; ///< level pixels
};

/// What is known of a slide without reading a pixel.
struct SlideInfo
{
    std::filesystem::path path;
    std::string vendor; ///< OpenSlide's name of the format: "aperio", "generic-tiff", …
    std::vector<SlideLevel> levels;
    std::optional<double> mppX; ///< µm per level-0 pixel, 0.01…20; nothing when the file does not say (it is never invented)
    std::optional<double> mppY;
    std::optional<double> objective; ///< magnification of the objective, 20 = 20×
    Rect level0Bounds;               ///< the scanned part in level-0 pixels; the whole slide where the file names none
    std::shared_ptr<const ColourProfile> colourProfile; ///< of the scanner; null where the file has none
    std::vector<std::string> associated; ///< names of label, macro, thumbnail; read by nothing unless a person asks

    long long width() const { return levels.empty() ? 0 : levels.front().width; }
    long long height() const { return levels.empty() ? 0 : levels.front().height; }
};

/// Of the file of an open slide.
enum class FileState
{
    asOpened,
    gone,     ///< moved, deleted, or its disk is away
    cutShort, ///< its end is missing, as while it is copied again
    changed,  ///< written since, or another file has its name
};

/// A whole-slide image. Thread-safe: every function may be called from any thread at any time.
///
/// Frame: level-0 pixels of the whole slide as OpenSlide sees it (origin top-left of level 0, *not* of the bounds).
class Slide
{
public:
    virtual ~Slide() = default;

    virtual const SlideInfo& info() const = 0;

    /// Pixels of a rectangle of level `level`: top-left at (`levelX`, `levelY`) in *that level's* pixels, `width` × `height`
    /// level pixels. What lies outside the slide, or was never scanned, is white.
    /// Throws Error naming the file when the data cannot be decoded; later reads of other places still work.
    virtual Image readRegion(int level, long long levelX, long long levelY, int width, int height) const = 0;

    /// The label, macro or thumbnail image named in info().associated. May show a patient's name: call only on request.
    /// Throws Error when there is none of that name.
    virtual Image readAssociated(const std::string& name) const = 0;

    /// What has become of the file since. Asks the disk, which may take long. While it is changed, no pixel of the new content is
    /// read: readRegion() gives those of the old file where it still can, and throws elsewhere.
    virtual FileState fileState() const { return FileState::asOpened; }
};

/// Opens any format OpenSlide reads. Throws Error with a sentence that says what to do: a plain image asks for import,
/// a DICOM file for OpenSlide 4.
std::shared_ptr<const Slide> openSlide(const std::filesystem::path& path);

/// The level whose downsample is the largest not above `downsample` (and level 0 when none is): what to read to show
/// one screen pixel per `downsample` level-0 pixels without blur.
int bestLevelFor(const SlideInfo& info, double downsample);

/// A rectangle in level-0 pixels, resampled to `width` × `height` by box filter (every pixel the mean of the area it covers)
/// from the best level. What a thumbnail, a patch and an overlay picture are made from. Memory stays near that of the result
/// however large the rectangle. Throws Error as readRegion, and when the rectangle or the size is empty.
Image readScaled(const Slide& slide, const Rect& level0Rect, int width, int height);

} // namespace spacrd
