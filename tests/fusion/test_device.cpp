#include "core/fusion/device.h"

#include "core/fusion/shrinkingbatch.h"
#include "tests/support/testdata.h"

#include <c10/util/Exception.h>

#include <new>
#include <stdexcept>

using namespace spacrd;
using namespace spacrd::test;

namespace {

CudaFacts twoCards()
{
    CudaFacts facts;
    facts.compiledIn = true;
    facts.builtFor = 12040;
    facts.devices = 2;
    facts.driver = {true, 12020, {}, {{"NVIDIA H100 80GB HBM3", 85'000'000'000ULL}, {"NVIDIA T4", 16'000'000'000ULL}}};
    return facts;
}

CudaFacts noDevices()
{
    CudaFacts facts = twoCards();
    facts.devices = 0;
    return facts;
}

std::string works(const std::string&)
{
    return {};
}

std::string noKernel(const std::string&)
{
    return "CUDA error: no kernel image is available for execution on the device";
}

struct WhyNot
{
    const char* name;
    std::function<void(CudaFacts&)> make; ///< of noDevices()
    const char* sentence;
};

const std::vector<WhyNot>& whyNots()
{
    static const std::vector<WhyNot> all{
        {"no CUDA in LibTorch", [](CudaFacts& facts) { facts.compiledIn = false; }, "was built against a LibTorch without it"},
        {"no driver", [](CudaFacts& facts) { facts.driver = {}; }, "there is no NVIDIA driver on this computer"},
        {"old driver",
         [](CudaFacts& facts) {
             facts.driver = {true, 11040, {}, {{"NVIDIA T4", 1}}};
         },
         "the NVIDIA driver runs CUDA 11.4 and this program needs 12.4"},
        {"no card",
         [](CudaFacts& facts) {
             facts.driver = {true, 12040, "CUDA_ERROR_NO_DEVICE", {}};
         },
         "shows no graphics card"},
        {"cards hidden", [](CudaFacts& facts) { facts.driver.cards.clear(); }, "CUDA_VISIBLE_DEVICES"},
        {"driver and kernel module differ",
         [](CudaFacts& facts) {
             facts.driver = {true, 12040, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH", {}};
         },
         "the NVIDIA driver does not start (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)"},
        {"LibTorch complains", [](CudaFacts& facts) { facts.complaint = "CUDA unknown error"; },
         "CUDA cannot be used: CUDA unknown error."},
        {"LibTorch says nothing", [](CudaFacts&) {}, "LibTorch finds no device, although the NVIDIA driver does"},
    };
    return all;
}

[[noreturn]] void throwTorch(const char* message)
{
    throw c10::Error({__func__, __FILE__, static_cast<std::uint32_t>(__LINE__)}, message);
}

[[noreturn]] void throwCudaOutOfMemory()
{
    throw c10::OutOfMemoryError({__func__, __FILE__, static_cast<std::uint32_t>(__LINE__)},
                                "CUDA out of memory. Tried to allocate 20.00 MiB");
}

/// A run that fits only below a number of spots on the card; what was tried and what was noted.
struct Trial
{
    int fitsOnCard = 0;
    int fitsOnProcessor = 1 << 30;
    std::vector<BatchPlan> tried;
    std::vector<std::string> notes;

    BatchPlan run(const BatchPlan& plan)
    {
        return withShrinkingBatch(
            plan,
            [this](int batch, const std::string& device) {
                tried.push_back({batch, device});
                if (device != "cpu" && batch > fitsOnCard)
                    throwCudaOutOfMemory();
                if (device == "cpu" && batch > fitsOnProcessor)
                    throw std::bad_alloc();
            },
            [this](const Text& note) { notes.push_back(note.english()); });
    }
};

} // namespace

class TestDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfDevices()
    {
        for (const char* name : {"auto", "cpu", "cuda", "cuda:0", "cuda:12"})
            QVERIFY2(isDeviceName(name), name);
        for (const char* name :
             {"", "gpu", "CPU", "cuda:", "cuda:x", "cuda:-1", "cuda:+1", "cuda: 1", "cuda:1000", "cuda0", "cpu:0"})
            QVERIFY2(!isDeviceName(name), name);
        const std::string error = errorOf([] { chooseDevice("gpu"); });
        QCOMPARE(error, std::string("\"gpu\" is not the name of a device (use auto, cpu, cuda or cuda:N)"));
    }

