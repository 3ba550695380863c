#include "core/base/task.h"
#include "core/fusion/model.h"
#include "core/fusion/safetensors.h"

#include "tests/fusion/syntheticsection.h"
#include "tests/support/testdata.h"

#include <nlohmann/json.hpp>

#include <cstring>

using namespace spacrd;
using namespace spacrd::test;
using Json = nlohmann::ordered_json;

namespace {

/// A model file as header and data, to be spoilt.
struct Parts
{
    Json header;
    std::string data;

    explicit Parts(const std::string& bytes)
    {
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        header = Json::parse(bytes.substr(8, length));
        data = bytes.substr(8 + length);
    }

    std::string bytes() const
    {
        const std::string text = header.dump();
        const std::uint64_t length = text.size();
        return std::string(reinterpret_cast<const char*>(&length), sizeof length) + text + data;
    }

    /// Changes the model card.
    void editCard(const std::function<void(Json&)>& edit)
    {
        Json card = Json::parse(header["__metadata__"]["spacrd"].get<std::string>());
        edit(card);
        header["__metadata__"]["spacrd"] = card.dump();
    }
};

using Spoil = std::function<std::string(Parts)>;

struct MalformedCase
{
    const char* name;
    Spoil spoil;
    const char* sentence;
};

const char* const firstLayer = "CL.gene_encoder.fc.0.weight";

std::vector<MalformedCase> malformedCases()
{
    const auto header = [](const std::function<void(Json&)>& edit) {
        return [edit](Parts parts) {
            edit(parts.header);
            return parts.bytes();
        };
    };
    const auto card = [](const std::function<void(Json&)>& edit) {
        return [edit](Parts parts) {
            parts.editCard(edit);
            return parts.bytes();
        };
    };
    return {
        {"empty", [](Parts) { return std::string(); }, "cut short"},
        {"seven bytes", [](Parts) { return std::string(7, 'x'); }, "cut short"},
        {"text", [](Parts) { return std::string("this is no model file at all, only a sentence"); }, "cut short"},
        {"header longer than file",
         [](Parts p) {
             std::string b = p.bytes();
             b[7] = 0x7f;
             return b;
         },
         "cut short"},
        {"header is not JSON",
         [](Parts p) {
             std::string b = p.bytes();
             b[8] = '?';
             return b;
         },
         "not a JSON object"},
        {"header is an array", [](Parts) { return std::string("\x02\0\0\0\0\0\0\0[]", 10); }, "not a JSON object"},
        {"truncated data",
         [](Parts p) {
             p.data.resize(p.data.size() / 2);
             return p.bytes();
         },
         "Tensor \""},
        {"one byte too many", [](Parts p) { return p.bytes() + "x"; }, "longer or shorter"},
        {"no card", header([](Json& h) { h.erase("__metadata__"); }), "no SpaCRD model card"},
        {"metadata is a list", header([](Json& h) { h["__metadata__"] = Json::array(); }),
         "metadata of the model file is not an object"},
        {"pickle dtype", header([](Json& h) { h[firstLayer]["dtype"] = "O"; }), "only F32 and F16"},
        {"dtype is a number", header([](Json& h) { h[firstLayer]["dtype"] = 3; }),
         "description of tensor \"CL.gene_encoder.fc.0.weight\" is malformed"},
        {"negative extent", header([](Json& h) {
             h[firstLayer]["shape"] = {-1, 40};
         }),
         "claims a shape larger than the file"},
        {"absurd shape", header([](Json& h) {
             h[firstLayer]["shape"] = {4294967296, 4294967296};
         }),
         "claims a shape larger than the file"},
        {"transposed", header([](Json& h) {
             h[firstLayer]["shape"] = {40, 1024};
         }),
         "sizes that the model card names"},
        {"offsets reversed", header([](Json& h) {
             h[firstLayer]["data_offsets"] = {100, 50};
         }),
         "lies outside the file"},
        {"offset beyond the end", header([](Json& h) {
             h[firstLayer]["data_offsets"] = {0, 1 << 30};
         }),
         "lies outside the file"},
        {"overlap", header([](Json& h) { h["target_mu_0"]["data_offsets"] = h["target_mu_1"]["data_offsets"]; }),
         "overlap or leave gaps"},
        {"bytes do not fit the shape", header([](Json& h) { h["target_mu_0"]["shape"] = {63}; }),
         "other bytes than its shape needs"},
        {"renamed tensor",
         [](Parts p) {
             p.header["target_mu_x"] = p.header["target_mu_1"];
             p.header.erase("target_mu_1");
             return p.bytes();
         },
         "lacks the tensor \"target_mu_1\""},
        {"unknown tensor",
         [](Parts p) {
             const std::uint64_t end = p.data.size();
             p.header["zz"] = {{"dtype", "F32"}, {"shape", {1}}, {"data_offsets", {end, end + 4}}};
             p.data.append(4, '\0');
             return p.bytes();
         },
         "unknown tensor \"zz\""},
        {"not a number",
         [](Parts p) {
             std::memset(p.data.data() + p.header["target_mu_0"]["data_offsets"][0].get<size_t>(), 0xff, 4);
             return p.bytes();
         },
         "Tensor \"target_mu_0\" holds a value that is not a finite number"},
        {"card is not JSON",
         [](Parts p) {
             p.header["__metadata__"]["spacrd"] = "{";
             return p.bytes();
         },
         "card is not valid JSON"},
        {"card without a panel", card([](Json& c) { c.erase("panel"); }), "no usable field \"panel\""},
        {"panel of numbers", card([](Json& c) {
             c["panel"] = {1, 2};
         }),
         "no usable field \"panel\""},
        {"panel too short", card([](Json& c) { c["panel"].erase(0); }), "sizes that the model card names"},
        {"panel names a gene twice", card([](Json& c) { c["panel"][1] = c["panel"][0]; }), "names a gene twice"},
        {"empty panel", card([](Json& c) { c["panel"] = Json::array(); }), "gene panel has 0 genes"},
        {"huge projection", card([](Json& c) { c["projection"] = 2000000000; }), "outside 1 to"},
        {"wrong projection", card([](Json& c) { c["projection"] = 64; }), "sizes that the model card names"},
        {"other neighbours", card([](Json& c) { c["neighbours"] = 9; }), "made for 9 neighbours"},
        {"future format", card([](Json& c) { c["format_version"] = 2; }), "has format 2"},
    };
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class TestModelFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Task task;
        TrainOptions options = quickOptions();
        options.epochs = 1;
        m_model = trainModel({syntheticSection(6, 50, 1)}, options, {}, task);
        saveModel(*m_model, m_folder / "whole.spacrd", false);
    }

