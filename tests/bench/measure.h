#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace spacrd::bench {

/// A piece of work to be timed, and how often.
struct Timed
{
    std::string name;
    int repetitions = 1;
    std::function<void()> work;
    std::function<void()> prepare = {}; ///< done before each repetition and not timed; may be empty
};

/// Wall-clock seconds of each repetition by name, measured by Google Benchmark with the repetitions of all pieces interleaved, so
/// that a slow moment of the machine does not fall on one of them alone. Each piece runs once untimed before, unless it is
/// repeated only once. What a piece throws is thrown here.
std::map<std::string, std::vector<double>> measure(const std::vector<Timed>& pieces);

double fastest(const std::vector<double>& seconds);

} // namespace spacrd::bench
