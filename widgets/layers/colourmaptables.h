#pragma once

namespace spacrd {

/// The colours of each map as one string of 256 × RRGGBB; colourmaps.cpp makes ColourMap of them.
extern const char* const viridisTable;
extern const char* const magmaTable;
extern const char* const cividisTable;
extern const char* const infernoTable;
extern const char* const bluesTable;

} // namespace spacrd
