#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace spacrd {
class Task;
}

/// The benchmarks behind `spacrd bench`. Every figure that compares has both sides measured in the same run.
namespace spacrd::bench {

struct Figure
{
    std::string name; ///< "fusion.speedup_4000"
    double value = 0.0;
    std::string unit;
    std::map<std::string, double> detail;
};

struct BenchOptions
{
    std::string device = "cpu";
    int threads = 0;    ///< 0 = all cores
    bool quick = false; ///< smaller sections, for a test; the figures are then of no use
};

/// Calls `onFigure` for each figure as soon as it is known. Throws Error, Cancelled.
using Bench = void (*)(const BenchOptions&, const std::function<void(const Figure&)>& onFigure, Task&);

void benchFusion(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task);
/// Opening sections of 5,000 to 700,000 spots, beside h5py with scipy and anndata where Debian's Python has them.
void benchOpen(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task);

/// Tiles, frames and overlays of the slide view: needs a screen (else Qt's offscreen one serves) and the window's part built.
void benchViewer(const BenchOptions& options, const std::function<void(const Figure&)>& onFigure, Task& task);

/// By name; one line here for each benchmark there is.
const std::map<std::string, Bench>& benches();

} // namespace spacrd::bench
