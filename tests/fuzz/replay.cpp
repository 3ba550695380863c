#include "tests/fuzz/target.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

/// Runs the fuzz target over its seeds and over a few thousand changes of them, always the same; or writes the seeds into a
/// folder for libFuzzer, or runs the files it is given. For a build without libFuzzer and as a test.
namespace {

namespace fs = std::filesystem;
using namespace spacrd::fuzz;

constexpr unsigned changesOfASeed = 25;

void run(const std::string& bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// A stand-in for libFuzzer's changes: some bytes get another value.
void changeSomeBytes(std::string& text, std::mt19937& random)
{
    for (int i = 0; i < 3 && !text.empty(); ++i)
        text[random() % text.size()] = static_cast<char>(random());
}

void replaySeeds()
{
    std::mt19937 random(1);
    size_t runs = 0;
    for (const std::string& seed : seeds()) {
        run(seed);
        ++runs;
        std::string bytes = seed;
        for (unsigned i = 0; i < changesOfASeed; ++i) {
            bytes = mutate(bytes, random(), [&random](std::string& text) { changeSomeBytes(text, random); });
            if (bytes.empty())
                break;
            run(bytes);
            ++runs;
        }
    }
    std::cout << runs << " inputs ended well\n";
}

void writeSeeds(const fs::path& folder)
{
    fs::create_directories(folder);
    size_t number = 0;
    for (const std::string& seed : seeds())
        std::ofstream(folder / ("seed" + std::to_string(number++)), std::ios::binary) << seed;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--write") {
        writeSeeds(argv[2]);
    } else if (argc == 1) {
        replaySeeds();
    } else {
        for (int i = 1; i < argc; ++i) {
            std::ifstream in(argv[i], std::ios::binary);
            run(std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    return EXIT_SUCCESS;
}
