#pragma once

#include "core/exchange/results.h"

#include <cmath>
#include <memory>

namespace spacrd::test {

/// A slide of one level, painted by a rule: pink tissue with darker nuclei on white glass.
class PaintedSlide : public Slide
{
public:
    PaintedSlide(int width, int height, std::optional<double> mpp)
    {
        m_info.vendor = "painted";
        m_info.levels = {{width, height, 1.0}};
        m_info.mppX = m_info.mppY = mpp;
        m_info.level0Bounds = {0, 0, static_cast<double>(width), static_cast<double>(height)};
    }

    const SlideInfo& info() const override { return m_info; }

    Image readRegion(int, long long levelX, long long levelY, int width, int height) const override
    {
        Image image;
        image.width = width;
        image.height = height;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                image.pixels.push_back(colourAt(static_cast<double>(levelX + x), static_cast<double>(levelY + y)));
        }
        return image;
    }

    Image readAssociated(const std::string&) const override { return {}; }

    std::uint32_t colourAt(double x, double y) const
    {
        const double w = static_cast<double>(m_info.width());
        const double h = static_cast<double>(m_info.height());
        const double r = std::hypot((x - w / 2) / (w / 2), (y - h / 2) / (h / 2));
        if (r > 0.95)
            return 0xffffffffu;
        return std::sin(x / 9) * std::sin(y / 11) > 0.6 ? 0xff7a4a8cu : 0xffe8b8ccu;
    }

private:
    SlideInfo m_info;
};

inline std::shared_ptr<Sample> makeSample(SpotLattice lattice, int rows, int columns, double pitch)
{
    auto sample = std::make_shared<Sample>();
    sample->name = "Phantom <A&B>";
    SpatialSection& section = sample->section;
    section.lattice = lattice;
    section.platform = lattice == SpotLattice::square ? Platform::legacySt : Platform::visium;
    section.spotPitchFullresPx = pitch;
    section.spotDiameterFullresPx = pitch * (lattice == SpotLattice::square ? 0.5 : 0.55);
    const bool hexagonal = lattice == SpotLattice::hexagonal;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Spot spot;
            spot.barcode = std::to_string(column) + "x" + std::to_string(row);
            spot.fullres = {(column + 1 + (hexagonal && row % 2 ? 0.5 : 0.0)) * pitch,
                            (row * (hexagonal ? std::sqrt(3.0) / 2 : 1.0) + 1) * pitch};
            spot.arrayRow = row;
            spot.arrayCol = hexagonal ? 2 * column + row % 2 : column;
            section.spots.push_back(spot);
            section.expression.barcodes.push_back(spot.barcode);
        }
    }
    return sample;
}

/// Two hills of score, the spot's neighbours and an attention that falls with their order.
inline Detection makeDetection(const Sample& sample)
{
    Detection detection;
    const auto& spots = sample.spots();
    std::vector<Point> centres;
    for (const Spot& spot : spots)
        centres.push_back(spot.fullres.plain());
    detection.neighbours = nearestNeighbours(centres);
    const Point last = spots.back().fullres.plain();
    for (const Point p : centres) {
        const double u = p.x / last.x;
        const double v = p.y / last.y;
        const double hill = std::exp(-20 * (std::pow(u - 0.35, 2) + std::pow(v - 0.4, 2)))
                            + 0.9 * std::exp(-60 * (std::pow(u - 0.8, 2) + std::pow(v - 0.75, 2)));
        detection.score.push_back(std::min(1.0, hill));
        detection.probability.push_back(0.05 + 0.9 * std::min(1.0, hill));
        detection.logit.push_back(std::log(detection.probability.back() / (1 - detection.probability.back())));
    }
    const auto n = static_cast<Eigen::Index>(spots.size());
    detection.histologyToGene = FeatureMatrix::Constant(n, neighbourhoodSize, 0.125f);
    detection.geneToHistology = FeatureMatrix::Constant(n, neighbourhoodSize, 0.1f);
    detection.histologyToGene.col(0).setConstant(0.25f);
    detection.usedExpression = true;
    return detection;
}

} // namespace spacrd::test
