#include "tests/bench/measure.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <exception>

namespace spacrd::bench {

namespace {

class Collector : public benchmark::BenchmarkReporter
{
public:
    bool ReportContext(const Context& /*context*/) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration)
                seconds[run.run_name.function_name].push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        }
    }

    std::map<std::string, std::vector<double>> seconds;
};

void initialiseOnce()
{
    static const bool done = [] {
        std::array<std::string, 2> words{"spacrd", "--benchmark_enable_random_interleaving=true"};
        std::array<char*, 3> arguments{words[0].data(), words[1].data(), nullptr};
        int count = 2;
        benchmark::Initialize(&count, arguments.data());
        return true;
    }();
    static_cast<void>(done);
}

} // namespace

std::map<std::string, std::vector<double>> measure(const std::vector<Timed>& pieces)
{
    initialiseOnce();
    std::exception_ptr failure;
    for (const Timed& piece : pieces) {
        if (piece.repetitions > 1) {
            if (piece.prepare)
                piece.prepare();
            piece.work();
        }
        benchmark::RegisterBenchmark(piece.name.c_str(),
                                     [&piece, &failure](benchmark::State& state) {
                                         for ([[maybe_unused]] const auto _ : state) {
                                             if (failure)
                                                 continue;
                                             try {
                                                 if (piece.prepare) {
                                                     state.PauseTiming();
                                                     piece.prepare();
                                                     state.ResumeTiming();
                                                 }
                                                 piece.work();
                                             } catch (...) { // the library must reach its end before we leave
                                                 failure = std::current_exception();
                                             }
                                         }
                                     })
            ->Iterations(1)
            ->Repetitions(piece.repetitions)
            ->UseRealTime();
    }
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
    if (failure)
        std::rethrow_exception(failure);
    return collector.seconds;
}

double fastest(const std::vector<double>& seconds)
{
    return *std::min_element(seconds.begin(), seconds.end());
}

} // namespace spacrd::bench
