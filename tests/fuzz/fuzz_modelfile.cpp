#include "core/base/error.h"
#include "core/fusion/modelcard.h"
#include "core/fusion/modelfile.h"

#include "tests/fuzz/container.h"
#include "tests/fuzz/zerosbehind.h"

#include <cstdlib>

/// Fuzz target: any bytes given as a model file end in an Error or in a file that is in order. Nothing else may happen: no other
/// exception, no memory error, no undefined behaviour, no large allocation.
namespace {

using namespace spacrd;
using namespace spacrd::fuzz;

constexpr std::uint64_t longestRead = 4096; // the large tensors would take most of the time and are read in the same way

void readAsModel(std::string_view bytes, std::uint64_t length)
{
    errorsAreFine([&] {
        ModelFile file(std::make_unique<ZerosBehindStream>(bytes, length), "fuzz");
        isTrue(file.parameters() > 0);
        for (const auto& [name, entry] : file.tensors()) {
            std::vector<float> values(entry.elements() <= longestRead ? entry.elements() : 0);
            if (!values.empty())
                file.read(name, values);
        }
    });
}

/// Tensors of any names and sizes.
void readAsContainer(std::string_view bytes)
{
    errorsAreFine([&] {
        ZerosBehindStream in(bytes, bytes.size());
        for (const auto& [name, entry] : readSafetensorsHeader(in, "fuzz").tensors) {
            errorsAreFine([&, &tensor = name, &place = entry] {
                std::vector<float> values(place.elements());
                readElements(in, "fuzz", tensor, place, 0, values);
            });
        }
    });
}

/// A card that can be read is written, and read again, the same.
void readAsCard(const std::string& text)
{
    errorsAreFine([&] {
        const std::string written = modelCardJson(parseModelCard(text, "fuzz"));
        std::string again;
        try {
            again = modelCardJson(parseModelCard(written, "fuzz"));
        } catch (const Error&) {
            std::abort();
        }
        isTrue(again == written);
    });
}

void run(std::string_view bytes)
{
    readAsContainer(bytes);
    if (const auto container = splitContainer(bytes)) {
        readAsModel(bytes, 8 + container->header.size() + smallModelBytes());
        readAsCard(cardIn(container->header));
    }
}

std::optional<std::string> change(std::string_view bytes, std::uint64_t seed, const ChangeText& changeText)
{
    const auto container = splitContainer(bytes);
    return container ? std::optional(mutateContainer(*container, seed, changeText)) : std::nullopt;
}

} // namespace

Target fuzz::target()
{
    return {&run, &modelSeeds, &change};
}
