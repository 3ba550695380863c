#include "core/fusion/modelcard.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <unordered_set>

namespace spacrd {

using Json = nlohmann::ordered_json;

namespace {

constexpr int newestFormat = 2;
constexpr int largestWidth = 1 << 20; // of a panel, an encoder, a projection: bounds what a card can make us allocate

/// Fields of one JSON object; what is missing or of another kind becomes one sentence.
class Fields
{
public:
    Fields(const Json& object, const std::filesystem::path& file)
        : m_object(object)
        , m_file(file)
    {}

    template <class T>
    T value(const char* name) const
    {
        try {
            return m_object.at(name).get<T>();
        } catch (const Json::exception&) {
            throw Error(Text(SPACRD_TR("core", "The model card has no usable field \"%1\"."), {name}), m_file,
                        SPACRD_TR("core", "the file is damaged or was made by another program"));
        }
    }

    int width(const char* name) const
    {
        const auto number = value<long long>(name);
        if (number < 1 || number > largestWidth) {
            throw Error(Text(SPACRD_TR("core", "The model card's field \"%1\" is %2, outside 1 to %3."),
                             {name, toWord(number), toWord(largestWidth)}),
                        m_file);
        }
        return static_cast<int>(number);
    }

private:
    const Json& m_object;
    const std::filesystem::path& m_file;
};

Json encoderJson(const EncoderIdentity& encoder)
{
    return {{"id", encoder.id},
            {"sha256", encoder.sha256},
            {"dimension", encoder.dimension},
            {"patch_um", encoder.patchUm},
            {"patch_px", encoder.patchPx},
            {"channel_order", encoder.channelOrder}};
}

EncoderIdentity parseEncoder(const Json& json, const std::filesystem::path& file)
{
    const Fields fields(json, file);
    EncoderIdentity encoder;
    encoder.id = fields.value<std::string>("id");
    encoder.sha256 = fields.value<std::string>("sha256");
    encoder.dimension = fields.width("dimension");
    encoder.patchUm = fields.value<double>("patch_um");
    encoder.patchPx = fields.width("patch_px");
    encoder.channelOrder = fields.value<std::string>("channel_order");
    return encoder;
}

void refuseDuplicates(const std::vector<std::string>& genes, const char* field, const std::filesystem::path& file)
{
    if (std::unordered_set<std::string>(genes.begin(), genes.end()).size() != genes.size())
        throw Error(Text(SPACRD_TR("core", "The model card's field \"%1\" names a gene twice."), {field}), file);
}

} // namespace

std::string modelCardJson(const ModelCard& card)
{
    Json heldOut = Json::object();
    for (const auto& [name, value] : card.heldOut)
        heldOut[name] = value;
    const Json json = {{"format_version", card.formatVersion},
                       {"name", card.name},
                       {"modalities", card.encoder ? Json{"image", "expression"} : Json{"expression"}},
                       {"encoder", card.encoder ? encoderJson(*card.encoder) : Json(nullptr)},
                       {"normalisation", card.normalisation},
                       {"projection", card.projection},
                       {"neighbours", card.neighbours},
                       {"trained_on", card.trainedOn},
                       {"training_spots", card.trainingSpots},
                       {"training_positives", card.trainingPositives},
                       {"seed", card.seed},
                       {"schedule", card.schedule},
                       {"held_out", heldOut},
                       {"licence", card.licence},
                       {"intended_use", card.intendedUse},
                       {"panel", card.panel},
                       {"universe", card.universe}};
    return json.dump(2);
}

ModelCard parseModelCard(const std::string& text, const std::filesystem::path& file)
{
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::exception&) {
        throw Error(SPACRD_TR("core", "The model card is not valid JSON."), file);
    }
    const Fields fields(json, file);
    ModelCard card;
    card.formatVersion = fields.width("format_version");
    if (card.formatVersion > newestFormat) {
        throw Error(Text(SPACRD_TR("core", "The model has format %1; this program reads up to %2."),
                         {toWord(card.formatVersion), toWord(newestFormat)}),
                    file, SPACRD_TR("core", "use a newer version of the program"));
    }
    card.name = fields.value<std::string>("name");
    if (!fields.value<Json>("encoder").is_null())
        card.encoder = parseEncoder(json["encoder"], file);
    card.normalisation = fields.value<std::string>("normalisation");
    card.projection = fields.width("projection");
    card.neighbours = fields.width("neighbours");
    if (card.neighbours != neighbourhoodSize) {
        throw Error(Text(SPACRD_TR("core", "The model was made for %1 neighbours; this program uses %2."),
                         {toWord(card.neighbours), toWord(neighbourhoodSize)}),
                    file);
    }
    card.trainedOn = fields.value<std::vector<std::string>>("trained_on");
    card.trainingSpots = fields.value<long long>("training_spots");
    card.trainingPositives = fields.value<long long>("training_positives");
    card.seed = fields.value<std::int64_t>("seed");
    card.schedule = fields.value<std::string>("schedule");
    const Json heldOut = fields.value<Json>("held_out");
    for (const auto& [name, value] : heldOut.items()) {
        if (value.is_number())
            card.heldOut.emplace_back(name, value.get<double>());
    }
    card.licence = fields.value<std::string>("licence");
    card.intendedUse = fields.value<std::string>("intended_use");
    card.panel = fields.value<std::vector<std::string>>("panel");
    card.universe = fields.value<std::vector<std::string>>("universe");
    refuseDuplicates(card.panel, "panel", file);
    refuseDuplicates(card.universe, "universe", file);
    if (card.panel.empty() || card.panel.size() > largestWidth)
        throw Error(Text(SPACRD_TR("core", "The model card's gene panel has %1 genes."), {toWord(card.panel.size())}), file);
    return card;
}

} // namespace spacrd
