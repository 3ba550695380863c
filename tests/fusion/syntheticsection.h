#pragma once

#include "core/fusion/train.h"

#include <cmath>
#include <random>
#include <string>

namespace spacrd::test {

/// A square section without an image: in the left half "cancer" genes 0…9 are high, in the right half genes 10…19.
inline TrainingSection syntheticSection(int side, int genes, unsigned seed)
{
    auto sample = std::make_shared<Sample>();
    sample->name = "synthetic " + std::to_string(seed);
    sample->section.platform = Platform::legacySt;
    sample->section.lattice = SpotLattice::square;
    TrainingSection section;
    std::mt19937 random(seed);
    std::vector<Eigen::Triplet<float>> entries;
    for (int gene = 0; gene < genes; ++gene)
        sample->section.expression.genes.push_back({"G" + std::to_string(gene), {}});
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const bool cancer = x < side / 2;
            const int spot = y * side + x;
            const std::string barcode = std::to_string(x) + "x" + std::to_string(y);
            sample->section.spots.push_back({barcode, {100.0 * x, 100.0 * y}, double(y), double(x), true});
            sample->section.expression.barcodes.push_back(barcode);
            section.labels.push_back(cancer ? 1 : 0);
            for (int gene = 0; gene < genes; ++gene) {
                const bool high = gene < 20 && (gene < 10) == cancer;
                const auto count = static_cast<float>(random() % (high ? 30 : 6));
                if (count > 0)
                    entries.emplace_back(spot, gene, count);
            }
        }
    }
    sample->section.expression.counts = CountMatrix(side * side, genes);
    sample->section.expression.counts.setFromTriplets(entries.begin(), entries.end());
    section.sample = std::move(sample);
    return section;
}

/// Options that train a small network in a second or two.
inline TrainOptions quickOptions()
{
    TrainOptions options;
    options.name = "test";
    options.encoder = "none";
    options.genes = 40;
    options.epochs = 2;
    options.classifierFromEpoch = 1;
    options.batch = 64;
    options.learningRate = 1e-4; // at 1e-3 the KL term collapses the latent space of so small a set
    options.device = "cpu";
    return options;
}

} // namespace spacrd::test
