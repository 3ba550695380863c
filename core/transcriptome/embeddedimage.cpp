#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5dataset.h"
#include "core/transcriptome/section.h"

#include <algorithm>
#include <cmath>

namespace spacrd {

namespace {

constexpr hsize_t longestSide = 32768;
constexpr float brightestFraction = 1.5F; ///< values up to here are 0…1, not 0…255

std::uint32_t channel(float value, float scale)
{
    return static_cast<std::uint32_t>(std::lround(std::clamp(value * scale, 0.0F, 255.0F)));
}

} // namespace

Image readEmbeddedImage(const std::filesystem::path& path, const std::string& name, const Task& task)
{
    const Hdf5File file(path);
    const Hdf5Dataset dataset(file, name);
    const std::vector<hsize_t>& shape = dataset.shape();
    const hsize_t channels = shape.size() == 3 ? shape[2] : 1;
    if (shape.size() < 2 || shape[0] == 0 || shape[1] == 0 || shape[0] > longestSide || shape[1] > longestSide
        || (channels != 1 && channels != 3 && channels != 4)) {
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" is not a picture of one, three or four channels."), {name}), path);
    }
    std::vector<float> values = dataset.allocate<float>();
    dataset.read(std::span(values), task);
    std::replace_if(
        values.begin(), values.end(), [](float value) { return !std::isfinite(value); }, 0.0F);
    const float brightest = *std::max_element(values.begin(), values.end());
    const float scale = dataset.kind() == Hdf5Kind::fraction && brightest <= brightestFraction ? 255.0F : 1.0F;
    Image image{static_cast<int>(shape[1]), static_cast<int>(shape[0]), {}};
    image.pixels.reserve(static_cast<size_t>(shape[0] * shape[1]));
    for (size_t at = 0; at < values.size(); at += channels) {
        const size_t step = channels == 1 ? 0 : 1;
        image.pixels.push_back(0xff000000U | channel(values[at], scale) << 16 | channel(values[at + step], scale) << 8
                               | channel(values[at + 2 * step], scale));
    }
    return image;
}

} // namespace spacrd
