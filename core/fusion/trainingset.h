#pragma once

#include "core/fusion/train.h"
#include "core/preprocess/neighbours.h"

namespace spacrd {

/// All training sections in one: rows of every section one after the other, neighbours as indices into all rows.
struct TrainingSet
{
    PanelGenes panel;
    FeatureMatrix image;        ///< rows × D, zeros where the section has no image; empty when none has one
    SparseFeatures expression;  ///< rows × panel
    std::vector<char> hasImage; ///< one a row
    NeighbourTable neighbours;
    std::vector<int> labels;              ///< one a row; −1 without a label
    std::vector<std::int32_t> labelled;   ///< rows with a label, of the sections to be learnt
    std::vector<std::int32_t> replayed;   ///< rows with a label, of the sections that are only replayed
    std::vector<std::int32_t> bothHalves; ///< rows with image and expression
    FeatureMatrix rawImage;               ///< `image` before min-max, for the model's memory of what it was trained on

    size_t rows() const { return labels.size(); }
    long long positives() const;
};

/// Prepares the sections: genes, panel, features, neighbours, each section scaled by itself (spec §2, §3). The panel is that of
/// `options.start` when a model is continued. `encoder` may be null (expression alone). Throws Error, Cancelled.
TrainingSet makeTrainingSet(const std::vector<TrainingSection>& sections, const TrainOptions& options, Encoder* encoder,
                            Task& task);

} // namespace spacrd
