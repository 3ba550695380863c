#include "core/transcriptome/scalefactors.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/target.h"

#include <cmath>

/// Fuzz target: scalefactors_json.json.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    const MemoryFile file(bytes);
    errorsAreFine([&] {
        const ScaleFactors factors = readScaleFactors(file.path());
        for (const auto& factor : {factors.spotDiameterFullres, factors.hiresScale, factors.lowresScale})
            isTrue(!factor || (std::isfinite(*factor) && std::isfinite(1.0 / *factor) && *factor > 0.0));
    });
}

std::vector<std::string> seeds()
{
    return test::filesOfCases(".json");
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds};
}
