#include "core/fusion/modelfile.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/base/task.h"
#include "core/fusion/modelcard.h"

#include <algorithm>
#include <fstream>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

constexpr size_t verifiedAtOnce = 1 << 18; // elements

void addLinear(Shapes& shapes, const std::string& name, std::int64_t in, std::int64_t out)
{
    shapes[name + ".weight"] = {out, in};
    shapes[name + ".bias"] = {out};
}

void addNorm(Shapes& shapes, const std::string& name, std::int64_t width)
{
    shapes[name + ".weight"] = {width};
    shapes[name + ".bias"] = {width};
}

void addBatchNorm(Shapes& shapes, const std::string& name, std::int64_t width)
{
    addNorm(shapes, name, width);
    shapes[name + ".running_mean"] = {width};
    shapes[name + ".running_var"] = {width};
}

void addEncoder(Shapes& shapes, const std::string& name, std::int64_t in, std::int64_t projection)
{
    addLinear(shapes, name + ".fc.0", in, 1024);
    addBatchNorm(shapes, name + ".fc.1", 1024);
    addLinear(shapes, name + ".fc.4", 1024, 512);
    addBatchNorm(shapes, name + ".fc.5", 512);
    addLinear(shapes, name + ".fc.8", 512, projection);
}

void addAttention(Shapes& shapes, const std::string& name, std::int64_t projection)
{
    for (const char* part : {".query_proj", ".key_proj", ".value_proj"})
        addLinear(shapes, name + part, projection, 512);
    addLinear(shapes, name + ".output_proj", 512, 512);
    addNorm(shapes, name + ".norm", 512);
}

bool isRunningStatistic(const std::string& tensor)
{
    return tensor.ends_with(".running_mean") || tensor.ends_with(".running_var");
}

std::string shapeWord(const std::vector<std::int64_t>& shape)
{
    std::string word;
    for (const std::int64_t extent : shape)
        word += (word.empty() ? "" : " × ") + toWord(extent);
    return word.empty() ? "1" : word;
}

ModelCard cardOf(const SafetensorsHeader& header, const fs::path& file)
{
    const auto found = header.metadata.find(cardKey);
    if (found == header.metadata.end()) {
        throw Error(SPACRD_TR("core", "The file holds tensors but no SpaCRD model card."), file,
                    SPACRD_TR("core", "use a model file written by this program"));
    }
    return parseModelCard(found->second, file);
}

/// Every tensor of the network is in the file with its shape, and nothing else is.
void checkTensors(const std::map<std::string, TensorEntry>& tensors, const ModelCard& card, const fs::path& file)
{
    const Shapes wanted =
        networkTensors(card.encoder ? card.encoder->dimension : 1, static_cast<int>(card.panel.size()), card.projection);
    for (const auto& [name, shape] : wanted) {
        const auto found = tensors.find(name);
        if (found == tensors.end())
            throw Error(Text(SPACRD_TR("core", "The model lacks the tensor \"%1\"."), {name}), file);
        if (found->second.shape != shape) {
            throw Error(Text(SPACRD_TR("core", "Tensor \"%1\" is %2; the model card asks for %3."),
                             {name, shapeWord(found->second.shape), shapeWord(shape)}),
                        file, SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
        }
    }
    for (const auto& [name, entry] : tensors) {
        if (wanted.count(name) == 0)
            throw Error(Text(SPACRD_TR("core", "The model holds an unknown tensor \"%1\"."), {printable(name)}), file);
    }
}

} // namespace

Shapes networkTensors(int image, int genes, int projection)
{
    Shapes shapes;
    addEncoder(shapes, "CL.img_encoder", image, projection);
    addEncoder(shapes, "CL.gene_encoder", genes, projection);
    addAttention(shapes, "BCA.cross_attention1", projection);
    addAttention(shapes, "BCA.cross_attention2", projection);
    addLinear(shapes, "BCA.fusion_proj", 1024, 512);
    addNorm(shapes, "BCA.fusion_norm", 512);
    addLinear(shapes, "vae_error_model.encoder.0", 512, 256);
    addLinear(shapes, "vae_error_model.encoder.2", 256, 128);
    addLinear(shapes, "vae_error_model.fc_mu", 128, 64);
    addLinear(shapes, "vae_error_model.fc_logvar", 128, 64);
    addLinear(shapes, "vae_error_model.decoder.0", 64, 128);
    addLinear(shapes, "vae_error_model.decoder.2", 128, 256);
    addLinear(shapes, "vae_error_model.decoder.4", 256, 512);
    addLinear(shapes, "decoder.0", 128, 64);
    addLinear(shapes, "decoder.2", 64, 1);
    shapes["target_mu_0"] = {64};
    shapes["target_mu_1"] = {64};
    return shapes;
}

ModelFile::ModelFile(const fs::path& file)
    : ModelFile(std::make_unique<std::ifstream>(openSafetensors(file)), file)
{}

ModelFile::ModelFile(std::unique_ptr<std::istream> bytes, fs::path name)
    : m_in(std::move(bytes))
    , m_file(std::move(name))
{
    SafetensorsHeader header = readSafetensorsHeader(*m_in, m_file);
    m_card = cardOf(header, m_file);
    m_tensors = std::move(header.tensors);
    checkTensors(m_tensors, m_card, m_file);
}

std::uint64_t ModelFile::parameters() const
{
    std::uint64_t elements = 0;
    for (const auto& [name, entry] : m_tensors)
        elements += isRunningStatistic(name) ? 0 : entry.elements();
    return elements;
}

std::uint64_t ModelFile::runningStatistics() const
{
    std::uint64_t elements = 0;
    for (const auto& [name, entry] : m_tensors)
        elements += isRunningStatistic(name) ? entry.elements() : 0;
    return elements;
}

void ModelFile::readChecked(const std::string& tensor, const TensorEntry& entry, std::uint64_t first, std::span<float> out)
{
    readElements(*m_in, m_file, tensor, entry, first, out);
    if (tensor.ends_with(".running_var") && std::any_of(out.begin(), out.end(), [](float v) { return v < 0.0F; }))
        throw Error(Text(SPACRD_TR("core", "Tensor \"%1\" holds a variance below 0."), {tensor}), m_file,
                    SPACRD_TR("core", "the model file is damaged or is not one of ours; fetch it again"));
}

void ModelFile::read(const std::string& tensor, std::span<float> out)
{
    const auto found = m_tensors.find(tensor);
    if (found == m_tensors.end())
        throw Error(Text(SPACRD_TR("core", "The model lacks the tensor \"%1\"."), {tensor}), m_file);
    if (found->second.elements() != out.size()) {
        throw Error(Text(SPACRD_TR("core", "Tensor \"%1\" is %2; the model card asks for %3."),
                         {tensor, toWord(found->second.elements()), toWord(out.size())}),
                    m_file);
    }
    readChecked(tensor, found->second, 0, out);
}

void ModelFile::verify(Task& task)
{
    task.stage(SPACRD_TR("core", "Checking tensors"), static_cast<std::int64_t>(m_tensors.size()), SPACRD_TR("core", "tensors"));
    std::vector<float> block;
    std::int64_t done = 0;
    for (const auto& [name, entry] : m_tensors) {
        for (std::uint64_t first = 0; first < entry.elements(); first += block.size()) {
            task.check();
            block.resize(std::min<std::uint64_t>(verifiedAtOnce, entry.elements() - first));
            readChecked(name, entry, first, block);
        }
        task.advanceTo(++done);
    }
}

} // namespace spacrd
