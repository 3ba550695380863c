#include "core/fusion/device.h"

#include "core/base/error.h"

#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <fmt/format.h>
#include <torch/cuda.h>
#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <thread>

namespace spacrd {

namespace {

#if TORCH_VERSION_MAJOR >= 2
namespace torchwarnings = c10::WarningUtils;
using TorchWarning = c10::Warning;
#else
namespace torchwarnings = c10::Warning;
#endif

/// Keeps LibTorch's warnings of this thread instead of letting them go to stderr in a format of their own.
class CaughtWarnings : public c10::WarningHandler
{
public:
    CaughtWarnings()
        : m_before(torchwarnings::get_warning_handler())
    {
        torchwarnings::set_warning_handler(this);
    }
    ~CaughtWarnings() override { torchwarnings::set_warning_handler(m_before); }
    CaughtWarnings(const CaughtWarnings&) = delete;
    CaughtWarnings& operator=(const CaughtWarnings&) = delete;

#if TORCH_VERSION_MAJOR >= 2
    void process(const TorchWarning& warning) override
    {
        add(warning.msg());
    }
#else
    void process(const c10::SourceLocation&, const std::string& message, const bool) override
    {
        add(message);
    }
#endif

    /// The first one.
    const std::string& first() const
    {
        return m_first;
    }

private:
    void add(const std::string& message)
    {
        if (m_first.empty())
            m_first = message;
    }

    c10::WarningHandler* m_before;
    std::string m_first;
};

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

/// LibTorch's words without the name of the step and the advice with addresses that follows.
std::string complaintOf(const std::string& warning)
{
    const std::string prefix = "CUDA initialization: ";
    std::string text = firstLine(warning);
    if (text.starts_with(prefix))
        text.erase(0, prefix.size());
    text = text.substr(0, text.find(". "));
    while (text.ends_with('.') || text.ends_with(' '))
        text.pop_back();
    return text;
}

CudaFacts readCudaFacts()
{
    CudaFacts facts;
    const at::CUDAHooksInterface& hooks = at::detail::getCUDAHooks();
    facts.compiledIn = hooks.hasCUDART();
    facts.driver = askCudaDriver();
    if (!facts.compiledIn)
        return facts;
    try {
        const CaughtWarnings warnings;
        facts.builtFor = static_cast<int>(hooks.versionCUDART());
        facts.devices = static_cast<int>(torch::cuda::device_count());
        facts.complaint = complaintOf(warnings.first());
    } catch (const c10::Error& error) {
        facts.complaint = firstLine(error.what_without_backtrace());
    }
    return facts;
}

/// Asked once: LibTorch counts the devices once in a process as well.
const CudaFacts& cudaFacts()
{
    static const CudaFacts facts = readCudaFacts();
    return facts;
}

ComputeDevice cudaDevice(const CudaFacts& facts, size_t number)
{
    ComputeDevice device{"cuda:" + std::to_string(number), {}, 0};
    if (number < facts.driver.cards.size()) {
        device.model = facts.driver.cards[number].name;
        device.bytes = facts.driver.cards[number].bytes;
    }
    return device;
}

/// A sum on the device. It fails where the device is not of a kind that LibTorch was built for, is broken, or is taken by
/// another program.
std::string failureOf(const std::string& device)
{
    try {
        const torch::Tensor sum = torch::ones({8}, torch::TensorOptions().device(torch::Device(device))).sum();
        return sum.item<float>() == 8.0F ? std::string() : "it adds up wrongly";
    } catch (const c10::Error& error) {
        return firstLine(error.what_without_backtrace());
    } catch (const std::exception& error) {
        return firstLine(error.what());
    }
}

/// "12.4" of 12040.
std::string cudaVersion(int number)
{
    return fmt::format("{}.{}", number / 1000, number % 1000 / 10);
}

/// LibTorch runs on drivers of the same CUDA generation (12.x) and on newer ones.
bool isTooOld(const CudaFacts& facts)
{
    return facts.driver.version > 0 && facts.driver.version / 1000 < facts.builtFor / 1000;
}

Text doesNotWork(const std::string& device, const std::string& failure)
{
    return Text(SPACRD_TR("core", "The device \"%1\" cannot be used: %2."), {device, failure});
}

Error noSuchDevice(const std::string& wanted, const CudaFacts& facts)
{
    if (const Text reason = whyNoCuda(facts); !reason.empty())
        return Error(reason, {}, SPACRD_TR("core", "use the device cpu or auto"));
    return Error(Text(SPACRD_TR("core", "There is no device \"%1\" on this machine."), {wanted}), {},
                 Text(SPACRD_TR("core", "use auto, cpu or cuda:0 to cuda:%1"), {toWord(facts.devices - 1)}));
}

} // namespace

std::string ComputeDevice::title() const
{
    if (model.empty())
        return name;
    if (bytes == 0)
        return fmt::format("{} ({})", name, model);
    return fmt::format("{} ({}, {:.1f} GiB)", name, model, static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0));
}

