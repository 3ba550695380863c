#pragma once

#include "core/fusion/detect.h"
#include "core/fusion/foldednetwork.h"

namespace spacrd {

class Task;

/// Gives the results of `spots` spots their size, all 0.
void makeRoom(Detection& detection, size_t spots);

/// Runs the network over a section and fills the logits, latent means and attentions of `detection`, which have their size
/// already. Every spot is encoded once; memory does not grow with the section (sweep.h). Throws Cancelled, c10::Error.
void runOnCpu(const FoldedNetwork& network, const ModelInput& input, Detection& detection, Task& task);

/// The same into a detection of its own, of which nothing but these is filled.
Detection runAlone(const FoldedNetwork& network, const ModelInput& input, Task& task);

/// The same with the network as it is, on any device, `batch` spots at a time. `network` is in eval mode there.
void runOnDevice(Network network, const torch::Device& device, const ModelInput& input, int batch, Detection& detection,
                 Task& task);

/// Logits, latents and per-head weights of the named spots, from their neighbourhoods alone, on the CPU.
NetworkOutput runSpots(Network network, const ModelInput& input, std::span<const std::int32_t> spots);

} // namespace spacrd
