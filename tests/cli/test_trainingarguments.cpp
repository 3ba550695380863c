#include "app/cli/trainingarguments.h"
#include "tests/support/testdata.h"

using namespace spacrd;
using namespace spacrd::test;

class TestTrainingArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastColonSplits();
    void aColonInAPathDoesNotSplitWhenBothPartsExist();
    void withoutLabelsIsWrong_data();
    void withoutLabelsIsWrong();
};

void TestTrainingArguments::theLastColonSplits()
{
    const cli::TrainingArgument parts = cli::splitTrainingArgument("some:where/outs:labels.csv");
    QCOMPARE(parts.sample.string(), std::string("some:where/outs"));
    QCOMPARE(parts.labels.string(), std::string("labels.csv"));
    QCOMPARE(cli::wrongTrainingArgument("some:where/outs:labels.csv"), std::string());
}

void TestTrainingArguments::aColonInAPathDoesNotSplitWhenBothPartsExist()
{
    const TemporaryFolder folder;
    const std::string sample = (folder / "A1: counts.tsv").string();
    const std::string labels = (folder / "10:30 labels.csv").string();
    write(sample, "x");
    write(labels, "x");
    const cli::TrainingArgument parts = cli::splitTrainingArgument(sample + ":" + labels);
    QCOMPARE(parts.sample.string(), sample);
    QCOMPARE(parts.labels.string(), labels);
}

void TestTrainingArguments::withoutLabelsIsWrong_data()
{
    QTest::addColumn<QString>("argument");
    QTest::newRow("no colon") << QString::fromLatin1("outs");
    QTest::newRow("nothing after it") << QString::fromLatin1("outs:");
    QTest::newRow("nothing before it") << QString::fromLatin1(":labels.csv");
}

void TestTrainingArguments::withoutLabelsIsWrong()
{
    QFETCH(QString, argument);
    QCOMPARE(cli::wrongTrainingArgument(argument.toStdString()),
             argument.toStdString() + " names no labels; write SAMPLE:LABELS");
}

QTEST_APPLESS_MAIN(TestTrainingArguments)
#include "test_trainingarguments.moc"
