#include "core/histology/builtinencoder.h"

#include "core/base/parallel.h"
#include "core/histology/texture.h"

namespace spacrd {

namespace {

constexpr int dimension = 136;

class BuiltinEncoder : public Encoder
{
public:
    const EncoderIdentity& identity() const override { return m_identity; }

    FeatureMatrix encode(const std::vector<Image>& patches) override
    {
        FeatureMatrix features(static_cast<Eigen::Index>(patches.size()), dimension);
        parallelFor(patches.size(), [&](size_t i) {
            const std::vector<float> row = measure(patches[i]);
            features.row(static_cast<Eigen::Index>(i)) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), dimension);
        });
        return features;
    }

private:
    static std::vector<float> measure(const Image& patch)
    {
        const StainPlanes planes = separateStains(patch);
        std::vector<float> row;
        row.reserve(dimension);
        for (const Plane* plane : {&planes.haematoxylin, &planes.eosin, &planes.residual, &planes.brightness, &planes.saturation})
            appendDistribution(*plane, row);
        appendRings(planes, row);
        appendFractions(planes, row);
        const Plane at1um = halved(planes.haematoxylin);
        const Plane at2um = halved(at1um);
        const Plane at4um = halved(at2um);
        for (const Plane* plane : {&planes.haematoxylin, &at1um, &at2um, &at4um})
            appendEdges(*plane, row);
        for (const Plane* plane : {&planes.haematoxylin, &at1um, &at2um})
            appendCooccurrence(*plane, row);
        appendBlobs(at1um, row);
        return row;
    }

    EncoderIdentity m_identity{"builtin-1", "", dimension, 112.0, 224, "RGB"};
};

} // namespace

std::unique_ptr<Encoder> makeBuiltinEncoder()
{
    return std::make_unique<BuiltinEncoder>();
}

std::unique_ptr<Encoder> makeEncoder(const std::string& name)
{
    return name == "builtin" ? makeBuiltinEncoder() : loadTorchScriptEncoder(name);
}

} // namespace spacrd
