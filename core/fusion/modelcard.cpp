#include "core/fusion/modelcard.h"

#include "core/base/error.h"
#include "core/base/printable.h"
#include "core/fusion/cardfields.h"
#include "core/fusion/untrusted.h"

#include <cmath>
#include <unordered_set>

namespace spacrd {

using Json = nlohmann::ordered_json;
using Metrics = std::vector<std::pair<std::string, double>>;

namespace {

constexpr size_t latentDimensions = 64;

constexpr std::pair<const char*, bool PaperWays::*> paperWayNames[] = {
    {"unit_embeddings", &PaperWays::unitEmbeddings},
    {"deviation_to_classifier", &PaperWays::deviationToClassifier},
    {"summed_reconstruction", &PaperWays::summedReconstruction},
    {"no_separation", &PaperWays::noSeparation},
};

Json encoderJson(const EncoderIdentity& encoder)
{
    return {{"id", encoder.id},
            {"sha256", encoder.sha256},
            {"dimension", encoder.dimension},
            {"patch_um", encoder.patchUm},
            {"patch_px", encoder.patchPx},
            {"mpp", encoder.patchPx > 0 ? encoder.patchUm / encoder.patchPx : 0.0},
            {"channel_order", encoder.channelOrder}};
}

/// A metric that could not be measured (an AUC of one class) is left out.
Json metricsJson(const Metrics& metrics)
{
    Json json = Json::object();
    for (const auto& [name, value] : metrics) {
        if (std::isfinite(value))
            json[name] = value;
    }
    return json;
}

Json paperWaysJson(const PaperWays& ways)
{
    Json json = Json::object();
    for (const auto& [name, member] : paperWayNames)
        json[name] = ways.*member;
    return json;
}

Json ablationJson(const std::vector<AblationLine>& ablation)
{
    Json json = Json::array();
    for (const AblationLine& line : ablation) {
        if (std::isfinite(line.auc))
            json.push_back({{"change", line.change}, {"auc", line.auc}});
    }
    return json;
}

Json calibrationJson(const Calibration& calibration)
{
    if (calibration.method == Calibration::Method::temperature) {
        return {{"method", "temperature"},
                {"slope", calibration.slope},
                {"offset", calibration.offset},
                {"spots", calibration.spots}};
    }
    return {{"method", "isotonic"},
            {"knot_logits", calibration.knotLogits},
            {"knot_probabilities", calibration.knotProbabilities},
            {"spots", calibration.spots}};
}

Json familiarityJson(const Familiarity& familiarity)
{
    return {{"image_mean", familiarity.imageMean},
            {"image_deviation", familiarity.imageDeviation},
            {"image_distance", familiarity.imageDistance},
            {"latent_mean_healthy", familiarity.latentMean[0]},
            {"latent_mean_cancer", familiarity.latentMean[1]},
            {"latent_deviation", familiarity.latentDeviation},
            {"latent_whitening", familiarity.latentWhitening},
            {"latent_distance", familiarity.latentDistance},
            {"positive_share", familiarity.positiveShare}};
}

EncoderIdentity parseEncoder(const CardFields& fields)
{
    EncoderIdentity encoder;
    encoder.id = fields.text("id");
    encoder.sha256 = fields.text("sha256");
    const bool hash = encoder.sha256.size() == 64 && encoder.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!encoder.sha256.empty() && !hash)
        fields.refuse("sha256", SPACRD_TR("core", "The model card's field \"%1\" is no SHA-256 of 64 small hexadecimal digits."));
    encoder.dimension = fields.width("dimension");
    encoder.patchUm = fields.number("patch_um", 0.0);
    encoder.patchPx = fields.width("patch_px");
    if (fields.has("mpp")) {
        const double mpp = encoder.patchUm / encoder.patchPx;
        if (std::abs(fields.number("mpp", 0.0) - mpp) > 1e-6 * mpp)
            fields.refuse("mpp", SPACRD_TR("core", "The model card's field \"%1\" is not the patch's µm divided by its pixels."));
    }
    encoder.channelOrder = fields.text("channel_order");
    return encoder;
}

Metrics parseMetrics(const CardFields& fields)
{
    Metrics metrics;
    for (const std::string& name : fields.names()) {
        if (!fields.isNull(name))
            metrics.emplace_back(name, fields.number(name));
    }
    return metrics;
}

PaperWays parsePaperWays(const CardFields& fields)
{
    PaperWays ways;
    for (const auto& [name, member] : paperWayNames)
        ways.*member = fields.has(name) && fields.truth(name);
    return ways;
}

Calibration parseCalibration(const CardFields& fields)
{
    Calibration calibration;
    calibration.spots = fields.integer("spots", 0);
    const std::string method = fields.text("method");
    if (method == "temperature") {
        calibration.slope = fields.number("slope", 0.0);
        calibration.offset = fields.number("offset");
        return calibration;
    }
    if (method != "isotonic")
        fields.refuse("method", SPACRD_TR("core", "The model card's field \"%1\" is neither temperature nor isotonic."));
    calibration.method = Calibration::Method::isotonic;
    calibration.knotLogits = fields.numbers("knot_logits");
    if (calibration.knotLogits.empty())
        fields.refuse("knot_logits", SPACRD_TR("core", "The model card's field \"%1\" is empty."));
    calibration.knotProbabilities = fields.numbers("knot_probabilities", calibration.knotLogits.size(), 0.0, 1.0);
    for (size_t knot = 1; knot < calibration.knotLogits.size(); ++knot) {
        if (calibration.knotLogits[knot] <= calibration.knotLogits[knot - 1])
            fields.refuse("knot_logits", SPACRD_TR("core", "The model card's field \"%1\" does not rise."));
        if (calibration.knotProbabilities[knot] < calibration.knotProbabilities[knot - 1])
            fields.refuse("knot_probabilities", SPACRD_TR("core", "The model card's field \"%1\" falls."));
    }
    return calibration;
}

/// The image part is there whole (as long as the encoder's features) or not at all.
Familiarity parseFamiliarity(const CardFields& fields, const std::optional<EncoderIdentity>& encoder)
{
    Familiarity familiarity;
    const size_t length = fields.length("image_mean");
    if (length != 0 && (!encoder || length != static_cast<size_t>(encoder->dimension)))
        fields.refuse("image_mean",
                      SPACRD_TR("core", "The model card's field \"%1\" has another length than the encoder's features."));
    familiarity.imageMean = fields.floats("image_mean", length);
    familiarity.imageDeviation = fields.floats("image_deviation", length, 0.0);
    familiarity.imageDistance = fields.number("image_distance", 0.0);
    familiarity.latentMean[0] = fields.floats("latent_mean_healthy", latentDimensions);
    familiarity.latentMean[1] = fields.floats("latent_mean_cancer", latentDimensions);
    familiarity.latentDeviation = fields.floats("latent_deviation", latentDimensions, 0.0);
    familiarity.latentWhitening = fields.floats("latent_whitening", latentDimensions * latentDimensions);
    familiarity.latentDistance = fields.number("latent_distance", 0.0);
    familiarity.positiveShare = fields.number("positive_share", 0.0, 1.0);
    return familiarity;
}

void refuseDuplicates(const CardFields& fields, const char* name, const std::vector<std::string>& genes)
{
    if (std::unordered_set<std::string>(genes.begin(), genes.end()).size() != genes.size())
        fields.refuse(name, SPACRD_TR("core", "The model card's field \"%1\" names a gene twice."));
}

/// One id a gene, or none at all.
std::vector<std::string> parseIds(const CardFields& fields, const char* name, size_t genes)
{
    std::vector<std::string> ids;
    if (fields.has(name))
        ids = fields.genes(name);
    if (!ids.empty() && ids.size() != genes)
        fields.refuse(name, SPACRD_TR("core", "The model card's field \"%1\" has another length than the list of its genes."));
    return ids;
}

void parseGenes(const CardFields& fields, ModelCard& card)
{
    card.panel = fields.genes("panel");
    if (card.panel.empty())
        fields.refuse("panel", SPACRD_TR("core", "The model card's field \"%1\" is empty."));
    refuseDuplicates(fields, "panel", card.panel);
    card.panelIds = parseIds(fields, "panel_ids", card.panel.size());
    card.universe = fields.genes("universe");
    refuseDuplicates(fields, "universe", card.universe);
    card.universeIds = parseIds(fields, "universe_ids", card.universe.size());
}

/// A network fed with something else than it was trained on would give numbers that mean nothing.
void parseInput(const CardFields& fields, ModelCard& card, const std::filesystem::path& file)
{
    const std::string normalisation = fields.text("normalisation");
    if (normalisation != card.normalisation) {
        throw Error(Text(SPACRD_TR("core", "The model wants the normalisation \"%1\"; this program does \"%2\"."),
                         {printable(normalisation), card.normalisation}),
                    file);
    }
    if (!fields.isNull("encoder"))
        card.encoder = parseEncoder(fields.object("encoder"));
    const std::vector<std::string> modalities =
        card.encoder ? std::vector<std::string>{"image", "expression"} : std::vector<std::string>{"expression"};
    if (fields.has("modalities") && fields.words("modalities") != modalities)
        fields.refuse("modalities",
                      SPACRD_TR("core", "The model card's field \"%1\" says otherwise than the field \"encoder\"."));
    card.projection = fields.width("projection");
    card.neighbours = fields.width("neighbours");
    if (card.neighbours != neighbourhoodSize) {
        throw Error(Text(SPACRD_TR("core", "The model was made for %1 neighbours; this program uses %2."),
                         {toWord(card.neighbours), toWord(neighbourhoodSize)}),
                    file);
    }
    if (fields.has("paper_ways"))
        card.paperWays = parsePaperWays(fields.object("paper_ways"));
    parseGenes(fields, card);
}

void parseHistory(const CardFields& fields, ModelCard& card)
{
    card.trainedOn = fields.words("trained_on");
    card.trainingSpots = fields.integer("training_spots", 0);
    card.trainingPositives = fields.integer("training_positives", 0, card.trainingSpots);
    card.seed = fields.integer("seed");
    card.schedule = fields.text("schedule");
    card.heldOut = parseMetrics(fields.object("held_out"));
    card.licence = fields.text("licence");
    card.intendedUse = fields.text("intended_use");
    if (fields.has("validated_on"))
        card.validatedOn = fields.words("validated_on");
    if (fields.has("methods"))
        card.methods = fields.words("methods");
    for (const CardFields& line : fields.objects("ablation"))
        card.ablation.push_back({line.text("change"), line.number("auc")});
    if (fields.has("started_from"))
        card.startedFrom = fields.text("started_from");
    if (fields.has("started_from_trained_on"))
        card.startedFromTrainedOn = fields.words("started_from_trained_on");
    if (fields.has("held_out_on"))
        card.heldOutOn = fields.words("held_out_on");
    if (fields.has("baseline"))
        card.baseline = parseMetrics(fields.object("baseline"));
}

} // namespace

