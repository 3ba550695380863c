#include "tests/fuzz/target.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

/// Runs a fuzz target over its seeds and over a few thousand changes of them, always the same; or writes the seeds into a
/// folder for libFuzzer, or runs the files it is given. For a build without libFuzzer and as a test.
namespace {

namespace fs = std::filesystem;
using namespace spacrd::fuzz;

constexpr unsigned changesOfASeed = 25;

/// A stand-in for libFuzzer's changes: some bytes get another value.
void changeSomeBytes(std::string& text, std::mt19937& random)
{
    for (int i = 0; i < 3 && !text.empty(); ++i)
        text[random() % text.size()] = static_cast<char>(random());
}

std::optional<std::string> changed(const Target& target, std::string bytes, std::mt19937& random)
{
    if (target.change)
        return target.change(bytes, random(), [&random](std::string& text) { changeSomeBytes(text, random); });
    changeSomeBytes(bytes, random);
    return bytes;
}

void replaySeeds()
{
    std::mt19937 random(1);
    size_t runs = 0;
    for (const std::string& seed : target().seeds()) {
        target().run(seed);
        ++runs;
        std::optional<std::string> bytes = seed;
        for (unsigned i = 0; i < changesOfASeed; ++i) {
            bytes = changed(target(), std::move(*bytes), random);
            if (!bytes)
                break;
            target().run(*bytes);
            ++runs;
        }
    }
    std::cout << runs << " inputs ended well\n";
}

void writeSeeds(const fs::path& folder)
{
    fs::create_directories(folder);
    size_t number = 0;
    for (const std::string& seed : target().seeds())
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
            target().run(std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    return EXIT_SUCCESS;
}
