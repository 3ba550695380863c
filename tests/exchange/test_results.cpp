#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/exchange/labels.h"
#include "tests/exchange/samples.h"
#include "tests/support/testdata.h"

#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

using namespace spacrd;
using namespace spacrd::test;
using nlohmann::json;

namespace {

/// 3 × 3 spots, pitch 100; the ring of eight is class 1.
Result ringResult()
{
    auto sample = makeSample(SpotLattice::square, 3, 3, 100);
    sample->section.mpp = 2.0;
    sample->section.spots[0].barcode = "a,\"b\"";
    Detection detection = makeDetection(*sample);
    detection.score = {1, 1, 1, 1, 0, 1, 1, 1, 0.1};
    detection.probability = {.9, .9, .9, .9, .1, .9, .9, .9, 0.5};
    return decideResult(sample, std::move(detection), "auto");
}

bool same(const json& a, const json& b)
{
    return a == b;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

std::set<std::string> filesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

} // namespace

class TestResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDetectionIsDecided()
    {
        const Result result = ringResult();
        QCOMPARE(result.decision.classes, (std::vector<int>{1, 1, 1, 1, 0, 1, 1, 1, 1}));
        QCOMPARE(result.regions.size(), size_t{1});
        QCOMPARE(result.regions[0].spots, 8);
        QCOMPARE(result.regions[0].areaUm2.value_or(0), 8 * 100.0 * 100.0 * 4.0);
        auto sample = makeSample(SpotLattice::square, 3, 3, 100);
        Detection shorter = makeDetection(*sample);
        shorter.score.pop_back();
        QCOMPARE(errorOf([&] { decideResult(sample, shorter, "auto"); }),
                 std::string("The sample has 9 spots, but the detection has 8 scores and 9 probabilities"));
    }

    void theSlideGivesTheAreaWhereThePitchDoesNot()
    {
        auto sample = makeSample(SpotLattice::square, 3, 3, 100);
        sample->slide = std::make_shared<PaintedSlide>(200, 200, 1.0);
        sample->alignment = Alignment::scaled(0.5); // 0.5 level-0 px of 1 µm per full-resolution pixel
        const Result result = decideResult(sample, makeDetection(*sample), "0");
        QCOMPARE(result.regions[0].areaUm2.value_or(0), 9 * 100.0 * 100.0 * 0.25);
    }

    void scoresAreWritten()
    {
        const auto lines = linesOf(scoresCsv(ringResult()));
        QCOMPARE(lines.size(), size_t{10});
        QCOMPARE(lines[0], std::string("barcode,x,y,score,probability,class"));
        QCOMPARE(lines[1], std::string("\"a,\"\"b\"\"\",100,100,1,0.9,1"));
        QCOMPARE(lines[5], std::string("1x1,200,200,0,0.1,0"));
        QCOMPARE(lines[9], std::string("2x2,300,300,0.1,0.5,1"));
    }

    void scoresReadBackExactly()
    {
        auto sample = makeSample(SpotLattice::hexagonal, 6, 5, 123.456789);
        const Result result = decideResult(sample, makeDetection(*sample), "percentile:50");
        const TemporaryFolder folder;
        write(folder / "scores.csv", scoresCsv(result));
        const Table table = readTableWithHeader(folder / "scores.csv", Task());
        QCOMPARE(table.rows.size(), sample->spots().size());
        for (size_t s = 0; s < table.rows.size(); ++s) {
            QCOMPARE(toDouble(table.rows[s][1]).value(), sample->spots()[s].fullres.x);
            QCOMPARE(toDouble(table.rows[s][3]).value(), result.detection.score[s]);
            QCOMPARE(toDouble(table.rows[s][4]).value(), result.detection.probability[s]);
        }
        QCOMPARE(readLabels(folder / "scores.csv", sample->expression().barcodes, {}, {}, Task()), result.decision.classes);
    }

