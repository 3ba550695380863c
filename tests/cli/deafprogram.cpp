#include "app/cli/cancellation.h"
#include "core/base/atomicfile.h"

#include <csignal>
#include <cstdio>
#include <fstream>
#include <semaphore>

/// deafprogram DIR: begins a file and a folder in DIR, says "ready", and never looks at the stop token again.
int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const spacrd::cli::Cancellation cancellation;
    const std::filesystem::path folder = argv[1];
    const spacrd::AtomicFile file(folder / "model.spacrd");
    std::ofstream(file.temporary()) << "half a model";
    const spacrd::AtomicFolder result(folder / "result");
    std::filesystem::create_directory(result.temporary() / "spatial");
    std::ofstream(result.temporary() / "spatial" / "positions.csv") << "half a table";
    std::fputs("ready\n", stderr);
    std::binary_semaphore never{0};
    never.acquire();
    return 0;
}
