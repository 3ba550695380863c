#pragma once

#include <string>

namespace spacrd {

/// Of the OpenSlide library that is loaded: "3.4.1".
std::string openslideVersion();

} // namespace spacrd