    void titlesNameTheCard()
    {
        QCOMPARE((ComputeDevice{"cpu", {}, 0}.title()), std::string("cpu"));
        QCOMPARE((ComputeDevice{"cuda:0", "NVIDIA H100 80GB HBM3", 85'000'000'000ULL}.title()),
                 std::string("cuda:0 (NVIDIA H100 80GB HBM3, 79.2 GiB)"));
        QCOMPARE((ComputeDevice{"cuda:1", "NVIDIA T4", 0}.title()), std::string("cuda:1 (NVIDIA T4)"));
    }

    void autoTakesTheFirstCardThatWorks()
    {
        const DeviceChoice card = chooseDevice("auto", twoCards(), works);
        QCOMPARE(card.device.name, std::string("cuda:0"));
        QCOMPARE(card.device.model, std::string("NVIDIA H100 80GB HBM3"));
        QVERIFY(card.reason.empty());

        const DeviceChoice processor = chooseDevice("auto", twoCards(), noKernel);
        QCOMPARE(processor.device.name, std::string("cpu"));
        const std::string reason = processor.reason.english();
        QVERIFY2(reason.find("cuda:0 (NVIDIA H100") != std::string::npos && reason.find("no kernel image") != std::string::npos,
                 reason.c_str());
    }

    void aCardIsTakenByItsNumber()
    {
        QCOMPARE(chooseDevice("cuda", twoCards(), works).device.name, std::string("cuda:0"));
        QCOMPARE(chooseDevice("cuda:1", twoCards(), works).device.model, std::string("NVIDIA T4"));
        QCOMPARE(chooseDevice("cpu", twoCards(), works).device.name, std::string("cpu"));
        const std::string missing = errorOf([] { chooseDevice("cuda:2", twoCards(), works); });
        QCOMPARE(missing, std::string("There is no device \"cuda:2\" on this machine (use auto, cpu or cuda:0 to cuda:1)"));
        const std::string broken = errorOf([] { chooseDevice("cuda:1", twoCards(), noKernel); });
        QVERIFY2(broken.find("\"cuda:1 (NVIDIA T4, 14.9 GiB)\" cannot be used: CUDA error: no kernel image") != std::string::npos,
                 broken.c_str());
    }

    void aBuildWithCudaSaysWhyItIsNotUsed_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < whyNots().size(); ++i)
            QTest::newRow(whyNots()[i].name) << static_cast<int>(i);
    }

    void aBuildWithCudaSaysWhyItIsNotUsed()
    {
        QFETCH(int, index);
        const WhyNot& why = whyNots()[static_cast<size_t>(index)];
        CudaFacts facts = noDevices();
        why.make(facts);
        const std::string reason = whyNoCuda(facts).english();
        QVERIFY2(reason.find(why.sentence) != std::string::npos, reason.c_str());
        // Whoever asks for CUDA is refused with the reason; "auto" warns, unless CUDA was never to be had.
        const std::string error = errorOf([&facts] { chooseDevice("cuda", facts, works); });
        QCOMPARE(error, reason.substr(0, reason.size() - 1) + " (use the device cpu or auto)");
        const DeviceChoice choice = chooseDevice("auto", facts, works);
        QCOMPARE(choice.device.name, std::string("cpu"));
        QCOMPARE(choice.reason.english(), facts.compiledIn ? reason : std::string());
    }

    void theDriverIsAskedThroughItsLibrary()
    {
        QVERIFY(!askCudaDriver("/no/such/libcuda.so.1").found);
        const CudaDriver driver = askCudaDriver(FAKE_CUDA_DRIVER);
        QVERIFY(driver.found);
        QCOMPARE(driver.version, 12040);
        QVERIFY(driver.error.empty());
        QCOMPARE(driver.cards.size(), size_t(2));
        QCOMPARE(driver.cards[0].name, std::string("Fake Card 0"));
        QCOMPARE(driver.cards[0].bytes, std::uint64_t(80) << 30);
        QCOMPARE(driver.cards[1].bytes, std::uint64_t(0)); // it does not say

        qputenv("FAKE_CUDA_ERROR", "100");
        QCOMPARE(askCudaDriver(FAKE_CUDA_DRIVER).error, std::string("CUDA_ERROR_NO_DEVICE"));
        qputenv("FAKE_CUDA_ERROR", "999");
        QCOMPARE(askCudaDriver(FAKE_CUDA_DRIVER).error, std::string("error 999")); // one that the driver has no name for
        qunsetenv("FAKE_CUDA_ERROR");
    }

