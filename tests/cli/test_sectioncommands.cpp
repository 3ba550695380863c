#include "tests/cli/phantomsection.h"

#include <QRegularExpression>

#include <QJsonArray>

#include <optional>

using namespace Qt::StringLiterals;
using namespace spacrd::test;

/// Phantom, info, import, features, train, detect, evaluate and model on one small synthetic section.
class TestSectionCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void phantomNamesWhatItWrote();
    void infoOfASample();
    void infoOfASlide();
    void infoOfASampleWithItsSlide();
    void importMakesASlide();
    void featuresAreOneRowASpot();
    void theModelCardTellsOfTheTraining();
    void aDamagedModelIsRefused();
    void trainingMeasuresHeldOutSections();
    void trainingTwiceGivesTheSameBytes();
    void detectFindsThePhantomsTumour();
    void detectTwiceGivesTheSameBytes();
    void detectWritesOnlyTheFormatsAsked();
    void progressIsOneLineEveryTenPercent();
    void quietShowsNoProgress();
    void anEncoderFileMustBeTrusted();

private:
    QStringList detect(const std::filesystem::path& output) const;
    QString inFolder(const char* name) const { return text(m_folder / name); }

    TemporaryFolder m_folder;
    std::optional<PhantomSection> m_section;
};

void TestSectionCommands::initTestCase()
{
    setHome(m_folder / "home");
    m_section.emplace(m_folder.path());
}

QStringList TestSectionCommands::detect(const std::filesystem::path& output) const
{
    return {u"detect"_s, m_section->sampleFile(), u"-m"_s, m_section->model(), u"-o"_s, text(output), u"--threads"_s, u"2"_s};
}

