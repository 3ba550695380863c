#include "core/base/error.h"
#include "core/base/printable.h"

#include <QTest>

using namespace spacrd;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsFillTheirMarkers()
    {
        QCOMPARE(Text("%2 of %1", {"ten", "3"}).english(), std::string("3 of ten"));
        QCOMPARE(Text("100 % of %1, %2", {"x"}).english(), std::string("100 % of x, %2"));
        QCOMPARE(Text("%1", {"%1"}).english(), std::string("%1"));
    }

    void numbersHaveADecimalPointInAnyLocale()
    {
        QCOMPARE(toWord(0.5), std::string("0.5"));
        QCOMPARE(toWord(1234567LL), std::string("1234567"));
        QCOMPARE(toWord(-3), std::string("-3"));
    }

    void anErrorIsOneLine()
    {
        const Error error(Text("Field %1 is bad.", {"a\nb"}), "/tmp/x.csv", "mend it.");
        QCOMPARE(std::string(error.what()), std::string("Field a b is bad — /tmp/x.csv (mend it)"));
        QCOMPARE(std::string(Error("Alone.").what()), std::string("Alone"));
        QCOMPARE(std::string(Error("With a hint.", {}, "do this").what()), std::string("With a hint (do this)"));
    }

    void textOfAFileStaysOnItsLine()
    {
        QCOMPARE(printable("a\nb\x7f\x1b[2J"), std::string("a?b??[2J"));
        QCOMPARE(printable("\u009b31m é"), std::string("?31m é")); // begins a terminal command, too
        QCOMPARE(printable("éé", 3), std::string("é…"));
        QCOMPARE(printable("\xc2", 10), std::string("?")); // no UTF-8
        QCOMPARE(printable("\xc3\xa4\xff\xed\xa0\x80\xc0\x80 组🔬"), std::string("ä?????? 组🔬"));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "test_text.moc"
