#include "core/sample/qualityfilter.h"

#include "core/base/error.h"
#include "core/base/task.h"

namespace spacrd {

namespace {

constexpr size_t spotsPerLook = 1024; // between two looks at the task

CountMatrix rowsOf(const CountMatrix& counts, const std::vector<size_t>& rows, Task& task)
{
    CountMatrix part(static_cast<Eigen::Index>(rows.size()), counts.cols());
    Eigen::VectorXi perRow(static_cast<Eigen::Index>(rows.size()));
    const auto entriesOf = [&](size_t row) { return counts.innerVector(static_cast<Eigen::Index>(row)).nonZeros(); };
    for (size_t i = 0; i < rows.size(); ++i)
        perRow[static_cast<Eigen::Index>(i)] = static_cast<int>(entriesOf(rows[i]));
    part.reserve(perRow);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % spotsPerLook == 0)
            task.advanceTo(static_cast<std::int64_t>(i));
        for (CountMatrix::InnerIterator entry(counts, static_cast<Eigen::Index>(rows[i])); entry; ++entry)
            part.insert(static_cast<Eigen::Index>(i), entry.col()) = entry.value();
    }
    part.makeCompressed();
    return part;
}

} // namespace

FilterOutcome judge(const SampleQuality& quality, const QualityFilter& filter)
{
    FilterOutcome outcome;
    for (size_t i = 0; i < quality.totals.spots; ++i) {
        const bool umis = !quality.umis.empty() && quality.umis[i] < filter.minUmis;
        const bool genes = !quality.genes.empty() && quality.genes[i] < filter.minGenes;
        const bool mito = filter.maxMitochondrialPercent && !quality.mitochondrialPercent.empty()
                          && quality.mitochondrialPercent[i]
                          && static_cast<double>(*quality.mitochondrialPercent[i]) > *filter.maxMitochondrialPercent;
        const bool glass = filter.onlyOnTissue && !quality.image.empty() && quality.image[i] == ImageState::glass;
        const bool blur = filter.notBlurred && !quality.image.empty() && quality.image[i] == ImageState::blurred;
        outcome.byUmis += umis;
        outcome.byGenes += genes;
        outcome.byMitochondria += mito;
        outcome.byGlass += glass;
        outcome.byBlur += blur;
        if (umis || genes || mito || glass || blur)
            ++outcome.dropped;
        else
            outcome.kept.push_back(i);
    }
    return outcome;
}

SpatialSection sectionOf(const SpatialSection& section, const std::vector<size_t>& spots, Task& task)
{
    for (const size_t spot : spots) {
        if (spot >= section.spots.size())
            throw Error(Text(SPACRD_TR("core", "The section has no spot %1."), {toWord(spot)}));
    }
    task.stage(SPACRD_TR("core", "Leaving out spots"), static_cast<std::int64_t>(spots.size()), SPACRD_TR("core", "spots"));
    SpatialSection part;
    part.platform = section.platform;
    part.lattice = section.lattice;
    part.inPixels = section.inPixels;
    part.spotDiameterFullresPx = section.spotDiameterFullresPx;
    part.spotPitchFullresPx = section.spotPitchFullresPx;
    part.mpp = section.mpp;
    part.image = section.image;
    part.smallerImage = section.smallerImage;
    part.imageAlignment = section.imageAlignment;
    part.warnings = section.warnings;
    part.doubts = section.doubts;
    part.outsideTissue = section.outsideTissue;
    part.hiresScale = section.hiresScale;
    part.lowresScale = section.lowresScale;
    part.statedMpp = section.statedMpp;
    part.expression.genes = section.expression.genes;
    part.expression.setApart = section.expression.setApart;
    part.spots.reserve(spots.size());
    part.expression.barcodes.reserve(spots.size());
    for (const size_t spot : spots) {
        part.spots.push_back(section.spots[spot]);
        if (spot < section.expression.barcodes.size())
            part.expression.barcodes.push_back(section.expression.barcodes[spot]);
    }
    if (static_cast<size_t>(section.expression.counts.rows()) == section.spots.size())
        part.expression.counts = rowsOf(section.expression.counts, spots, task);
    task.advanceTo(static_cast<std::int64_t>(spots.size()));
    return part;
}

std::shared_ptr<const Sample> sampleOf(const Sample& sample, const std::vector<size_t>& spots, Task& task)
{
    if (spots.empty())
        throw Error(SPACRD_TR("core", "Quality control would leave no spot."), sample.path,
                    SPACRD_TR("core", "lower the limits"));
    auto part = std::make_shared<Sample>();
    part->name = sample.name;
    part->path = sample.path;
    part->slide = sample.slide;
    part->image = sample.image;
    part->section = sectionOf(sample.section, spots, task);
    part->alignment = sample.alignment;
    part->proof = sample.proof;
    part->warnings = sample.warnings;
    part->imageWarnings = sample.imageWarnings;
    if (spots.size() < sample.spots().size())
        part->warnings.emplace_back(
            SPACRD_TR("core", "Quality control left out %1 of %2 spots."),
            std::vector<std::string>{toWord(sample.spots().size() - spots.size()), toWord(sample.spots().size())});
    return part;
}

} // namespace spacrd
