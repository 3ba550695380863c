#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/histology/builtinencoder.h"

#include <torch/script.h>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr int patchPx = 224;
constexpr double patchUm = 112.0;

class TorchScriptEncoder : public Encoder
{
public:
    explicit TorchScriptEncoder(const fs::path& file)
        : m_file(file)
    {
        try {
            m_module = torch::jit::load(file.string(), torch::kCPU);
            m_module.eval();
        } catch (const c10::Error&) {
            throw Error(SPACRD_TR("core", "The encoder is not a TorchScript module."), file,
                        SPACRD_TR("core", "save it with torch.jit.script or torch.jit.trace"));
        }
        m_identity = {file.filename().string(), sha256OfFile(file, Task()), 1, patchUm, patchPx, "RGB"};
        m_identity.dimension = static_cast<int>(run(torch::zeros({1, 3, patchPx, patchPx})).size(1));
    }

    const EncoderIdentity& identity() const override { return m_identity; }

    FeatureMatrix encode(const std::vector<Image>& patches) override
    {
        const auto count = static_cast<std::int64_t>(patches.size());
        torch::Tensor batch = torch::empty({count, 3, patchPx, patchPx});
        static constexpr float mean[3] = {0.485f, 0.456f, 0.406f};
        static constexpr float deviation[3] = {0.229f, 0.224f, 0.225f};
        constexpr size_t pixels = static_cast<size_t>(patchPx) * patchPx;
        auto* out = batch.data_ptr<float>();
        for (const Image& patch : patches) {
            for (int channel = 0; channel < 3; ++channel) {
                const int shift = 16 - 8 * channel;
                for (size_t i = 0; i < pixels; ++i) {
                    const auto value = static_cast<float>((patch.pixels[i] >> shift) & 0xff) / 255.0f;
                    *out++ = (value - mean[channel]) / deviation[channel];
                }
            }
        }
        const torch::Tensor rows = run(batch);
        FeatureMatrix features(count, m_identity.dimension);
        std::copy_n(rows.data_ptr<float>(), rows.numel(), features.data());
        return features;
    }

private:
    /// One row of features per patch, checked: the module is somebody else's program.
    torch::Tensor run(const torch::Tensor& batch)
    {
        const torch::InferenceMode inference;
        torch::Tensor rows;
        try {
            const torch::jit::IValue result = m_module.forward({batch});
            if (result.isTensor())
                rows = result.toTensor().to(torch::kFloat).contiguous();
        } catch (const std::exception& error) {
            const std::string message = error.what();
            throw Error(Text(SPACRD_TR("core", "The encoder failed: %1."), {message.substr(0, message.find('\n'))}), m_file);
        }
        const bool fits = rows.defined() && rows.dim() == 2 && rows.size(0) == batch.size(0) && rows.size(1) >= 1
                          && (m_identity.dimension == 1 || rows.size(1) == m_identity.dimension);
        if (!fits) {
            throw Error(SPACRD_TR("core", "The encoder does not give one row of features per patch."), m_file,
                        SPACRD_TR("core", "it must map (B, 3, 224, 224) to (B, D)"));
        }
        if (!rows.isfinite().all().item<bool>())
            throw Error(SPACRD_TR("core", "The encoder gave a value that is not a number."), m_file);
        return rows;
    }

    fs::path m_file;
    torch::jit::Module m_module;
    EncoderIdentity m_identity;
};

} // namespace

std::unique_ptr<Encoder> loadTorchScriptEncoder(const fs::path& file)
{
    std::error_code code;
    if (!fs::is_regular_file(file, code)) {
        throw Error(SPACRD_TR("core", "There is no such encoder file."), file,
                    SPACRD_TR("core", "use builtin, or name a TorchScript file"));
    }
    return std::make_unique<TorchScriptEncoder>(file);
}

} // namespace spacrd
