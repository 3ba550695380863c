#pragma once

#include "tests/fuzz/malformedsections.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace spacrd::test {

/// How the opening of a sample ended in a process of its own.
struct Outcome
{
    std::string death; ///< empty: it came to an end; else what ended the process: "signal 11", "another exception: …"
    std::string line;  ///< the Error's line; empty: the sample opened
    std::string file;  ///< the file that the Error names
    size_t spots = 0;
    size_t genes = 0;
    double counts = 0.0;
    bool finite = true;             ///< scale and places of what opened are finite numbers
    double seconds = 0.0;           ///< of the processor
    std::uintmax_t fileBytes = 0;   ///< of all files that the case wrote
    std::uintmax_t memoryBytes = 0; ///< by which the resident memory grew at its peak
};

/// Writes the files of a case and opens it in a child process, without its slide. The child gives up the right of root to read
/// what it may not, and is ended after 20 seconds.
Outcome openInChild(const MalformedSection& section);

} // namespace spacrd::test
