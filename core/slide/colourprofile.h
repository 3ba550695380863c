#pragma once

#include "core/slide/image.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace spacrd {

/// What the scanner that made a slide says of its colours (an ICC profile): turns them into those of sRGB, which screens show.
class ColourProfile
{
public:
    /// Of the bytes of a profile. Null when they are none, or one of other than red, green and blue.
    static std::shared_ptr<const ColourProfile> fromBytes(std::span<const std::byte> bytes);
    /// Of the first directory of a TIFF (tag 34675 of ISO 12639), which many scanners' formats are. Null for other files, and
    /// where there is none that can be used. Reads no pixels.
    static std::shared_ptr<const ColourProfile> ofSlide(const std::filesystem::path& file);

    /// By the rendering intent that the profile itself names. From any thread.
    void apply(Image& image) const;

private:
    explicit ColourProfile(std::shared_ptr<void> transform)
        : m_transform(std::move(transform))
    {}

    std::shared_ptr<void> m_transform; ///< of Little CMS
};

} // namespace spacrd