    void attentionIsWritten()
    {
        const Result result = ringResult();
        const auto lines = linesOf(attentionCsv(result));
        QCOMPARE(lines.size(), size_t{1 + 9 * 7});
        QCOMPARE(lines[0], std::string("barcode,neighbour,histology_to_gene,gene_to_histology"));
        QCOMPARE(lines[1], std::string("\"a,\"\"b\"\"\",\"a,\"\"b\"\"\",0.25,0.1"));
        QVERIFY(lines[2].starts_with("\"a,\"\"b\"\"\",") && lines[2].ends_with(",0.125,0.1"));
        QVERIFY(lines[29].starts_with("1x1,1x1,"));
    }

    void regionsHaveQuPathsShape()
    {
        const Result result = ringResult();
        const std::string text = regionsGeoJson(result);
        const json document = json::parse(text);
        QVERIFY(same(document.at("type"), "FeatureCollection"));
        QCOMPARE(document.at("features").size(), size_t{1});
        const json& feature = document["features"][0];
        QVERIFY(same(feature.at("type"), "Feature"));
        const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QVERIFY(uuid.match(QString::fromStdString(feature.at("id").get<std::string>())).hasMatch());
        const json& properties = feature.at("properties");
        QVERIFY(same(properties.at("objectType"), "annotation"));
        QVERIFY(same(properties.at("name"), "CTR 1"));
        QVERIFY(same(properties.at("classification"), (json{{"name", "Tumor"}, {"color", {200, 0, 0}}})));
        for (const auto& [name, value] : properties.at("measurements").items())
            QVERIFY2(value.is_number(), name.c_str());
        QVERIFY(same(properties["measurements"].at("Area µm^2"), 320000.0));
        QVERIFY(same(properties["measurements"].at("Spots"), 8));
        QVERIFY(!properties.contains("isLocked"));

        const json& geometry = feature.at("geometry");
        QVERIFY(same(geometry.at("type"), "Polygon"));
        QCOMPARE(geometry.at("coordinates").size(), size_t{2});
        for (const json& ring : geometry["coordinates"])
            QVERIFY(same(ring.front(), ring.back()));
        QVERIFY(same(geometry["coordinates"][0][0], (json{50.0, 50.0})));
        // The same again has the same id; another sample's region has another.
        QCOMPARE(regionsGeoJson(result), text);
        auto other = std::make_shared<Sample>(*result.sample);
        other->name = "Another";
        Result moved = result;
        moved.sample = other;
        QVERIFY(json::parse(regionsGeoJson(moved))["features"][0]["id"] != feature["id"]);
    }

    void coordinatesHaveTwoDecimals()
    {
        auto sample = makeSample(SpotLattice::hexagonal, 8, 8, 77.7777);
        const std::string text = regionsGeoJson(decideResult(sample, makeDetection(*sample), "gmm"));
        const QString geometry = QString::fromStdString(text.substr(0, text.find("\"properties\"")));
        QVERIFY(geometry.contains(QRegularExpression(QStringLiteral(R"(\[\d+\.\d{2},)"))));
        QVERIFY(!geometry.contains(QRegularExpression(QStringLiteral(R"(\.\d{3})"))));
        QVERIFY(!geometry.contains(QStringLiteral("-0,")));
    }

    void noRegionsAreAnEmptyCollection()
    {
        auto sample = makeSample(SpotLattice::square, 3, 3, 100);
        const Result result = decideResult(sample, makeDetection(*sample), "1");
        QVERIFY(same(json::parse(regionsGeoJson(result)), (json{{"type", "FeatureCollection"}, {"features", json::array()}})));
    }