void TestSectionCommands::phantomNamesWhatItWrote()
{
    const Run run = runSpacrd({u"phantom"_s, u"-o"_s, inFolder("st"), u"--platform"_s, u"st"_s, u"--width"_s, u"2000"_s,
                               u"--height"_s, u"2000"_s, u"--genes"_s, u"50"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject written = run.json();
    QCOMPARE(written[u"platform"_s].toString(), u"st"_s);
    for (const char* key : {"sample", "slide", "labels", "regions"})
        QVERIFY2(QFile::exists(written[QString::fromLatin1(key)].toString()), key);
    // The same options write the same bytes.
    QCOMPARE(runSpacrd({u"phantom"_s, u"-o"_s, inFolder("st again"), u"--platform"_s, u"st"_s, u"--width"_s, u"2000"_s,
                        u"--height"_s, u"2000"_s, u"--genes"_s, u"50"_s})
                 .code,
             0);
    for (const char* name : {"image.tif", "counts.tsv.gz", "spots.tsv", "truth.csv", "truth.geojson"})
        QVERIFY2(read(m_folder / "st" / name) == read(m_folder / "st again" / name), name);
}

void TestSectionCommands::infoOfASample()
{
    const Run run = runSpacrd({u"info"_s, m_section->sample(), u"--no-slide"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject facts = run.json();
    const QStringList keys{u"findings"_s,
                           u"fullres_mpp"_s,
                           u"genes"_s,
                           u"height"_s,
                           u"kind"_s,
                           u"levels"_s,
                           u"mpp_x"_s,
                           u"mpp_y"_s,
                           u"nonzeros"_s,
                           u"objective"_s,
                           u"platform"_s,
                           u"quality"_s,
                           u"spot_diameter_px"_s,
                           u"spot_pitch_px"_s,
                           u"spots"_s,
                           u"spots_in_tissue"_s,
                           u"vendor"_s,
                           u"warnings"_s,
                           u"width"_s};
    QCOMPARE(facts.keys(), keys);
    QCOMPARE(facts[u"kind"_s].toString(), u"sample"_s);
    QCOMPARE(facts[u"platform"_s].toString(), u"visium"_s);
    QCOMPARE(facts[u"genes"_s].toInt(), 200);
    QVERIFY(facts[u"spots_in_tissue"_s].toInt() > 50);
    QVERIFY(facts[u"nonzeros"_s].toInt() > facts[u"spots"_s].toInt());
    QVERIFY(facts[u"width"_s].isNull() && facts[u"vendor"_s].isNull() && facts[u"objective"_s].isNull());
    QCOMPARE(facts[u"levels"_s].toArray().size(), 0);
    const QJsonObject quality = facts[u"quality"_s].toObject();
    QVERIFY(quality[u"median_umis"_s].toDouble() > quality[u"median_genes"_s].toDouble());
    QVERIFY(quality[u"median_genes"_s].toDouble() > 1.0);
    QVERIFY(quality[u"tissue_share"_s].isNull());
}

void TestSectionCommands::infoOfASlide()
{
    const Run run = runSpacrd({u"info"_s, m_section->slide(), u"--json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject facts = run.json();
    QCOMPARE(facts[u"kind"_s].toString(), u"slide"_s);
    QCOMPARE(facts[u"width"_s].toInt(), 3000);
    QCOMPARE(facts[u"height"_s].toInt(), 3000);
    QVERIFY(facts[u"levels"_s].toArray().size() > 1);
    QCOMPARE(facts[u"levels"_s].toArray().first().toObject()[u"downsample"_s].toDouble(), 1.0);
    QVERIFY(qAbs(facts[u"mpp_x"_s].toDouble() - 0.5) < 1e-3);
    QVERIFY(facts[u"spots"_s].isNull() && facts[u"platform"_s].isNull() && facts[u"quality"_s].isNull());
    // A link to itself is neither a sample nor a slide.
    const TemporaryFolder folder;
    std::filesystem::create_symlink(folder / "loop.svs", folder / "loop.svs");
    const Run loop = runSpacrd({u"info"_s, QString::fromStdString((folder / "loop.svs").string())});
    QCOMPARE(loop.code, 1);
    QVERIFY2(loop.err.startsWith("error: ") && loop.err.trimmed().count('\n') == 0, loop.err.constData());
}

void TestSectionCommands::infoOfASampleWithItsSlide()
{
    const QJsonObject facts = runSpacrd({u"info"_s, m_section->sample(), u"--slide"_s, m_section->slide(), u"--json"_s}).json();
    QCOMPARE(facts[u"kind"_s].toString(), u"sample"_s);
    QCOMPARE(facts[u"width"_s].toInt(), 3000);
    QCOMPARE(facts[u"genes"_s].toInt(), 200);
    QVERIFY(facts[u"quality"_s].toObject()[u"tissue_share"_s].toDouble() > 0.5);
    QCOMPARE(facts, runSpacrd({u"info"_s, m_section->sampleFile(), u"--json"_s}).json());
}

void TestSectionCommands::importMakesASlide()
{
    // A flat TIFF of 700 × 500 grey pixels, made by hand: header, one strip, one directory.
    const auto word16 = [](unsigned v) { return std::string{static_cast<char>(v & 255), static_cast<char>(v >> 8)}; };
    const auto word32 = [&word16](unsigned v) { return word16(v & 0xffff) + word16(v >> 16); };
    const auto entry = [&](unsigned tag, unsigned type, unsigned value) {
        return word16(tag) + word16(type) + word32(1) + word32(value);
    };
    const unsigned pixels = 700 * 500;
    std::string tiff = "II*" + std::string(1, '\0') + word32(8 + pixels) + std::string(pixels, '\x80') + word16(8);
    tiff += entry(256, 4, 700) + entry(257, 4, 500) + entry(258, 3, 8) + entry(259, 3, 1) + entry(262, 3, 1) + entry(273, 4, 8)
            + entry(278, 4, 500) + entry(279, 4, pixels) + word32(0);
    write(m_folder / "flat.tif", tiff);

    const Run run =
        runSpacrd({u"import"_s, inFolder("flat.tif"), u"-o"_s, inFolder("pyramid.tif"), u"--mpp"_s, u"0.25"_s, u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(run.json()[u"width"_s].toInt(), 700);
    const QJsonObject facts = runSpacrd({u"info"_s, inFolder("pyramid.tif"), u"--json"_s}).json();
    QCOMPARE(facts[u"height"_s].toInt(), 500);
    QVERIFY(qAbs(facts[u"mpp_x"_s].toDouble() - 0.25) < 1e-4);

    write(m_folder / "note.txt", "not an image\n");
    const Run refused = runSpacrd({u"import"_s, inFolder("note.txt"), u"-o"_s, inFolder("note.tif")});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.errorLine().startsWith(u"error: "_s));
    QVERIFY(!std::filesystem::exists(m_folder / "note.tif"));
}

void TestSectionCommands::featuresAreOneRowASpot()
{
    const int spots = runSpacrd({u"info"_s, m_section->sampleFile(), u"--json"_s}).json()[u"spots"_s].toInt();
    const Run run = runSpacrd({u"features"_s, m_section->sampleFile(), u"-o"_s, inFolder("features.h5"), u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(run.json()[u"spots"_s].toInt(), spots);
    QVERIFY(run.json()[u"dimension"_s].toInt() > 0);
    QVERIFY(read(m_folder / "features.h5").starts_with("\x89HDF"));
}

void TestSectionCommands::theModelCardTellsOfTheTraining()
{
    const Run run = runSpacrd({u"model"_s, m_section->model(), u"--check"_s, u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    const QJsonObject card = run.json();
    QCOMPARE(card[u"check"_s].toString(), u"ok"_s);
    QCOMPARE(card[u"panel"_s].toArray().size(), 100);
    QVERIFY(runSpacrd({u"model"_s, m_section->model()}).out.startsWith("model "));
}

void TestSectionCommands::aDamagedModelIsRefused()
{
    std::string bytes = read(m_folder / "model.spacrd");
    bytes.resize(bytes.size() / 2);
    write(m_folder / "cut.spacrd", bytes);
    const Run run = runSpacrd({u"model"_s, inFolder("cut.spacrd"), u"--check"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errorLine().contains(u"cut.spacrd"_s), run.err.constData());
}

void TestSectionCommands::trainingMeasuresHeldOutSections()
{
    const QString section = m_section->sample() + u':' + m_section->labels();
    const QString other = inFolder("other");
    QCOMPARE(runSpacrd({u"phantom"_s, u"-o"_s, other, u"--width"_s, u"3000"_s, u"--height"_s, u"3000"_s, u"--genes"_s, u"120"_s,
                        u"--seed"_s, u"2"_s})
                 .code,
             0);
    const QString unseen = other + u"/outs:"_s + other + u"/truth.csv"_s;
    const QStringList arguments{u"train"_s,   section, u"--holdout"_s, unseen,  u"--encoder"_s, u"none"_s, u"--epochs"_s, u"6"_s,
                                u"--genes"_s, u"50"_s, u"--batch"_s,   u"64"_s, u"--lr"_s,      u"1e-3"_s, u"--half"_s};
    const Run run = runSpacrd(arguments + QStringList{u"-o"_s, inFolder("genes.spacrd"), u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    const QJsonObject heldOut = run.json()[u"held_out"_s].toObject();
    QCOMPARE(heldOut.keys(), QStringList({u"ap"_s, u"auc"_s, u"f1"_s}));
    for (const QString& figure : heldOut.keys())
        QVERIFY(heldOut[figure].toDouble() > 0.0 && heldOut[figure].toDouble() <= 1.0);

    const Run card = runSpacrd({u"model"_s, inFolder("genes.spacrd")});
    QCOMPARE(card.code, 0);
    QVERIFY2(card.out.contains("held-out auc"), card.out.constData());
    QVERIFY2(card.out.contains("\n  held out        other\n"), card.out.constData());
    QVERIFY2(card.out.contains("expression alone"), card.out.constData());
    QVERIFY(std::filesystem::file_size(m_folder / "genes.spacrd") < std::filesystem::file_size(m_folder / "model.spacrd"));
}

void TestSectionCommands::trainingTwiceGivesTheSameBytes()
{
    const QString section = m_section->sample() + u':' + m_section->labels();
    // The card is named after the file: the same name in two folders.
    for (const char* folder : {"first", "second"}) {
        std::filesystem::create_directory(m_folder / folder);
        const Run run =
            runSpacrd({u"train"_s, section, u"-o"_s, text(m_folder / folder / "twin.spacrd"), u"--encoder"_s, u"none"_s,
                       u"--epochs"_s, u"2"_s, u"--genes"_s, u"50"_s, u"--threads"_s, u"2"_s, u"--seed"_s, u"11"_s});
        QVERIFY2(run.code == 0, run.err.constData());
    }
    const std::string first = read(m_folder / "first" / "twin.spacrd");
    QVERIFY(!first.empty() && first == read(m_folder / "second" / "twin.spacrd"));
}

void TestSectionCommands::detectFindsThePhantomsTumour()
{
    const Run run = runSpacrd(detect(m_folder / "found") + QStringList{u"--json"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(namesIn(m_folder / "found"),
             QStringList({u"attention.csv"_s, u"overlay.png"_s, u"regions.geojson"_s, u"run.json"_s, u"scores.csv"_s}));
    QCOMPARE(run.json()[u"used_image"_s].toBool(), true);
    QVERIFY(read(m_folder / "found" / "scores.csv").starts_with("barcode,x,y,score,probability,class\n"));

    const QJsonObject figures = runSpacrd({u"evaluate"_s, inFolder("found/scores.csv"), m_section->labels(), u"--json"_s}).json();
    QVERIFY2(figures[u"auc"_s].toDouble() > 0.85, qPrintable(QString::number(figures[u"auc"_s].toDouble())));
}

void TestSectionCommands::detectTwiceGivesTheSameBytes()
{
    QCOMPARE(runSpacrd(detect(m_folder / "once")).code, 0);
    QCOMPARE(runSpacrd(detect(m_folder / "twice")).code, 0);
    for (const char* name : {"scores.csv", "attention.csv", "regions.geojson", "overlay.png"}) {
        const std::string once = read(m_folder / "once" / name);
        QVERIFY2(!once.empty() && once == read(m_folder / "twice" / name), name);
    }
}

void TestSectionCommands::detectWritesOnlyTheFormatsAsked()
{
    QCOMPARE(
        runSpacrd(detect(m_folder / "csv") + QStringList{u"--formats"_s, u"csv"_s, u"--threshold"_s, u"percentile:50"_s}).code,
        0);
    QCOMPARE(namesIn(m_folder / "csv"), QStringList({u"attention.csv"_s, u"run.json"_s, u"scores.csv"_s}));
}

void TestSectionCommands::progressIsOneLineEveryTenPercent()
{
    const Run run = runSpacrd(detect(m_folder / "progress"));
    QCOMPARE(run.code, 0);
    const QStringList lines = QString::fromUtf8(run.err).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty());
    int withPercent = 0;
    int withDevice = 0;
    QString stage;
    int before = 0;
    for (const QString& line : lines) {
        QVERIFY2(!line.contains(u'\r') && !line.contains(u'\033'), qPrintable(line));
        if (line.startsWith(u"Running on cpu"_s) || line.startsWith(u"Running on cuda:0 ("_s)) {
            ++withDevice;
            continue;
        }
        if (line.startsWith(u"warning: "_s)) // of what the hardly trained model found
            continue;
        const auto match = QRegularExpression(u"^([A-Z][^:]+)(: (\\d+) %.*)?$"_s).match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        if (match.captured(3).isEmpty())
            continue;
        ++withPercent;
        const int percent = match.captured(3).toInt();
        QCOMPARE(percent % 10, 0);
        QVERIFY2(stage != match.captured(1) || percent > before || percent == 0, qPrintable(line));
        stage = match.captured(1);
        before = percent;
    }
    QVERIFY(withPercent > 0);
    QCOMPARE(withDevice, 1);
}

void TestSectionCommands::quietShowsNoProgress()
{
    const Run run = runSpacrd(detect(m_folder / "quiet") + QStringList{u"--quiet"_s});
    QCOMPARE(run.code, 0);
    for (const QString& line : QString::fromUtf8(run.err).split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(line.startsWith(u"warning: "_s), qPrintable(line));
}

void TestSectionCommands::anEncoderFileMustBeTrusted()
{
    write(m_folder / "encoder.pt", "no TorchScript at all");
    const QString hash = u"dd5166bf0ec5c2c6e5f36cd1c6a7ae8f5e2d0b17"_s; // a wrong one
    const QStringList arguments{u"features"_s,        m_section->sampleFile(), u"-o"_s,
                                inFolder("torch.h5"), u"--encoder"_s,          inFolder("encoder.pt")};
    const Run asked = runSpacrd(arguments);
    QCOMPARE(asked.code, 1);
    const auto named = QRegularExpression(u"--trust-encoder ([0-9a-f]{64})"_s).match(asked.errorLine());
    QVERIFY2(named.hasMatch(), asked.err.constData());

    const Run wrong = runSpacrd(arguments + QStringList{u"--trust-encoder"_s, hash});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.errorLine().contains(u"not the one you trust"_s), wrong.err.constData());

    // Once trusted it is read, and found to be no encoder; the second time nobody asks.
    for (const QStringList& trust : {QStringList{u"--trust-encoder"_s, named.captured(1)}, QStringList{}}) {
        const Run trusted = runSpacrd(arguments + trust);
        QCOMPARE(trusted.code, 1);
        QVERIFY2(!trusted.errorLine().contains(u"trust"_s), trusted.err.constData());
    }
    // A changed file is another file.
    write(m_folder / "encoder.pt", "something else");
    QVERIFY(runSpacrd(arguments).errorLine().contains(u"not trusted yet"_s));
}

QTEST_GUILESS_MAIN(TestSectionCommands)
#include "test_sectioncommands.moc"
