#include "widgets/slideview/viewhistory.h"

#include <QTest>

using namespace spacrd;

namespace {

Camera at(double x, double downsample = 1.0)
{
    Camera camera;
    camera.setScreenSize({100, 100});
    camera.centreOn({x, 0.0});
    camera.setDownsample(downsample);
    return camera;
}

} // namespace

class TestViewHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward()
    {
        ViewHistory history;
        QVERIFY(!history.hasBack(at(0)) && !history.hasForward());
        QVERIFY(!history.back(at(0)) && !history.forward());
        for (const double x : {1.0, 2.0, 3.0})
            history.stayAt(at(x));
        history.stayAt(at(3.0)); // no other
        QCOMPARE(history.back(at(3)), std::optional(at(2)));
        QCOMPARE(history.back(at(2)), std::optional(at(1)));
        QVERIFY(!history.back(at(1)));
        QCOMPARE(history.forward(), std::optional(at(2)));
        QCOMPARE(history.forward(), std::optional(at(3)));
        QVERIFY(!history.forward());
    }

    void aViewThatNobodyStayedAtIsNotLost()
    {
        ViewHistory history;
        history.stayAt(at(1));
        history.stayAt(at(2));
        QVERIFY(history.hasBack(at(9)));
        QCOMPARE(history.back(at(9)), std::optional(at(2))); // on the way from 2 to somewhere
        QCOMPARE(history.forward(), std::optional(at(9)));
    }

    void anotherWayForgetsTheOldOne()
    {
        ViewHistory history;
        for (const double x : {1.0, 2.0, 3.0})
            history.stayAt(at(x));
        history.back(at(3));
        history.back(at(2));
        history.stayAt(at(7));
        QVERIFY(!history.hasForward());
        QCOMPARE(history.back(at(7)), std::optional(at(1)));
        history.clear();
        QVERIFY(!history.hasBack(at(7)) && !history.hasForward());
    }

    void theSizeOfTheWindowMakesNoOtherView()
    {
        ViewHistory history;
        history.stayAt(at(1));
        history.stayAt(at(2));
        Camera wider = at(2);
        wider.setScreenSize({300, 200});
        history.stayAt(wider);
        QCOMPARE(history.back(wider), std::optional(at(1)));
    }

    void oldViewsAreForgotten()
    {
        ViewHistory history;
        for (int i = 0; i < 2000; ++i)
            history.stayAt(at(i));
        int count = 0;
        while (history.back(at(1999 - count)))
            ++count;
        QCOMPARE(count, 499);
    }
};

QTEST_APPLESS_MAIN(TestViewHistory)
#include "test_viewhistory.moc"