    void allFilesAreWrittenTwiceTheSame()
    {
        Result result = ringResult();
        const TemporaryFolder folder;
        write(folder / "in" / "counts.tsv", "counts");
        write(folder / "m.spacrd", "model");
        Provenance provenance{folder / "m.spacrd",
                              "Phantom model",
                              "cpu",
                              2,
                              42,
                              {{"sample", folder / "in" / "counts.tsv"}, {"model", folder / "m.spacrd"}},
                              {{"Reading counts", 0.25}, {"Detecting", 1.5}}};
        Task task;
        result.detection.genes = {5, 1, 2, 0, {"ERBB2", "KRT19"}};
        writeResult(result, provenance, {}, folder / "one", task);
        provenance.secondsPerStage.front().second = 0.5;
        writeResult(result, provenance, {}, folder / "two", task);
        const std::set<std::string> names{"scores.csv", "attention.csv", "regions.geojson", "overlay.png", "run.json"};
        QCOMPARE(filesIn(folder / "one"), names);
        json runs[2];
        for (const std::string& name : names) {
            if (name == "run.json") {
                runs[0] = json::parse(read(folder / "one" / name));
                runs[1] = json::parse(read(folder / "two" / name));
            } else {
                QVERIFY2(read(folder / "one" / name) == read(folder / "two" / name), name.c_str());
                const json run = json::parse(read(folder / "one" / "run.json"));
                QVERIFY(same(run.at("outputs_sha256").at(name), sha256(read(folder / "one" / name))));
            }
        }
        QVERIFY(same(runs[0].at("inputs").at("sample").at("sha256"), sha256("counts")));
        QVERIFY(same(runs[0].at("inputs").at("model").at("file"), (folder / "m.spacrd").string()));
        QVERIFY(same(runs[0].at("model").at("name"), "Phantom model"));
        QVERIFY(same(runs[0].at("parameters").at("threshold_rule"), "probability"));
        QVERIFY(same(runs[0].at("parameters").at("threshold"), 0.5));
        QVERIFY(same(runs[0].at("genes"), json({{"panel", 5},
                                                {"found_by_id", 1},
                                                {"found_by_symbol", 2},
                                                {"found_by_letter_case", 0},
                                                {"missing", 2},
                                                {"missing_genes", {"ERBB2", "KRT19"}}})));
        QVERIFY(same(runs[0].at("device"), "cpu"));
        QVERIFY(same(runs[0].at("threads"), 2));
        QVERIFY(same(runs[0].at("seed"), 42));
        QVERIFY(same(runs[0].at("counts").at("spots_of_class_1"), 8));
        QVERIFY(!runs[0].at("versions").at("libtorch").get<std::string>().empty());
        QVERIFY(same(runs[0].at("timing").at("stages")[0].at("stage"), "Reading counts"));
        QVERIFY(runs[0]["timing"] != runs[1]["timing"]);
        runs[0].erase("timing");
        runs[1].erase("timing");
        QVERIFY(same(runs[0], runs[1]));
    }

    void onlyTheWantedFilesAreWritten()
    {
        const TemporaryFolder folder;
        Task task;
        writeResult(ringResult(), {}, {.scores = false, .regions = true, .overlay = false, .run = false}, folder / "out", task);
        QCOMPARE(filesIn(folder / "out"), (std::set<std::string>{"regions.geojson"}));
        // A second run into the same folder adds and replaces, and leaves strangers alone.
        write(folder / "out" / "notes.txt", "mine");
        writeResult(ringResult(), {}, {.scores = true, .regions = false, .overlay = false, .run = false}, folder / "out", task);
        QCOMPARE(filesIn(folder / "out"), (std::set<std::string>{"regions.geojson", "scores.csv", "attention.csv", "notes.txt"}));
    }

    void aFailureLeavesNothing()
    {
        const TemporaryFolder folder;
        Task task;
        Provenance provenance;
        provenance.inputs["model"] = folder / "gone.spacrd";
        QVERIFY(errorOf([&] {
                    writeResult(ringResult(), provenance, {}, folder / "out", task);
                }).starts_with("The file cannot be read — "));
        QVERIFY(filesIn(folder.path()).empty());
    }

    void cancellingInTheMiddleLeavesNothing()
    {
        const TemporaryFolder folder;
        std::stop_source stop;
        // The sink hears of the start of the stage, when the hidden folder is there already; the next file then stops.
        Task task(stop.get_token(), [&](const Progress&) { stop.request_stop(); });
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeResult(ringResult(), {}, {}, folder / "out", task));
        QVERIFY(filesIn(folder.path()).empty());
    }

    void aFileInTheWayIsNamed()
    {
        const TemporaryFolder folder;
        write(folder / "out", "a file");
        Task task;
        QVERIFY(errorOf([&] { writeResult(ringResult(), {}, {}, folder / "out", task); }).find("there is a file of that name")
                != std::string::npos);
        QCOMPARE(read(folder / "out"), std::string("a file"));
    }
};

QTEST_APPLESS_MAIN(TestResults)
#include "test_results.moc"
