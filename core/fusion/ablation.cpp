#include "core/fusion/ablation.h"

#include "core/evaluate/metrics.h"
#include "core/fusion/trainingcard.h"

namespace spacrd {

std::vector<AblationLine> ablate(const std::vector<TrainingSection>& sections, const std::vector<TrainingSection>& heldOut,
                                 const TrainOptions& options, const DetectOptions& how, double trainedAuc, Task& task)
{
    std::vector<AblationLine> table{{"as trained", trainedAuc}};
    for (Departure& departure : departuresOf(options)) {
        departure.without.checkpoint.clear();
        const auto model = trainModel(sections, departure.without, {}, task);
        double auc = 0.0;
        for (const TrainingSection& section : heldOut) {
            const Detection detection = detectSample(*section.sample, *model, how, task);
            auc += evaluateLabelled(detection.score, detection.probability, section.labels).auc;
        }
        table.push_back({"without: " + departure.words, auc / static_cast<double>(heldOut.size())});
    }
    return table;
}

} // namespace spacrd
