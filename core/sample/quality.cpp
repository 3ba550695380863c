#include "core/sample/quality.h"

#include "core/base/median.h"
#include "core/base/task.h"
#include "core/sample/imagestate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spacrd {

namespace {

constexpr size_t spotsPerLook = 1024; // between two looks at the task

bool isMitochondrial(const std::string& symbol)
{
    return symbol.starts_with("MT-") || symbol.starts_with("mt-");
}

void count(const ExpressionMatrix& matrix, size_t spots, SampleQuality& quality, Task& task)
{
    std::vector<char> mitochondrial;
    for (const Gene& gene : matrix.genes)
        mitochondrial.push_back(isMitochondrial(gene.symbol));
    quality.mitochondrialGenes = static_cast<size_t>(std::count(mitochondrial.begin(), mitochondrial.end(), 1));
    quality.umis.assign(spots, 0.0);
    quality.genes.assign(spots, 0);
    if (quality.mitochondrialGenes > 0)
        quality.mitochondrialPercent.assign(spots, std::nullopt);
    task.stage(SPACRD_TR("core", "Counting molecules"), static_cast<std::int64_t>(spots), SPACRD_TR("core", "spots"));
    for (size_t spot = 0; spot < std::min(spots, static_cast<size_t>(matrix.counts.rows())); ++spot) {
        if (spot % spotsPerLook == 0)
            task.advanceTo(static_cast<std::int64_t>(spot));
        double mito = 0.0;
        for (CountMatrix::InnerIterator entry(matrix.counts, static_cast<Eigen::Index>(spot)); entry; ++entry) {
            const double value = static_cast<double>(entry.value());
            if (!std::isfinite(value) || value <= 0.0)
                continue;
            quality.umis[spot] += value;
            ++quality.genes[spot];
            if (mitochondrial[static_cast<size_t>(entry.col())])
                mito += value;
        }
        if (quality.mitochondrialGenes > 0 && quality.umis[spot] > 0.0)
            quality.mitochondrialPercent[spot] = static_cast<float>(100.0 * mito / quality.umis[spot]);
    }
    task.advanceTo(static_cast<std::int64_t>(spots));
}

QualityTotals totalsOf(const std::vector<Spot>& spots, const SampleQuality& quality)
{
    QualityTotals totals;
    totals.spots = spots.size();
    std::vector<double> umis;
    std::vector<double> genes;
    std::vector<double> mito;
    std::array<size_t, 3> states{};
    for (size_t i = 0; i < spots.size(); ++i) {
        if (!spots[i].inTissue)
            continue;
        ++totals.spotsInTissue;
        if (!quality.umis.empty()) {
            umis.push_back(quality.umis[i]);
            genes.push_back(quality.genes[i]);
        }
        if (!quality.mitochondrialPercent.empty() && quality.mitochondrialPercent[i])
            mito.push_back(static_cast<double>(*quality.mitochondrialPercent[i]));
        if (!quality.image.empty())
            ++states[static_cast<size_t>(quality.image[i])];
    }
    totals.medianUmis = median(std::move(umis));
    totals.medianGenes = median(std::move(genes));
    totals.medianMitochondrialPercent = median(std::move(mito));
    if (!quality.image.empty() && totals.spotsInTissue > 0) {
        const auto share = [&](ImageState state) {
            return static_cast<double>(states[static_cast<size_t>(state)]) / static_cast<double>(totals.spotsInTissue);
        };
        totals.glassShare = share(ImageState::glass);
        totals.tissueShare = share(ImageState::tissue);
        if (quality.blurKnown)
            totals.blurredShare = share(ImageState::blurred);
    }
    return totals;
}

} // namespace

SampleQuality measureQuality(const Sample& sample, Task& task)
{
    SampleQuality quality;
    if (sample.hasExpression())
        count(sample.expression(), sample.spots().size(), quality, task);
    if (sample.slide)
        lookAtImage(sample, quality, task);
    quality.totals = totalsOf(sample.spots(), quality);
    return quality;
}

} // namespace spacrd