std::string modelCardJson(const ModelCard& card)
{
    const Json json = {{"format_version", card.formatVersion},
                       {"name", card.name},
                       {"modalities", card.encoder ? Json{"image", "expression"} : Json{"expression"}},
                       {"encoder", card.encoder ? encoderJson(*card.encoder) : Json(nullptr)},
                       {"normalisation", card.normalisation},
                       {"projection", card.projection},
                       {"neighbours", card.neighbours},
                       {"paper_ways", paperWaysJson(card.paperWays)},
                       {"trained_on", card.trainedOn},
                       {"validated_on", card.validatedOn},
                       {"training_spots", card.trainingSpots},
                       {"training_positives", card.trainingPositives},
                       {"seed", card.seed},
                       {"schedule", card.schedule},
                       {"methods", card.methods},
                       {"ablation", ablationJson(card.ablation)},
                       {"started_from", card.startedFrom},
                       {"started_from_trained_on", card.startedFromTrainedOn},
                       {"held_out_on", card.heldOutOn},
                       {"held_out", metricsJson(card.heldOut)},
                       {"baseline", metricsJson(card.baseline)},
                       {"calibration", card.calibration ? calibrationJson(*card.calibration) : Json(nullptr)},
                       {"familiarity", card.familiarity ? familiarityJson(*card.familiarity) : Json(nullptr)},
                       {"licence", card.licence},
                       {"intended_use", card.intendedUse},
                       {"panel", card.panel},
                       {"panel_ids", card.panelIds},
                       {"universe", card.universe},
                       {"universe_ids", card.universeIds}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace); // names of files need not be UTF-8
}

ModelCard parseModelCard(const std::string& text, const std::filesystem::path& file)
{
    const std::optional<Json> json = parseBounded(text, {.depth = 4, .values = 1 << 22, .members = 256}, file);
    if (!json || !json->is_object())
        throw Error(SPACRD_TR("core", "The model card is not valid JSON."), file);
    const CardFields fields(*json, file);
    ModelCard card;
    card.formatVersion = fields.width("format_version");
    if (card.formatVersion > newestCardFormat) {
        throw Error(Text(SPACRD_TR("core", "The model has format %1; this program reads up to %2."),
                         {toWord(card.formatVersion), toWord(newestCardFormat)}),
                    file, SPACRD_TR("core", "use a newer version of the program"));
    }
    card.name = fields.text("name");
    parseInput(fields, card, file);
    parseHistory(fields, card);
    if (fields.has("calibration") && !fields.isNull("calibration"))
        card.calibration = parseCalibration(fields.object("calibration"));
    if (fields.has("familiarity") && !fields.isNull("familiarity"))
        card.familiarity = parseFamiliarity(fields.object("familiarity"), card.encoder);
    return card;
}

} // namespace spacrd
