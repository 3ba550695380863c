#include "tests/sample/openinchild.h"

#include <QTest>

#include <algorithm>

using namespace spacrd::test;

namespace {

// Sanitizers keep freed memory and a shadow of all of it.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uintmax_t sanitizerFactor = 6;
#else
constexpr std::uintmax_t sanitizerFactor = 1;
#endif
constexpr std::uintmax_t mostMemoryBytes = std::uintmax_t(96) << 20;
constexpr std::uintmax_t mostMemoryPerByte = 8;
constexpr double mostSeconds = 5.0;
constexpr size_t longestSentence = 400; // without the path

const MalformedSections& cases()
{
    static const MalformedSections all = malformedSections();
    return all;
}

bool isUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8().toStdString() == text
           && !QString::fromStdString(text).contains(QChar::ReplacementCharacter);
}

} // namespace

/// Every malformed section ends in one sentence, or opens; in a process of its own, so that a crash is one failure.
class TestMalformedSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreTold()
    {
        QVERIFY(cases().size() >= 130);
        std::vector<std::string> names;
        for (const MalformedSection& section : cases())
            names.push_back(section.name);
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        QVERIFY2(twice == names.end(), twice == names.end() ? "" : twice->c_str());
    }

    void endsInASentenceOrOpens_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name.c_str()) << static_cast<int>(i);
    }

    void endsInASentenceOrOpens()
    {
        QFETCH(int, index);
        const MalformedSection& section = cases()[static_cast<size_t>(index)];
        const Outcome outcome = openInChild(section);
        QVERIFY2(outcome.death.empty(), outcome.death.c_str());
        const std::string figures = std::to_string(outcome.memoryBytes >> 20) + " MiB for files of "
                                    + std::to_string(outcome.fileBytes) + " bytes, " + std::to_string(outcome.seconds) + " s";
        QVERIFY2(outcome.seconds < mostSeconds * static_cast<double>(sanitizerFactor), figures.c_str());
        QVERIFY2(outcome.memoryBytes <= sanitizerFactor * (mostMemoryBytes + mostMemoryPerByte * outcome.fileBytes),
                 figures.c_str());
        if (section.expected.sentence.empty()) {
            QVERIFY2(outcome.line.empty(), outcome.line.c_str());
            QCOMPARE(outcome.spots, section.expected.spots);
            QCOMPARE(outcome.genes, section.expected.genes);
            QCOMPARE(outcome.counts, section.expected.counts);
            QVERIFY(outcome.finite);
            return;
        }
        QVERIFY2(outcome.line.find(section.expected.sentence) != std::string::npos, ("said: \"" + outcome.line + "\"").c_str());
        QVERIFY2(outcome.line.find('\n') == std::string::npos && isUtf8(outcome.line), outcome.line.c_str());
        QVERIFY2(!outcome.file.empty() && outcome.line.size() < longestSentence + outcome.file.size(), outcome.line.c_str());
    }
};

QTEST_APPLESS_MAIN(TestMalformedSections)
#include "test_malformedsections.moc"
