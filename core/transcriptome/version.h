#pragma once

#include <string>

namespace spacrd {

/// Of the HDF5 library that is loaded: "1.10.8".
std::string hdf5Version();

} // namespace spacrd
