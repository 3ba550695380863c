#include "core/base/error.h"
#include "core/preprocess/expression.h"
#include "core/preprocess/genepanel.h"
#include "core/preprocess/genespecies.h"

#include "tests/support/testdata.h"

#include <cmath>

using namespace spacrd;
using namespace spacrd::test;

namespace {

using Genes = std::vector<Gene>;

const char* const tp53 = "ENSG00000141510";
const char* const erbb2 = "ENSG00000141736";
const char* const other = "ENSG00000999999";

/// "2i" = column 2 by id, "s" by symbol, "c" but for the letters' case, "-" missing; one word a wanted gene.
std::string found(const Genes& wanted, const Genes& present)
{
    std::string words;
    for (const GeneMatch& match : matchGenes(wanted, present)) {
        const char letters[] = {'-', 'i', 's', 'c'};
        words += (words.empty() ? "" : " ") + (match.column < 0 ? std::string() : std::to_string(match.column))
                 + letters[static_cast<int>(match.by)];
    }
    return words;
}

/// `count` genes "S0"… of which the first `named` are in the present ones.
std::string refusal(size_t count, size_t named)
{
    PanelGenes panel;
    Genes present{{"X", {}}};
    for (size_t i = 0; i < count; ++i) {
        panel.genes.push_back({"SYMBOL" + std::to_string(i), {}});
        if (i < named)
            present.push_back(panel.genes.back());
    }
    panel.universe = panel.genes;
    const GeneReport report = reportOf(panel, matchGenes(panel.universe, present));
    return errorOf([&] { requireEnoughGenes(report, panel, present, "sample"); });
}

} // namespace

class TestGenePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stableIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("stable");
        QTest::newRow("plain") << "ENSG00000141510"
                               << "TP53"
                               << "ENSG00000141510";
        QTest::newRow("version") << "ENSG00000141510.17"
                                 << "TP53"
                                 << "ENSG00000141510";
        QTest::newRow("mouse") << "ENSMUSG00000059552.14"
                               << "Trp53"
                               << "ENSMUSG00000059552";
        QTest::newRow("in the symbol") << ""
                                       << "ENSG00000141510.2"
                                       << "ENSG00000141510";
        QTest::newRow("the copy on Y is another gene") << "ENSG00000182378.15_PAR_Y"
                                                       << "PLCXD1"
                                                       << "ENSG00000182378_PAR_Y";
        QTest::newRow("no number") << "ENSG"
                                   << "TP53"
                                   << "";
        QTest::newRow("too short a number") << "ENSG0000014151"
                                            << "TP53"
                                            << "";
        QTest::newRow("too long a number") << "ENSG000001415100"
                                           << "TP53"
                                           << "";
        QTest::newRow("a transcript") << "ENST00000269305"
                                      << "TP53"
                                      << "";
        QTest::newRow("no version behind the point") << "ENSG00000141510."
                                                     << "TP53"
                                                     << "";
        QTest::newRow("words behind the point") << "ENSG00000141510.x"
                                                << "TP53"
                                                << "";
        QTest::newRow("small letters") << "ensg00000141510"
                                       << "TP53"
                                       << "";
        QTest::newRow("with its genome") << "GRCh38_ENSG00000141510"
                                         << "TP53"
                                         << "";
        QTest::newRow("a symbol") << "TP53"
                                  << "TP53"
                                  << "";
        QTest::newRow("only ENS") << "ENS"
                                  << ""
                                  << "";
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "";
    }

    void stableIds()
    {
        QFETCH(QString, id);
        QFETCH(QString, symbol);
        QFETCH(QString, stable);
        QCOMPARE(QString::fromStdString(stableId({symbol.toStdString(), id.toStdString()})), stable);
    }

    void theIdComesBeforeTheSymbol()
    {
        // The first column has the symbol, the second the gene.
        QCOMPARE(found({{"TP53", tp53}}, {{"TP53", other}, {"P53", "ENSG00000141510.12"}}), std::string("1i"));
        QCOMPARE(found({{"TP53", std::string(tp53) + ".3"}}, {{"P53", tp53}}), std::string("0i"));
        QCOMPARE(found({{"TP53", tp53}}, {{"ENSG00000141510.12", {}}}), std::string("0i"));
        QCOMPARE(found({{"ENSG00000141510", {}}}, {{"TP53", tp53}}), std::string("0i"));
    }

    void theSymbolComesWhereTheIdIsNotThere()
    {
        QCOMPARE(found({{"TP53", tp53}}, {{"ERBB2", {}}, {"TP53", {}}}), std::string("1s"));
        QCOMPARE(found({{"TP53", {}}}, {{"ERBB2", erbb2}, {"TP53", tp53}}), std::string("1s"));
        QCOMPARE(found({{"TP53", tp53}}, {{"TP53", other}}), std::string("0s"));
        QCOMPARE(found({{"MYC", {}}, {"TP53", {}}}, {{"TP53", {}}}), std::string("- 0s"));
        QCOMPARE(found({{"", {}}}, {{"", {}}}), std::string("-"));
        QCOMPARE(found({{"TP53", tp53}}, {}), std::string("-"));
        QCOMPARE(found({}, {{"TP53", tp53}}), std::string());
    }

    void aColumnIsGivenToOneGene()
    {
        QCOMPARE(found({{"OLD", tp53}, {"TP53", {}}}, {{"TP53", tp53}}), std::string("0i -"));
        QCOMPARE(found({{"TP53", {}}, {"OLD", tp53}}, {{"TP53", tp53}}), std::string("- 0i"));
    }

    void whatIsThereTwiceNamesNothing()
    {
        QCOMPARE(found({{"TP53", tp53}}, {{"TP53", tp53}, {"TP53-1", tp53}}), std::string("0s"));
        QCOMPARE(found({{"X", tp53}}, {{"TP53", tp53}, {"TP53-1", "ENSG00000141510.2"}}), std::string("-"));
        QCOMPARE(found({{"A", tp53}, {"B", tp53}}, {{"B", tp53}}), std::string("- 0s"));
        QCOMPARE(found({{"C1ORF112", {}}}, {{"C1orf112", {}}, {"c1ORF112", {}}, {"TP53", {}}, {"MYC", {}}, {"KIT", {}}}),
                 std::string("-"));
        QCOMPARE(found({{"C1ORF112", {}}, {"C1Orf112", {}}, {"MYC", {}}, {"KIT", {}}, {"TP53", {}}},
                       {{"C1orf112", {}}, {"TP53", {}}, {"MYC", {}}}),
                 std::string("- - 2s - 1s"));
    }

    void theCaseIsOverlookedWithinASpeciesOnly()
    {
        // By the style of most symbols: both human.
        QCOMPARE(found({{"C1ORF112", {}}, {"TP53", {}}, {"MYC", {}}}, {{"C1orf112", {}}, {"TP53", {}}, {"KIT", {}}}),
                 std::string("0c 1s -"));
        // A mouse's, a fish's.
        QCOMPARE(found({{"ACTB", {}}, {"MYC", {}}}, {{"Actb", {}}, {"Myc", {}}}), std::string("- -"));
        QCOMPARE(found({{"ACTB", {}}, {"MYC", {}}}, {{"actb", {}}, {"myc", {}}}), std::string("- -"));
        // By the ids, whatever the style.
        QCOMPARE(found({{"ACTB", "ENSG00000000001"}, {"MYC", {}}}, {{"Actb", "ENSG00000000002"}, {"Myc", {}}}),
                 std::string("0c 1c"));
        QCOMPARE(found({{"ACTB", "ENSG00000000001"}}, {{"actb", "ENSDARG00000000002"}}), std::string("-"));
    }

    void aSymbolJoinsNoIdsOfTwoSpecies()
    {
        QCOMPARE(found({{"H19", "ENSG00000130600"}}, {{"H19", "ENSMUSG00000000031"}}), std::string("-"));
        // Two species on one slide: each gene goes to its own.
        QCOMPARE(found({{"H19", "ENSG00000130600"}}, {{"H19", "ENSMUSG00000000031"}, {"H19-1", "ENSG00000130600"}}),
                 std::string("1i"));
    }

    void theReportCounts()
    {
        PanelGenes panel;
        panel.universe = {{"TP53", tp53}, {"ERBB2", {}}, {"C1ORF112", {}}, {"MYC", {}}, {"KIT", {}}};
        panel.genes = {{"MYC", {}}, {"C1ORF112", {}}, {"TP53", tp53}, {"NOWHERE", {}}, {"ERBB2", {}}};
        const Genes present{{"P53", tp53}, {"ERBB2", {}}, {"C1orf112", {}}, {"NOWHERE", {}}, {"KIT", {}}};
        const GeneReport report = reportOf(panel, matchGenes(panel.universe, present));
        // A gene that is not of the universe is not read, though the sample has it.
        QVERIFY((report == GeneReport{5, 1, 1, 1, {"MYC", "NOWHERE"}}));
        QCOMPARE(report.found(), size_t{3});
        QCOMPARE(genesSentence(report).english(),
                 std::string("2 of the model's 5 genes are not in the sample and count as not expressed: MYC, NOWHERE. Of the "
                             "others 1 were found by Ensembl id, 2 by symbol."));
        QCOMPARE(genesSentence({3, 1, 2, 0, {}}).english(),
                 std::string("All 3 genes of the model are in the sample: 1 found by Ensembl id, 2 by symbol."));
        const std::string many = genesSentence({9, 0, 0, 0, {"A", "B", "C", "D", "E", "F", "G", "H", "I"}}).english();
        QVERIFY2(many.find("G, H, …") != std::string::npos && many.find('I') == std::string::npos, many.c_str());
    }

    void fewerThanATenthIsRefused()
    {
        const std::string nothing = "(nothing thrown)";
        QCOMPARE(refusal(40, 4), nothing);
        QCOMPARE(refusal(5, 1), nothing);
        QCOMPARE(refusal(40, 3),
                 std::string("Only 3 of the model's 40 genes are in the sample; below 10 % a result means nothing — sample (the "
                             "sample measures other genes; use a model trained on a panel like its own)"));
        QVERIFY(refusal(5, 0).starts_with("Only 0 of the model's 5 genes"));
    }

    void theRefusalSaysWhatTheNamesTell()
    {
        const auto sentence = [](const Genes& wanted, const Genes& present) {
            const PanelGenes panel{wanted, wanted};
            const GeneReport report = reportOf(panel, matchGenes(wanted, present));
            return errorOf([&] { requireEnoughGenes(report, panel, present, {}); });
        };
        QVERIFY(sentence({{"TP53", tp53}}, {{"Trp53", "ENSMUSG00000059552"}})
                    .ends_with("(the model's Ensembl ids begin with ENSG, the sample's with ENSMUSG; use a model of the same "
                               "species)"));
        QVERIFY(sentence({{"TP53", {}}}, {{"Trp53", {}}})
                    .ends_with("(the model names genes like \"TP53\", the sample like \"Trp53\"; it needs a sample of the same "
                               "species with genes named by symbol or Ensembl id)"));
    }

    /// The same counts under other names give the same input.
    void theNetworkSeesTheSameUnderOtherNames()
    {
        ExpressionMatrix matrix;
        matrix.genes = {{"TP53", {}}, {"ERBB2", {}}, {"MYC", {}}};
        matrix.barcodes = {"a", "b"};
        matrix.counts = CountMatrix(2, 3);
        matrix.counts.insert(0, 0) = 1.0F;
        matrix.counts.insert(0, 2) = 3.0F;
        matrix.counts.insert(1, 0) = 2.0F;
        matrix.counts.insert(1, 1) = 6.0F;
        const PanelGenes panel{{{"TP53", tp53}, {"ERBB2", erbb2}, {"MYC", {}}}, {{"MYC", {}}, {"TP53", tp53}}};
        const FeatureMatrix plain(expressionFeatures(matrix, panel, nullptr));
        matrix.genes = {{"ENSG00000141510.4", {}}, {"HER2", erbb2}, {"MYC", {}}};
        GeneReport report;
        const FeatureMatrix renamed(expressionFeatures(matrix, panel, &report));
        QVERIFY((report == GeneReport{2, 1, 1, 0, {}}));
        QVERIFY(plain == renamed);
        // Spot b: 2 of 8 counts are TP53's, as 1 of 4 at spot a: a constant column is 0. MYC is at one spot.
        QVERIFY(plain.col(1).isZero());
        QCOMPARE(plain(0, 0), 1.0F);
        QCOMPARE(plain(1, 0), 0.0F);
    }
};

QTEST_APPLESS_MAIN(TestGenePanel)
#include "test_genepanel.moc"
