#include "core/base/task.h"
#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/tenx.h"

#include "tests/fuzz/malformedsections.h"
#include "tests/fuzz/target.h"

#include <array>
#include <cstring>
#include <random>

extern "C" const char* __asan_default_options();

/// libhdf5 asks malloc for what a damaged file claims before it looks whether the file is as long; it takes a refusal well, and
/// what is never touched costs no memory. What it leaks when it fails is not ours to free.
extern "C" const char* __asan_default_options()
{
    return "allocator_may_return_null=1:detect_leaks=0";
}

/// Fuzz target: a 10x matrix in HDF5, as an image in memory.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

void run(std::string_view bytes)
{
    errorsAreFine([&] {
        Task task;
        const Hdf5File file(bytes, "fuzz.h5");
        const ExpressionMatrix read = readTenxHdf5(file, task);
        isTrue(read.spots() == static_cast<size_t>(read.counts.rows())
               && read.genes.size() == static_cast<size_t>(read.counts.cols()));
        for (Eigen::Index i = 0; i < read.counts.nonZeros(); ++i)
            isTrue(read.counts.valuePtr()[i] > 0.0F && read.counts.innerIndexPtr()[i] < read.counts.cols());
    });
}

/// HDF5 is full of lengths, counts and addresses, and says little to libFuzzer, which cannot see into it: a field of 1 to 8 bytes
/// gets a number that is next to a limit, or next to what was there.
std::optional<std::string> change(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText)
{
    constexpr std::array<std::uint64_t, 12> limits{
        0, 1, 2, 7, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x7fffffffffffffff, ~0ULL};
    constexpr std::array<size_t, 4> widths{1, 2, 4, 8};
    std::string out(bytes);
    std::mt19937_64 random(seed);
    if (out.size() < 16 || random() % 8 == 0) {
        changeText(out);
        return out;
    }
    for (size_t changes = 1 + random() % 3; changes > 0; --changes) {
        const size_t width = widths[random() % widths.size()];
        const size_t place = random() % (out.size() - width);
        std::uint64_t value = 0;
        std::memcpy(&value, out.data() + place, width);
        switch (random() % 4) {
        case 0:
            value = limits[random() % limits.size()];
            break;
        case 1:
            value += random() % 17 - 8;
            break;
        case 2:
            value ^= std::uint64_t(1) << (random() % (8 * width));
            break;
        default: // the place of something else, or of itself
            value = random() % out.size() / 8 * 8;
        }
        std::memcpy(out.data() + place, &value, width);
    }
    return out;
}

std::vector<std::string> seeds()
{
    return test::filesOfCases(".h5");
}

} // namespace

Target fuzz::target()
{
    return {&run, &seeds, &change};
}
