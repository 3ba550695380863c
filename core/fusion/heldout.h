#pragma once

#include "core/evaluate/metrics.h"
#include "core/fusion/train.h"

#include <optional>
#include <string>
#include <vector>

namespace spacrd {

/// How a model and the simplest of rivals do on one section neither was trained on.
struct HeldOutSection
{
    std::string name;
    Metrics network;
    std::optional<Metrics> baseline; ///< nothing when the section has no expression
};

/// Measures a model on sections it has not seen, beside a logistic regression trained on the same `training` sections: plain,
/// L2-regularised with C = 1, on the mean expression of each spot's neighbourhood (the model's own panel and scaling).
/// It costs seconds, and a network that does not beat it has learnt nothing worth its weights.
/// Of more than 20,000 labelled training spots the regression sees every n-th. Throws Error, Cancelled.
std::vector<HeldOutSection> measureHeldOut(const Model& model, const std::vector<TrainingSection>& training,
                                           const std::vector<TrainingSection>& heldOut, const DetectOptions& options, Task& task);

/// "auc", "ap", "f1", each the mean over sections: scores of different sections are not comparable, since each is scaled by
/// itself, so every section has its own figures.
using NamedFigures = std::vector<std::pair<std::string, double>>;
NamedFigures meanOfNetwork(const std::vector<HeldOutSection>& sections);
NamedFigures meanOfBaseline(const std::vector<HeldOutSection>& sections);

} // namespace spacrd