    void thisMachineHasAProcessor()
    {
        const std::vector<ComputeDevice> devices = computeDevices();
        QCOMPARE(devices.front().name, std::string("cpu"));
        QCOMPARE(whyNoCuda().empty(), devices.size() > 1);
        for (const ComputeDevice& device : devices)
            QCOMPARE(resolveDevice(device.name), device.name);
        QVERIFY(errorOf([] { resolveDevice("cuda:999"); }) != "(nothing thrown)");
    }

    void outOfMemoryIsKnownByItsTypeAndWords()
    {
        const auto isIt = [](const std::function<void()>& thrower) {
            try {
                thrower();
            } catch (const std::exception& error) {
                return isOutOfMemory(error);
            }
            return false;
        };
        QVERIFY(isIt(throwCudaOutOfMemory));
        QVERIFY(isIt([] { throw std::bad_alloc(); }));
        QVERIFY(isIt([] { throwTorch("CUDA error: out of memory"); }));
        QVERIFY(isIt([] { throwTorch("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"); }));
        QVERIFY(isIt([] { throwTorch("[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory"); }));
        QVERIFY(!isIt([] { throwTorch("The size of tensor a (3) must match the size of tensor b (4)"); }));
        QVERIFY(!isIt([] { throw std::runtime_error("out of memory"); })); // nobody's that we know
    }

    void theBatchIsHalvedUntilItFits()
    {
        Trial trial{130, 1 << 30, {}, {}};
        QVERIFY(trial.run({512, "cuda:0"}) == (BatchPlan{128, "cuda:0"}));
        QVERIFY(trial.tried == (std::vector<BatchPlan>{{512, "cuda:0"}, {256, "cuda:0"}, {128, "cuda:0"}}));
        QCOMPARE(trial.notes.size(), size_t(2));
        QCOMPARE(trial.notes[1], std::string("The graphics card has too little memory; its batch was halved to 128 spots."));
    }

    void theProcessorTakesOver()
    {
        Trial trial{0, 1 << 30, {}, {}};
        QVERIFY(trial.run({100, "cuda:1"}) == (BatchPlan{100, "cpu"}));
        QVERIFY(trial.tried == (std::vector<BatchPlan>{{100, "cuda:1"}, {50, "cuda:1"}, {32, "cuda:1"}, {100, "cpu"}}));
        QVERIFY2(trial.notes.back().find("even for 32 spots at once; the processor took over") != std::string::npos,
                 trial.notes.back().c_str());
    }

    void theProcessorHalvesTooAndGivesUpInTheEnd()
    {
        Trial trial{0, 64, {}, {}};
        QVERIFY(trial.run({100, "cpu"}) == (BatchPlan{50, "cpu"}));
        QCOMPARE(trial.notes, std::vector<std::string>{"There is too little memory; the batch was halved to 50 spots."});
        Trial hopeless{0, 0, {}, {}};
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, hopeless.run({20, "cuda:0"}));
        QVERIFY(hopeless.tried == (std::vector<BatchPlan>{{20, "cuda:0"}, {20, "cpu"}}));
    }

    void otherTroubleIsNotTriedAgain()
    {
        int runs = 0;
        const auto run = [&runs](int, const std::string&) {
            ++runs;
            throwTorch("CUDA error: an illegal memory access was encountered");
        };
        QVERIFY_THROWS_EXCEPTION(c10::Error, withShrinkingBatch({512, "cuda:0"}, run, [](const Text&) {}));
        QCOMPARE(runs, 1);
    }
};

QTEST_APPLESS_MAIN(TestDevice)
#include "test_device.moc"
