#pragma once

#include "core/exchange/results.h"

#include <map>
#include <string>

namespace spacrd {

/// run.json: inputs with SHA-256, model, parameters, how the model's genes were found, versions, device, counts, the hashes of
/// the other files, and under "timing" all that differs from run to run (seconds per stage, time of writing). Without "timing"
/// the bytes are the same in every run on the same inputs, device and threads. Throws Error when an input cannot be read,
/// Cancelled.
std::string runJson(const Result& result, const Provenance& provenance, const std::map<std::string, std::string>& outputHashes,
                    const Task& task);

} // namespace spacrd
