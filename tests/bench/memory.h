#pragma once

namespace spacrd::bench {

/// Starts the process's peak of resident memory anew (Linux 4.0 and later; else it goes on from the start of the process).
void restartPeakMemory();
/// The largest resident memory since then, MB (10⁶ bytes).
double peakMemoryMb();

} // namespace spacrd::bench