bool isDeviceName(const std::string& word)
{
    if (word == "auto" || word == "cpu" || word == "cuda")
        return true;
    const std::string prefix = "cuda:";
    constexpr size_t mostDigits = 3;
    if (!word.starts_with(prefix) || word.size() == prefix.size() || word.size() > prefix.size() + mostDigits)
        return false;
    return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(prefix.size()), word.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<ComputeDevice> computeDevices()
{
    std::vector<ComputeDevice> devices{{"cpu", {}, 0}};
    for (size_t i = 0; i < static_cast<size_t>(cudaFacts().devices); ++i)
        devices.push_back(cudaDevice(cudaFacts(), i));
    return devices;
}

Text whyNoCuda()
{
    return whyNoCuda(cudaFacts());
}

Text whyNoCuda(const CudaFacts& facts)
{
    if (facts.devices > 0)
        return {};
    if (!facts.compiledIn)
        return SPACRD_TR("core", "CUDA cannot be used: this program was built against a LibTorch without it.");
    if (!facts.driver.found)
        return SPACRD_TR("core", "CUDA cannot be used: there is no NVIDIA driver on this computer.");
    if (isTooOld(facts)) {
        return Text(SPACRD_TR("core", "CUDA cannot be used: the NVIDIA driver runs CUDA %1 and this program needs %2."),
                    {cudaVersion(facts.driver.version), cudaVersion(facts.builtFor)});
    }
    if (facts.driver.error == "CUDA_ERROR_NO_DEVICE" || (facts.driver.error.empty() && facts.driver.cards.empty())) {
        return SPACRD_TR("core", "CUDA cannot be used: the NVIDIA driver shows no graphics card to this program; see nvidia-smi "
                                 "and CUDA_VISIBLE_DEVICES.");
    }
    if (!facts.driver.error.empty()) {
        return Text(SPACRD_TR("core", "CUDA cannot be used: the NVIDIA driver does not start (%1)."), {facts.driver.error});
    }
    if (!facts.complaint.empty())
        return Text(SPACRD_TR("core", "CUDA cannot be used: %1."), {facts.complaint});
    return SPACRD_TR("core", "CUDA cannot be used: LibTorch finds no device, although the NVIDIA driver does.");
}

DeviceChoice chooseDevice(const std::string& wanted, const CudaFacts& facts,
                          const std::function<std::string(const std::string& device)>& tryOut)
{
    if (!isDeviceName(wanted)) {
        throw Error(Text(SPACRD_TR("core", "\"%1\" is not the name of a device."), {wanted}), {},
                    SPACRD_TR("core", "use auto, cpu, cuda or cuda:N"));
    }
    const ComputeDevice processor{"cpu", {}, 0};
    if (wanted == "cpu")
        return {processor, {}};
    if (wanted == "auto") {
        if (facts.devices == 0)
            return {processor, facts.compiledIn ? whyNoCuda(facts) : Text()};
        const ComputeDevice device = cudaDevice(facts, 0);
        const std::string failure = tryOut(device.name);
        return failure.empty() ? DeviceChoice{device, {}} : DeviceChoice{processor, doesNotWork(device.title(), failure)};
    }
    const size_t number = wanted == "cuda" ? 0 : std::stoul(wanted.substr(wanted.find(':') + 1));
    if (number >= static_cast<size_t>(facts.devices))
        throw noSuchDevice(wanted, facts);
    const ComputeDevice device = cudaDevice(facts, number);
    if (const std::string failure = tryOut(device.name); !failure.empty())
        throw Error(doesNotWork(device.title(), failure), {}, SPACRD_TR("core", "use another device, or cpu"));
    return {device, {}};
}

DeviceChoice chooseDevice(const std::string& wanted)
{
    // The processor is there without asking LibTorch and the driver, which takes half a second.
    return chooseDevice(wanted, wanted == "cpu" ? CudaFacts() : cudaFacts(), failureOf);
}

std::string resolveDevice(const std::string& wanted)
{
    return chooseDevice(wanted).device.name;
}

void setComputeThreads(int threads)
{
    at::set_num_threads(threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
}

std::string libtorchVersion()
{
    return TORCH_VERSION;
}

} // namespace spacrd
