#include "tests/fuzz/malformedmodels.h"

#include "core/fusion/modelfile.h"

#include <cstdint>
#include <cstring>

namespace spacrd::test {

namespace {

using Edit = std::function<void(Json&)>;

const std::string firstLayer = "CL.gene_encoder.fc.0.weight";
const std::string lastTensor = "vae_error_model.fc_mu.weight";

std::string container(const std::string& header, const std::string& data)
{
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + data;
}

std::string header(const Edit& edit)
{
    ModelParts parts = smallModel();
    edit(parts.header);
    return parts.bytes();
}

std::string card(const Edit& edit)
{
    ModelParts parts = smallModel();
    edit(parts.card);
    return parts.bytes();
}

std::string cardText(const std::string& text)
{
    ModelParts parts = smallModel();
    parts.header["__metadata__"]["spacrd"] = text;
    return container(parts.header.dump(), parts.data);
}

std::string headerText(const std::string& text)
{
    return container(text, smallModel().data);
}

std::string firstBytes(std::int64_t count)
{
    const std::string whole = smallModel().bytes();
    return whole.substr(0, static_cast<size_t>(count < 0 ? static_cast<std::int64_t>(whole.size()) + count : count));
}

/// The header's length and as many of its bytes.
std::string headerBytes(std::int64_t more)
{
    std::uint64_t length = 0;
    std::memcpy(&length, smallModel().bytes().data(), sizeof length);
    return firstBytes(8 + static_cast<std::int64_t>(length) + more);
}

template <class Number>
std::string value(TensorType type, const std::string& tensor, Number bits)
{
    ModelParts parts = smallModel(type);
    std::memcpy(parts.data.data() + parts.begin(tensor) + 4 * sizeof bits, &bits, sizeof bits);
    return parts.bytes();
}

std::string repeated(const std::string& piece, size_t times)
{
    std::string all;
    for (size_t i = 0; i < times; ++i)
        all += piece;
    return all;
}

void addTruncated(std::vector<MalformedModel>& cases)
{
    const std::string cut = "The model file is cut short, or is not a safetensors file";
    cases.push_back({"empty", "The model file is empty", [] { return std::string(); }});
    for (const int bytes : {1, 7, 8, 9, 1000})
        cases.push_back({"first " + std::to_string(bytes) + " bytes", cut, [bytes] { return firstBytes(bytes); }});
    cases.push_back({"last byte of the header is gone", cut, [] { return headerBytes(-1); }});
    cases.push_back({"header alone", "Tensor \"BCA.cross_attention1.key_proj.bias\" claims a shape larger than the file",
                     [] { return headerBytes(0); }});
    cases.push_back({"first two million bytes", "Tensor \"BCA.fusion_proj.weight\" lies outside the file",
                     [] { return firstBytes(2'000'000); }});
    cases.push_back({"last byte is gone", "Tensor \"" + lastTensor + "\" lies outside the file", [] { return firstBytes(-1); }});
    cases.push_back(
        {"one byte too many", "The file is longer or shorter than its tensors", [] { return smallModel().bytes() + "x"; }});
}

void addOtherFormats(std::vector<MalformedModel>& cases)
{
    const std::string torch = "This is a PyTorch file, which could run code; model files are .spacrd files";
    cases.push_back({"PyTorch zip", torch, [] { return "PK\x03\x04" + std::string(200, '\0'); }});
    cases.push_back({"old PyTorch pickle", torch, [] { return "\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j" + std::string(200, '\0'); }});
    cases.push_back(
        {"HDF5", "This is an HDF5 file, not a model file", [] { return "\x89HDF\r\n\x1a\n" + std::string(200, '\0'); }});
    cases.push_back({"a sentence", "The model file is cut short, or is not a safetensors file",
                     [] { return std::string("this is no model file at all, only a sentence"); }});
}

void addHeaders(std::vector<MalformedModel>& cases)
{
    const std::string noObject = "The header of the model file is not a JSON object";
    cases.push_back({"header longer than the file", "The model file is cut short, or is not a safetensors file", [] {
                         std::string bytes = smallModel().bytes();
                         bytes[7] = 0x7f;
                         return bytes;
                     }});
    cases.push_back({"header longer than allowed", "The header of the model file is longer than 33554432 bytes",
                     [] { return container(std::string((1 << 25) + 1, ' '), {}); }});
    cases.push_back({"header is not JSON", noObject, [] { return headerText("{?"); }});
    cases.push_back({"header is a list", noObject, [] { return headerText("[]"); }});
    cases.push_back({"header with spaces before it", noObject, [] { return headerText("  {}"); }});
    cases.push_back({"header is not UTF-8", noObject, [] { return headerText("{\"a\xff\":1}"); }});
    cases.push_back({"header nested a million deep", "The JSON in the model file is nested deeper than 3",
                     [] { return headerText("{\"a\":" + repeated("[", 1'000'000)); }});
    cases.push_back({"header with too many values", "The JSON in the model file has more than 131072 values",
                     [] { return headerText("{\"a\":[0" + repeated(",0", 200'000) + "]}"); }});
    cases.push_back({"header with too many tensors", "The JSON in the model file has an object of more than 4096 members", [] {
                         std::string text = "{\"a\":{}";
                         for (int i = 0; i < 5000; ++i)
                             text += ",\"" + std::to_string(i) + "\":{}";
                         return headerText(text + "}");
                     }});
    cases.push_back({"tensor described twice", "The JSON in the model file names \"target_mu_0\" twice", [] {
                         const ModelParts parts = smallModel();
                         std::string text = parts.header.dump();
                         text.insert(1, "\"target_mu_0\":" + parts.header["target_mu_0"].dump() + ",");
                         return container(text, parts.data);
                     }});
    cases.push_back({"number too large for JSON", noObject, [] { return headerText("{\"a\":1e999}"); }});
    cases.push_back({"metadata is a list", "The metadata of the model file is not an object",
                     [] { return headerText("{\"__metadata__\":[]}"); }});
    cases.push_back({"no card", "The file holds tensors but no SpaCRD model card", [] {
                         const ModelParts parts = smallModel();
                         return container(parts.header.dump(), parts.data);
                     }});
}

void addDescriptions(std::vector<MalformedModel>& cases)
{
    const std::string malformed = "The description of tensor \"" + firstLayer + "\" is malformed";
    const std::string extent = "Tensor \"" + firstLayer + "\" has an extent that is not a number from 1 on";
    const std::string larger = "Tensor \"" + firstLayer + "\" claims a shape larger than the file";
    const std::string outside = "Tensor \"" + firstLayer + "\" lies outside the file";
    const auto first = [&cases](const char* name, const std::string& sentence, const char* field, Json value) {
        cases.push_back({name, sentence, [field, value] { return header([&](Json& h) { h[firstLayer][field] = value; }); }});
    };
    first("type of a pickle", "Tensor \"" + firstLayer + "\" has the type O; only F32 and F16 are read", "dtype", "O");
    first("double precision", "Tensor \"" + firstLayer + "\" has the type F64; only F32 and F16 are read", "dtype", "F64");
    first("type that would write on the terminal",
          "Tensor \"" + firstLayer + "\" has the type ?[2J?error: no; only F32 and F16 are read", "dtype", "\x1b[2J\nerror: no");
    first("other type of as many bytes", "Tensor \"" + firstLayer + "\" has other bytes than its shape needs", "dtype", "F32");
    first("type is a number", malformed, "dtype", 3);
    first("shape is a word", malformed, "shape", "large");
    first("a hundred dimensions", malformed, "shape", Json(std::vector<int>(100, 1)));
    first("negative extent", extent, "shape", {-1, 3});
    first("extent of nothing", extent, "shape", {0, 3});
    first("half an extent", extent, "shape", {1024.5, 3});
    first("extent beyond 64 bits", extent, "shape", {1e30, 3});
    first("extent beyond 63 bits", extent, "shape", {18446744073709551615U, 3});
    first("shape of 2^64 elements", larger, "shape", {4294967296, 4294967296});
    first("shape of 2^62 elements", larger, "shape", {4611686018427387904, 1});
    first("transposed", "Tensor \"" + firstLayer + "\" is 3 × 1024; the model card asks for 1024 × 3", "shape", {3, 1024});
    first("offsets reversed", outside, "data_offsets", {6144, 0});
    first("offsets before the data", outside, "data_offsets", {-6144, 0});
    first("offsets beyond the end", outside, "data_offsets", {1 << 30, (1 << 30) + 6144});
    first("offsets beyond 63 bits", outside, "data_offsets", {0, 18446744073709551615U});
    first("one offset", outside, "data_offsets", {0});
    cases.push_back({"a description without offsets", malformed,
                     [] { return header([](Json& h) { h[firstLayer].erase("data_offsets"); }); }});
    cases.push_back({"a description that is a number", malformed, [] { return header([](Json& h) { h[firstLayer] = 1; }); }});
}

void addPlaces(std::vector<MalformedModel>& cases)
{
    const std::string coverage = "The tensors overlap or leave gaps";
    cases.push_back({"two tensors in one place", coverage, [] {
                         return header([](Json& h) { h["target_mu_0"]["data_offsets"] = h["target_mu_1"]["data_offsets"]; });
                     }});
    cases.push_back({"half an overlap", coverage, [] {
                         return header([](Json& h) {
                             const auto begin = h["target_mu_0"]["data_offsets"][0].get<int>();
                             h["target_mu_1"]["data_offsets"] = {begin + 64, begin + 192};
                         });
                     }});
    cases.push_back({"a gap", coverage, [] {
                         ModelParts parts = smallModel();
                         const auto end = static_cast<std::int64_t>(parts.data.size());
                         const auto length = static_cast<std::int64_t>(parts.header[lastTensor]["data_offsets"][1])
                                             - static_cast<std::int64_t>(parts.header[lastTensor]["data_offsets"][0]);
                         parts.header[lastTensor]["data_offsets"] = {end, end + length};
                         parts.data.resize(parts.data.size() + static_cast<size_t>(length));
                         return parts.bytes();
                     }});
    cases.push_back(
        {"offsets of two tensors exchanged", "Tensor \"BCA.fusion_proj.bias\" has other bytes than its shape needs", [] {
             return header([](Json& h) {
                 std::swap(h["BCA.fusion_proj.weight"]["data_offsets"], h["BCA.fusion_proj.bias"]["data_offsets"]);
             });
         }});
    cases.push_back({"a tensor is missing", "The model lacks the tensor \"target_mu_1\"", [] {
                         ModelParts parts = smallModel();
                         const size_t begin = parts.begin("target_mu_1");
                         parts.header.erase("target_mu_1");
                         parts.data.erase(begin, 128);
                         for (auto& [name, entry] : parts.header.items()) {
                             if (entry["data_offsets"][0] > begin)
                                 entry["data_offsets"] = {entry["data_offsets"][0].get<size_t>() - 128,
                                                          entry["data_offsets"][1].get<size_t>() - 128};
                         }
                         return parts.bytes();
                     }});
    cases.push_back({"a renamed tensor", "The model lacks the tensor \"target_mu_1\"", [] {
                         return header([](Json& h) {
                             h["target_mu_x"] = h["target_mu_1"];
                             h.erase("target_mu_1");
                         });
                     }});
    const auto extra = [](const std::string& name) {
        ModelParts parts = smallModel();
        const std::uint64_t end = parts.data.size();
        parts.header[name] = {{"dtype", "F32"}, {"shape", {1}}, {"data_offsets", {end, end + 4}}};
        parts.data.append(4, '\0');
        return parts.bytes();
    };
    cases.push_back({"an unknown tensor", "The model holds an unknown tensor \"zz\"", [extra] { return extra("zz"); }});
    cases.push_back({"a tensor whose name has two lines", "The model holds an unknown tensor \"z?error: z\"",
                     [extra] { return extra("z\nerror: z"); }});
    cases.push_back({"a tensor with a long name", "The model holds an unknown tensor \"" + std::string(80, 'z') + "…\"",
                     [extra] { return extra(std::string(100'000, 'z')); }});
}

void addValues(std::vector<MalformedModel>& cases)
{
    const std::string notFinite = "Tensor \"target_mu_0\" holds a value that is not a finite number";
    const std::string variance = "Tensor \"CL.gene_encoder.fc.1.running_var\" holds a variance below 0";
    const auto add = [&cases](const char* name, const std::string& sentence, TensorType type, const char* tensor,
                              std::uint32_t bits) {
        cases.push_back({name, sentence, [type, tensor, bits] {
                             return type == TensorType::f32 ? value(type, tensor, bits)
                                                            : value(type, tensor, static_cast<std::uint16_t>(bits));
                         }});
    };
    add("NaN in F32", notFinite, TensorType::f32, "target_mu_0", 0x7fc00000);
    add("infinity in F32", notFinite, TensorType::f32, "target_mu_0", 0x7f800000);
    add("NaN in F16", notFinite, TensorType::f16, "target_mu_0", 0x7e00);
    add("minus infinity in F16", notFinite, TensorType::f16, "target_mu_0", 0xfc00);
    add("negative variance in F32", variance, TensorType::f32, "CL.gene_encoder.fc.1.running_var", 0xbf800000);
    add("negative variance in F16", variance, TensorType::f16, "CL.gene_encoder.fc.1.running_var", 0x8001);
}

std::string about(const char* field, const std::string& what)
{
    return std::string("The model card's field \"") + field + "\" " + what + "";
}

void addCards(std::vector<MalformedModel>& cases)
{
    const auto set = [&cases](const std::string& name, const std::string& sentence, const std::string& pointer, Json value) {
        cases.push_back(
            {name, sentence, [pointer, value] { return card([&](Json& c) { c[Json::json_pointer(pointer)] = value; }); }});
    };
    const std::string noJson = "The model card is not valid JSON";
    cases.push_back({"card is not JSON", noJson, [] { return cardText("{"); }});
    cases.push_back({"card is a list", noJson, [] { return cardText("[]"); }});
    cases.push_back({"card nested a million deep", "The JSON in the model file is nested deeper than 4",
                     [] { return cardText(repeated("[", 1'000'000)); }});
    cases.push_back({"card names a field twice", "The JSON in the model file names \"name\" twice", [] {
                         std::string text = smallModel().card.dump();
                         return cardText(text.insert(1, "\"name\":\"other\","));
                     }});
    for (const char* field :
         {"format_version", "name", "encoder", "normalisation", "projection", "neighbours", "trained_on", "training_spots",
          "training_positives", "seed", "schedule", "held_out", "licence", "intended_use", "panel", "universe"})
        cases.push_back({std::string("card without ") + field, about(field, "is missing"),
                         [field] { return card([field](Json& c) { c.erase(field); }); }});
    set("format of the future", "The model has format 3; this program reads up to 2", "/format_version", 3);
    set("format 0", "The model card's field \"format_version\" is 0, outside 1 to 1048576", "/format_version", 0);
    set("name is a number", about("name", "is not text"), "/name", 3);
    set("endless name", about("name", "is too long"), "/name", std::string(70'000, 'n'));
    set("encoder is a word", about("encoder", "is not an object"), "/encoder", "builtin");
    set("encoder's hash is none", about("sha256", "is no SHA-256 of 64 small hexadecimal digits"), "/encoder/sha256", "abc");
    cases.push_back({"encoder's dimension differs",
                     "Tensor \"CL.img_encoder.fc.0.weight\" is 1024 × 5; the model card asks for 1024 × 6", [] {
                         return card([](Json& c) {
                             c["encoder"]["dimension"] = 6;
                             c["familiarity"] = nullptr;
                         });
                     }});
    set("encoder's patch is negative", about("patch_um", "holds a number outside its range"), "/encoder/patch_um", -1);
    set("encoder's µm per pixel differ", about("mpp", "is not the patch's µm divided by its pixels"), "/encoder/mpp", 2.0);
    set("modalities contradict", about("modalities", "says otherwise than the field \"encoder\""), "/modalities", {"expression"});
    set("other normalisation",
        "The model wants the normalisation \"none\"; this program does \"library-size 1e4, log1p, per-section min-max\"",
        "/normalisation", "none");
    set("projection is half a number", about("projection", "is not a whole number"), "/projection", 4.5);
    set("projection is true", about("projection", "is not a whole number"), "/projection", true);
    set("huge projection", "The model card's field \"projection\" is 2000000000, outside 1 to 1048576", "/projection",
        2000000000);
    set("projection beyond 63 bits", about("projection", "is not a whole number"), "/projection", 18446744073709551615U);
    set("wrong projection", "Tensor \"BCA.cross_attention1.key_proj.weight\" is 512 × 4; the model card asks for 512 × 8",
        "/projection", 8);
    set("other neighbours", "The model was made for 9 neighbours; this program uses 7", "/neighbours", 9);
    set("paper's ways are words", about("no_separation", "is neither true nor false"), "/paper_ways/no_separation", "no");
    set("more positives than spots", "The model card's field \"training_positives\" is 101, outside 0 to 100",
        "/training_positives", 101);
    set("trained on a number", about("trained_on", "holds something else than text"), "/trained_on", {1});
    set("trained on too many", about("trained_on", "is too long"), "/trained_on", Json(std::vector<std::string>(10'001)));
    set("started from a model trained on a word", about("started_from_trained_on", "is not a list"), "/started_from_trained_on",
        "A1");
    set("held out on a number", about("held_out_on", "holds something else than text"), "/held_out_on", {1});
    set("endless method", about("methods", "holds too long a text"), "/methods", {std::string(2'000, 'm')});
    set("metric is a word", about("auc", "holds something else than finite numbers"), "/held_out/auc", "high");
    set("metrics are a list", about("held_out", "is not an object"), "/held_out", Json::array());
    set("ablation without AUC", about("auc", "is missing"), "/ablation/0", {{"change", "x"}});
    set("ablation of words", about("ablation", "holds something else than objects"), "/ablation/0", "x");
}

void addGeneLists(std::vector<MalformedModel>& cases)
{
    const auto set = [&cases](const char* name, const std::string& sentence, const char* field, Json value) {
        cases.push_back({name, sentence, [field, value] { return card([&](Json& c) { c[field] = value; }); }});
    };
    set("panel of numbers", about("panel", "holds something else than text"), "panel", {1, 2, 3});
    set("panel is a word", about("panel", "is not a list"), "panel", "ERBB2");
    set("empty panel", about("panel", "is empty"), "panel", Json::array());
    cases.push_back({"panel too short", "Tensor \"" + firstLayer + "\" is 1024 × 3; the model card asks for 1024 × 2", [] {
                         return card([](Json& c) {
                             c["panel"] = {"A", "B"};
                             c["panel_ids"] = Json::array();
                         });
                     }});
    set("panel names a gene twice", about("panel", "names a gene twice"), "panel", {"A", "B", "A"});
    set("universe names a gene twice", about("universe", "names a gene twice"), "universe", {"A", "A"});
    set("an id too few", about("panel_ids", "has another length than the list of its genes"), "panel_ids", {"ENSG1", "ENSG2"});
    set("an id too many", about("universe_ids", "has another length than the list of its genes"), "universe_ids",
        {"ENSG1", "ENSG2", "ENSG3", "ENSG4", "ENSG5"});
    set("ids of the universe are numbers", about("universe_ids", "holds something else than text"), "universe_ids", {1, 2, 3, 4});
}

void addMeasurements(std::vector<MalformedModel>& cases)
{
    const auto set = [&cases](const char* name, const std::string& sentence, const char* object, const char* field, Json value) {
        cases.push_back({name, sentence, [object, field, value] { return card([&](Json& c) { c[object][field] = value; }); }});
    };
    set("unknown calibration", about("method", "is neither temperature nor isotonic"), "calibration", "method", "guess");
    set("no knots", about("knot_logits", "is empty"), "calibration", "knot_logits", Json::array());
    set("knots that do not rise", about("knot_logits", "does not rise"), "calibration", "knot_logits", {-1.0, 2.0, 2.0});
    set("probabilities that fall", about("knot_probabilities", "falls"), "calibration", "knot_probabilities", {0.1, 0.9, 0.5});
    set("probability above 1", about("knot_probabilities", "holds a number outside its range"), "calibration",
        "knot_probabilities", {0.1, 0.9, 1.5});
    set("a probability too few", "The model card's field \"knot_probabilities\" holds 2 numbers instead of 3", "calibration",
        "knot_probabilities", {0.1, 0.9});
    set("calibrated on a negative number", "The model card's field \"spots\" is -1, outside 0 to 9223372036854775807",
        "calibration", "spots", -1);
    cases.push_back({"negative slope", about("slope", "holds a number outside its range"), [] {
                         return card([](Json& c) {
                             c["calibration"] = {{"method", "temperature"}, {"slope", -1.0}, {"offset", 0.0}, {"spots", 9}};
                         });
                     }});
    set("image means of another encoder", about("image_mean", "has another length than the encoder's features"), "familiarity",
        "image_mean", {1.0, 2.0});
    set("a deviation too few", "The model card's field \"image_deviation\" holds 1 numbers instead of 5", "familiarity",
        "image_deviation", {1.0});
    set("negative deviation", about("latent_deviation", "holds a number outside its range"), "familiarity", "latent_deviation",
        Json(std::vector<double>(64, -1.0)));
    set("mean beyond single precision", about("latent_mean_cancer", "holds a number outside its range"), "familiarity",
        "latent_mean_cancer", Json(std::vector<double>(64, 1e300)));
    set("mean of nothing", about("latent_mean_healthy", "holds something else than finite numbers"), "familiarity",
        "latent_mean_healthy", Json(std::vector<std::nullptr_t>(64)));
    set("63 latent means", "The model card's field \"latent_mean_healthy\" holds 63 numbers instead of 64", "familiarity",
        "latent_mean_healthy", Json(std::vector<double>(63)));
    set("a share of 2", about("positive_share", "holds a number outside its range"), "familiarity", "positive_share", 2);
}

Json smallCard()
{
    Json familiarity{{"image_mean", {0.1, 0.2, 0.3, 0.4, 0.5}},
                     {"image_deviation", {1.0, 1.0, 1.0, 1.0, 0.0}},
                     {"image_distance", 1.5},
                     {"latent_mean_healthy", std::vector<double>(64, -0.25)},
                     {"latent_mean_cancer", std::vector<double>(64, 0.25)},
                     {"latent_deviation", std::vector<double>(64, 1.0)},
                     {"latent_whitening", std::vector<double>(4096, 0.5)},
                     {"latent_distance", 1.7},
                     {"positive_share", 0.4}};
    return {{"format_version", 2},
            {"name", "small"},
            {"modalities", {"image", "expression"}},
            {"encoder",
             {{"id", "builtin-1"},
              {"sha256", ""},
              {"dimension", 5},
              {"patch_um", 112.0},
              {"patch_px", 224},
              {"mpp", 0.5},
              {"channel_order", "RGB"}}},
            {"normalisation", "library-size 1e4, log1p, per-section min-max"},
            {"projection", 4},
            {"neighbours", 7},
            {"paper_ways",
             {{"unit_embeddings", false},
              {"deviation_to_classifier", true},
              {"summed_reconstruction", false},
              {"no_separation", true}}},
            {"trained_on", {"one", "two"}},
            {"validated_on", {"three"}},
            {"training_spots", 100},
            {"training_positives", 40},
            {"seed", -42},
            {"schedule", "2 + 2 epochs"},
            {"methods", {"early stopping on section three"}},
            {"ablation", {{{"change", "as published"}, {"auc", 0.8}}, {{"change", "early stopping"}, {"auc", 0.85}}}},
            {"started_from", "smaller"},
            {"started_from_trained_on", {"zero"}},
            {"held_out_on", {"four", "five"}},
            {"held_out", {{"auc", 0.9}, {"ap", 0.8}}},
            {"baseline", {{"auc", 0.7}}},
            {"calibration",
             {{"method", "isotonic"}, {"knot_logits", {-1.0, 0.5, 2.0}}, {"knot_probabilities", {0.1, 0.5, 0.9}}, {"spots", 50}}},
            {"familiarity", familiarity},
            {"licence", "CC0 1.0"},
            {"intended_use", "Tests."},
            {"panel", {"A", "B", "C"}},
            {"panel_ids", {"ENSG1", "", "ENSG3"}},
            {"universe", {"A", "B", "C", "D"}},
            {"universe_ids", {"ENSG1", "", "ENSG3", "ENSG4"}}};
}

} // namespace

std::string ModelParts::bytes() const
{
    Json whole = header;
    whole["__metadata__"] = {{"spacrd", card.dump()}};
    return container(whole.dump(), data);
}

size_t ModelParts::begin(const std::string& tensor) const
{
    return header.at(tensor).at("data_offsets").at(0).get<size_t>();
}

ModelParts smallModel(TensorType type)
{
    ModelParts parts;
    parts.card = smallCard();
    // 0.1 everywhere
    const std::string one = type == TensorType::f32 ? std::string("\xcd\xcc\xcc\x3d") : std::string("\x66\x2e");
    for (const auto& [name, shape] : networkTensors(5, 3, 4)) {
        size_t elements = 1;
        for (const std::int64_t extent : shape)
            elements *= static_cast<size_t>(extent);
        const size_t begin = parts.data.size();
        parts.data += repeated(one, elements);
        parts.header[name] = {
            {"dtype", type == TensorType::f32 ? "F32" : "F16"}, {"shape", shape}, {"data_offsets", {begin, parts.data.size()}}};
    }
    return parts;
}

std::vector<MalformedModel> malformedModels()
{
    std::vector<MalformedModel> cases;
    for (const auto add : {addTruncated, addOtherFormats, addHeaders, addDescriptions, addPlaces, addValues, addCards,
                           addGeneLists, addMeasurements})
        add(cases);
    return cases;
}

} // namespace spacrd::test
