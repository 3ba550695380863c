#include "tests/fuzz/container.h"

#include "core/base/error.h"
#include "core/fusion/untrusted.h"

#include "tests/fuzz/malformedmodels.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace spacrd::fuzz {

using Json = nlohmann::ordered_json;

namespace {

using Random = std::mt19937_64;

constexpr size_t keptData = 256;

std::optional<Json> parsed(const std::string& text)
{
    try {
        return parseBounded(text, {.depth = 32, .values = 1 << 16, .members = 1 << 12}, {});
    } catch (const Error&) {
        return std::nullopt; // beyond what our own recursive walk should see
    }
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json& anyNode(Json& root, Random& random)
{
    Json* node = &root;
    while (node->is_structured() && !node->empty() && random() % 4 != 0)
        node = &*std::next(node->begin(), static_cast<std::ptrdiff_t>(random() % node->size()));
    return *node;
}

Json anyValue(const Json& root, Random& random)
{
    static const std::vector<Json> values{nullptr,
                                          true,
                                          0,
                                          -1,
                                          1,
                                          7,
                                          64,
                                          1048577,
                                          -9223372036854775807LL,
                                          18446744073709551615ULL,
                                          0.5,
                                          -0.0,
                                          1e-320,
                                          1e38,
                                          1e300,
                                          "",
                                          "A",
                                          "\n\x1b[",
                                          "isotonic",
                                          "temperature",
                                          std::string(1500, 'x'),
                                          Json::array(),
                                          {0.0},
                                          {0, 128},
                                          {64, 64},
                                          {1, 64},
                                          {"A"},
                                          {"A", "A"},
                                          Json::object(),
                                          {{"auc", 0.5}},
                                          "F32",
                                          "F16"};
    if (random() % 4 == 0) {
        Json copy = root;
        return anyNode(copy, random);
    }
    return values[random() % values.size()];
}

void changeList(Json& node, const Json& root, Random& random)
{
    const size_t at = random() % node.size();
    if (random() % 2 == 0)
        node.erase(at);
    else if (random() % 2 == 0)
        node.insert(node.begin() + static_cast<std::ptrdiff_t>(at), anyValue(root, random));
    else
        std::swap(node[at], node[random() % node.size()]);
}

void changeObject(Json& node, const Json& root, Random& random)
{
    const auto at = std::next(node.begin(), static_cast<std::ptrdiff_t>(random() % node.size()));
    if (random() % 2 == 0)
        node.erase(at);
    else if (random() % 2 == 0)
        node["new"] = anyValue(root, random);
    else
        at.value() = anyValue(root, random);
}

void changeJson(Json& root, Random& random)
{
    Json& node = anyNode(root, random);
    if (node.is_array() && !node.empty() && random() % 2 == 0)
        changeList(node, root, random);
    else if (node.is_object() && !node.empty() && random() % 4 != 0)
        changeObject(node, root, random);
    else if (node.is_number_integer() && random() % 2 == 0)
        node = static_cast<std::int64_t>(node.get<std::uint64_t>() + random() % 5 - 2);
    else
        node = anyValue(Json(root), random);
}

/// Applies a change to the card inside the header; leaves the header alone when it has no card.
void changeCard(std::string& header, const std::function<void(std::string&)>& change)
{
    std::optional<Json> whole = parsed(header);
    if (!whole || !whole->is_object() || !whole->contains("__metadata__") || !(*whole)["__metadata__"].is_object())
        return;
    Json& card = (*whole)["__metadata__"]["spacrd"];
    if (!card.is_string())
        return;
    auto text = card.get<std::string>();
    change(text);
    card = text;
    header = dumped(*whole);
}

void changeStructure(std::string& text, Random& random)
{
    std::optional<Json> json = parsed(text);
    if (!json)
        return;
    for (size_t changes = 1 + random() % 3; changes > 0; --changes)
        changeJson(*json, random);
    text = dumped(*json);
}

} // namespace

std::string Container::bytes() const
{
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + data;
}

std::optional<Container> splitContainer(std::string_view bytes)
{
    std::uint64_t length = 0;
    if (bytes.size() < sizeof length)
        return std::nullopt;
    std::memcpy(&length, bytes.data(), sizeof length);
    if (length > bytes.size() - sizeof length)
        return std::nullopt;
    return Container{std::string(bytes.substr(sizeof length, length)), std::string(bytes.substr(sizeof length + length))};
}

std::string cardIn(const std::string& header)
{
    const std::optional<Json> whole = parsed(header);
    const Json::json_pointer place("/__metadata__/spacrd");
    return whole && whole->contains(place) && whole->at(place).is_string() ? whole->at(place).get<std::string>() : std::string();
}

std::uint64_t smallModelBytes()
{
    static const std::uint64_t bytes = test::smallModel().data.size();
    return bytes;
}

std::vector<std::string> modelSeeds()
{
    std::vector<std::string> seeds;
    const auto add = [&seeds](const std::string& bytes) {
        auto container = splitContainer(bytes);
        if (container)
            container->data.resize(std::min(container->data.size(), keptData));
        std::string seed = container ? container->bytes() : bytes;
        if (seed.size() <= 1 << 16)
            seeds.push_back(std::move(seed));
    };
    add(test::smallModel().bytes());
    for (const test::MalformedModel& model : test::malformedModels())
        add(model.bytes());
    return seeds;
}

std::string mutateContainer(const Container& from, std::uint64_t seed, const ChangeText& changeText)
{
    Random random(seed);
    Container to = from;
    switch (random() % 8) {
    case 0:
    case 1:
    case 2:
    case 3:
        changeCard(to.header, [&random](std::string& card) { changeStructure(card, random); });
        break;
    case 4:
        changeStructure(to.header, random);
        break;
    case 5:
        changeCard(to.header, changeText);
        break;
    case 6:
        changeText(to.header);
        break;
    default:
        changeText(to.data);
        break;
    }
    return to.bytes();
}

} // namespace spacrd::fuzz
