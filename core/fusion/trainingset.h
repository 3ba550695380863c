#pragma once

#include "core/fusion/network.h"
#include "core/fusion/train.h"

namespace spacrd {

/// All training sections in one: rows of every section one after the other, neighbours as indices into all rows.
struct TrainingSet
{
    std::vector<std::string> universe;
    std::vector<std::string> panel;
    torch::Tensor image;                  ///< rows × D, zeros where the section has no image; undefined when none has one
    torch::Tensor expression;             ///< rows × panel
    torch::Tensor hasImage;               ///< rows, bool
    torch::Tensor neighbours;             ///< rows × 7, int64
    torch::Tensor labels;                 ///< rows, float 0/1; unlabelled rows hold 0 and are in no batch
    std::vector<std::int64_t> labelled;   ///< rows with a label
    std::vector<std::int64_t> bothHalves; ///< rows with image and expression
    long long positives = 0;
    bool allHaveImages = false;
};

/// Prepares the sections: genes, panel, features, neighbours, each section scaled by itself (spec §2, §3).
/// `encoder` may be null (expression alone). Throws Error, Cancelled.
TrainingSet makeTrainingSet(const std::vector<TrainingSection>& sections, const TrainOptions& options, Encoder* encoder,
                            Task& task);

} // namespace spacrd
