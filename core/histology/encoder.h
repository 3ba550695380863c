#pragma once

#include "core/preprocess/expression.h"
#include "core/sample/sample.h"
#include "core/slide/image.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// What a model file must remember of the encoder whose features it was trained on.
struct EncoderIdentity
{
    std::string id;     ///< "builtin-1", or the TorchScript file's name
    std::string sha256; ///< of the TorchScript file; empty for the built-in one
    int dimension = 0;
    double patchUm = 0.0; ///< side of the square patch round a spot, µm
    int patchPx = 0;      ///< side the patch is resampled to before encoding
    std::string channelOrder = "RGB";
};

/// Turns patches into feature rows. Stateless between calls; one thread at a time.
class Encoder
{
public:
    virtual ~Encoder() = default;
    virtual const EncoderIdentity& identity() const = 0;
    /// One row of identity().dimension per patch (each patchPx × patchPx). Throws Error.
    virtual FeatureMatrix encode(const std::vector<Image>& patches) = 0;
};

/// "builtin", or a TorchScript file. Loading TorchScript can run code: callers ask the user once per SHA-256 first.
/// Throws Error when the file is not a TorchScript module or does not give one row of features per patch.
std::unique_ptr<Encoder> makeEncoder(const std::string& name);

/// Features of every spot of a sample: the patch of patchUm round its centre, resampled, encoded. Not yet min-max scaled.
/// Where a patch leaves the slide it is filled with white. Rows in spot order.
/// Uses and fills the feature cache (key: image content, spots, encoder, code version). Throws Error without a slide
/// or without a known µm per pixel; Cancelled.
FeatureMatrix imageFeatures(const Sample& sample, Encoder& encoder, Task& task);

/// Writes features as HDF5: `features` (N × D float32), `barcodes`, attributes `encoder`, `sha256`, `patch_um`, `patch_px`.
void writeFeatures(const std::filesystem::path& file, const FeatureMatrix& features, const std::vector<std::string>& barcodes,
                   const EncoderIdentity& identity);

} // namespace spacrd
