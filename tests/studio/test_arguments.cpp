#include "app/studio/arguments.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace spacrd;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartOfARequestCanBeNamed()
    {
        const Arguments arguments =
            readArguments({u"spacrd-studio"_s, u"--slide"_s, u"a slide.tif"_s, u"--slide-scale"_s, u"0.25"_s, u"--align"_s,
                           u"rotate-90"_s, u"--positions"_s, u"p.csv"_s, u"--spots"_s, u"s.tsv"_s, u"--library"_s,
                           u"square_016um"_s, u"--detect"_s, u"outs"_s});
        QVERIFY(arguments.open && arguments.detect && !arguments.demo);
        QCOMPARE(arguments.open->path, std::filesystem::path("outs"));
        QCOMPARE(arguments.open->slide, std::filesystem::path("a slide.tif"));
        QCOMPARE(arguments.open->slideScale, std::optional(0.25));
        QCOMPARE(arguments.open->align, std::string("rotate-90"));
        QCOMPARE(arguments.open->positions, std::filesystem::path("p.csv"));
        QCOMPARE(arguments.open->spots, std::filesystem::path("s.tsv"));
        QCOMPARE(arguments.open->library, std::string("square_016um"));
        QVERIFY(!arguments.open->withoutSlide);
        QVERIFY(readArguments({u"spacrd-studio"_s, u"--no-slide"_s, u"outs"_s}).open->withoutSlide);
        QVERIFY(!readArguments({u"spacrd-studio"_s, u"--demo"_s}).open);
        QVERIFY(readArguments({u"spacrd-studio"_s, u"--drawing"_s, u"processor"_s}).byProcessor);
        QVERIFY(readArguments({u"spacrd-studio"_s, u"--drawing"_s, u"card"_s}).byImitatedCard);
    }

    void helpNeedsNoDisplay()
    {
        char name[] = "spacrd-studio";
        char help[] = "--help";
        char folder[] = "outs";
        char* withHelp[] = {name, folder, help};
        char* without[] = {name, folder};
        QVERIFY(wantsOnlyText(3, withHelp));
        QVERIFY(!wantsOnlyText(2, without));
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"