    void whatIsSavedIsLoaded()
    {
        const auto loaded = loadModel(m_folder / "whole.spacrd");
        QCOMPARE(modelCardJson(loaded->card()), modelCardJson(m_model->card()));
        QCOMPARE(modelCardJson(readModelCard(m_folder / "whole.spacrd")), modelCardJson(m_model->card()));
        saveModel(*loaded, m_folder / "again.spacrd", false);
        QCOMPARE(read(m_folder / "again.spacrd"), read(m_folder / "whole.spacrd"));
    }

    void halfPrecisionHalvesTheFileAndChangesLittle()
    {
        saveModel(*m_model, m_folder / "half.spacrd", true);
        QVERIFY(100 * read(m_folder / "half.spacrd").size() < 51 * read(m_folder / "whole.spacrd").size());
        Task task;
        const auto sample = syntheticSection(6, 50, 2).sample;
        const Detection whole = detectSample(*sample, *m_model, {"cpu", 64, {}}, task);
        const Detection half = detectSample(*sample, *loadModel(m_folder / "half.spacrd"), {"cpu", 64, {}}, task);
        for (size_t spot = 0; spot < whole.logit.size(); ++spot)
            QVERIFY(std::abs(whole.logit[spot] - half.logit[spot]) < 0.02);
    }

    void aMissingFileIsOneSentence()
    {
        QCOMPARE(errorOf([] { loadModel("/nowhere/x.spacrd"); }),
                 std::string("There is no such model file — /nowhere/x.spacrd (check the path)"));
    }

    void aMalformedFileIsOneSentence_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<MalformedCase> cases = malformedCases();
        for (size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].name) << static_cast<int>(i);
    }

    void aMalformedFileIsOneSentence()
    {
        QFETCH(int, index);
        const MalformedCase c = malformedCases()[static_cast<size_t>(index)];
        write(m_folder / "bad.spacrd", c.spoil(Parts(read(m_folder / "whole.spacrd"))));
        const std::string line = errorOf([&] { loadModel(m_folder / "bad.spacrd"); });
        QVERIFY2(line.find(c.sentence) != std::string::npos && line.find("bad.spacrd") != std::string::npos, line.c_str());
        QCOMPARE(line.find('\n'), std::string::npos);
    }

private:
    TemporaryFolder m_folder;
    std::shared_ptr<const Model> m_model;
};

QTEST_APPLESS_MAIN(TestModelFile)
#include "test_modelfile.moc"
