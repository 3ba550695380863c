#pragma once

// Private to core/transcriptome.

#include "core/transcriptome/hdf5fields.h"

#include <optional>
#include <span>
#include <string_view>

namespace spacrd {

/// An attribute as it lies in a message of its object's header.
struct Hdf5Attribute
{
    std::string_view name;
    std::span<const unsigned char> data; ///< the values, up to the end of the message
};

/// Nothing when name, type and extent do not lie within the message, the type is not well formed, whatever it is, or the
/// values are not all there.
/// (HDF5 file format 3.0, IV.A.2.m "The attribute message".)
std::optional<Hdf5Attribute> attributeIn(Hdf5Fields message);

} // namespace spacrd
