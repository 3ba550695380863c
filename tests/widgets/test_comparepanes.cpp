#include "memoryslide.h"
#include "samples.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/panels/comparepane.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/slideview/linkedviews.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

const QRectF canvas(0, 0, 8192, 6144);

/// One view of 1200 × 500, with a gene and a score over the slide.
struct Shown
{
    Shown()
    {
        panes.resize(1200, 500);
        main->setSlide(slide, canvas, 0.5);
        for (const QString& id : {u"gene"_s, u"score"_s}) {
            const auto sample = gridSample(8, 6, 900.0);
            auto layer = std::make_unique<SpotValueLayer>(id, id.toUpper(), std::make_shared<const SpotPlaces>(*sample));
            layer->setValues(std::vector<float>(sample->spots().size(), id == u"gene"_s ? 0.0F : 1.0F), 0.0, 1.0, u"unit"_s);
            main->layers()->add(std::move(layer));
        }
        panes.show();
        exposed = QTest::qWaitForWindowExposed(&panes);
    }

    SlideView* other(size_t index) const { return panes.panes().at(index)->view(); }

    bool allLookAt(QPointF level0, double downsample) const
    {
        const auto looks = [&](const SlideView* view) {
            return (view->camera().centreLevel0() - level0).manhattanLength() < 1e-6
                   && qAbs(view->camera().downsample() - downsample) < 1e-9;
        };
        return looks(main) && std::ranges::all_of(panes.panes(), [&](const auto* pane) { return looks(pane->view()); });
    }

    /// What is drawn in the middle of the first spot.
    static QColor firstSpot(SlideView* view)
    {
        const QImage picture = view->grab().toImage();
        return picture.pixelColor((view->camera().toScreen({900, 900}) * picture.devicePixelRatio()).toPoint());
    }

    std::shared_ptr<MemorySlide> slide = std::make_shared<MemorySlide>(8192, 6144, std::vector{1, 2, 4, 8});
    SlideView* main = new SlideView;
    ComparePanes panes{main};
    bool exposed = false;
};

} // namespace

class TestComparePanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsComeAndGo()
    {
        Shown shown;
        QVERIFY(shown.exposed);
        const QSignalSpy counts(&shown.panes, &ComparePanes::countChanged);
        QCOMPARE(shown.panes.count(), 1);
        shown.panes.setCount(3);
        QCOMPARE(shown.panes.count(), 3);
        QTRY_VERIFY(qAbs(shown.main->width() - shown.other(1)->width()) < 20); // side by side, of one width
        QVERIFY(shown.main->mapTo(&shown.panes, QPoint()).x() < shown.other(0)->mapTo(&shown.panes, QPoint()).x());
        shown.panes.setCount(9);
        QCOMPARE(shown.panes.count(), 3);
        auto* close = shown.panes.panes().front()->findChild<QToolButton*>(u"closePane"_s);
        QTest::mouseClick(close, Qt::LeftButton);
        QCOMPARE(shown.panes.count(), 2);
        QCOMPARE(shown.panes.panes().front()->shown(), u"score"_s); // the other one stayed
        shown.panes.setCount(1);
        QTRY_VERIFY(shown.main->width() > 1100);
        QCOMPARE(counts.size(), 3);
    }

    void eachShowsItsOwnLayer()
    {
        Shown shown;
        shown.panes.setCount(3);
        QCOMPARE(shown.panes.panes()[0]->shown(), u"gene"_s);
        QCOMPARE(shown.panes.panes()[1]->shown(), u"score"_s);
        const QColor low(colourMap(u"viridis"_s).entries.front());
        const QColor high(colourMap(u"viridis"_s).entries.back());
        QTRY_COMPARE(Shown::firstSpot(shown.other(0)), low);
        QTRY_COMPARE(Shown::firstSpot(shown.other(1)), high);
        QTRY_COMPARE(Shown::firstSpot(shown.main), high); // the upper one

        shown.main->layers()->find(u"score"_s)->setVisible(false); // of the main view only
        QTRY_COMPARE(Shown::firstSpot(shown.main), low);
        QCOMPARE(Shown::firstSpot(shown.other(1)), high);

        auto* choice = shown.panes.panes()[1]->findChild<QComboBox*>(u"shown"_s);
        QCOMPARE(choice->currentText(), u"SCORE"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home); // the slide alone
        QTRY_COMPARE(shown.panes.panes()[1]->shown(), QString());
        QTRY_VERIFY(Shown::firstSpot(shown.other(1)) != high);
        QCOMPARE(Shown::firstSpot(shown.other(1)).red(), MemorySlide::levelRed(3));
    }

    void aLayerThatComesBackIsShownAgain()
    {
        Shown shown;
        shown.panes.setCount(2);
        auto* choice = shown.panes.panes()[0]->findChild<QComboBox*>(u"shown"_s);
        shown.main->layers()->remove(u"gene"_s);
        QCOMPARE(choice->currentIndex(), 0);
        const auto sample = gridSample(8, 6, 900.0);
        auto layer = std::make_unique<SpotValueLayer>(u"gene"_s, u"TP53"_s, std::make_shared<const SpotPlaces>(*sample));
        layer->setValues(std::vector<float>(sample->spots().size(), 1.0F), 0.0, 1.0, {});
        shown.main->layers()->add(std::move(layer));
        QCOMPARE(choice->currentText(), u"TP53"_s);
        QTRY_COMPARE(Shown::firstSpot(shown.other(0)), QColor(colourMap(u"viridis"_s).entries.back()));
    }

    void whateverIsMeasuredInOneIsSeenInAll()
    {
        Shown shown;
        shown.panes.setCount(2);
        shown.main->setMeasuring(true);
        QVERIFY(shown.other(0)->isMeasuring());
        SlideView* view = shown.other(0);
        const Camera camera = view->camera();
        QTest::mousePress(view, Qt::LeftButton, {}, {100, 100});
        QTest::mouseMove(view, {180, 160});
        QMouseEvent move(QEvent::MouseMove, QPointF(180, 160), view->mapToGlobal(QPointF(180, 160)), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(view, &move);
        QTest::mouseRelease(view, Qt::LeftButton, {}, {180, 160});
        const Ruler measured{camera.toLevel0({100, 100}), camera.toLevel0({180, 160})};
        QCOMPARE(view->rulers(), std::vector{measured});
        QCOMPARE(shown.main->rulers(), std::vector{measured});
        shown.panes.setCount(3);
        QVERIFY(shown.other(1)->isMeasuring());
        QCOMPARE(shown.other(1)->rulers(), std::vector{measured});
        shown.main->setMeasuring(false);
        QVERIFY(!view->isMeasuring());
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(view->rulers().empty() && shown.main->rulers().empty() && shown.other(1)->rulers().empty());
    }

    void theyMoveTogetherByWhicheverIsMoved()
    {
        Shown shown;
        shown.panes.setCount(3);
        Camera camera = shown.main->camera();
        camera.setDownsample(3.0);
        camera.centreOn({4000, 3000});
        shown.main->setCamera(camera);
        QVERIFY(shown.allLookAt({4000, 3000}, 3.0));

        SlideView* last = shown.other(1);
        QTest::mousePress(last, Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(last, {150, 170});
        QTest::mouseMove(last, {100, 180});
        QTest::mouseRelease(last, Qt::LeftButton, {}, {100, 180});
        QVERIFY(shown.allLookAt({4300, 3060}, 3.0));
        QTest::keyClick(shown.other(0), Qt::Key_Plus);
        QVERIFY(shown.allLookAt({4300, 3060}, 3.0 / 1.25));
        shown.other(0)->turnBy(90);
        QCOMPARE(shown.main->camera().rotation(), 90.0);
        QCOMPARE(last->camera().rotation(), 90.0);
    }

    void unlockedEachMovesByItself()
    {
        Shown shown;
        shown.panes.setCount(2);
        shown.panes.links().setLocked(false);
        const Camera before = shown.main->camera();
        shown.other(0)->zoomBy(4.0);
        QVERIFY(shown.main->camera() == before);
        QVERIFY(shown.other(0)->camera().downsample() < before.downsample() / 3);
        shown.panes.links().setLocked(true);
        QVERIFY(shown.allLookAt(before.centreLevel0(), before.downsample()));
    }

    /// The whole slide stays the whole slide when the window grows, though its views are given their sizes one by one.
    void aFittedSlideStaysFitted()
    {
        Shown shown;
        shown.panes.setCount(2);
        shown.main->fit();
        const double before = shown.main->camera().downsample();
        shown.panes.resize(1400, 900);
        QTRY_VERIFY(shown.main->camera().downsample() < before);
        QTRY_VERIFY(shown.main->camera().visibleLevel0().contains(canvas));
        QVERIFY(shown.allLookAt(shown.main->camera().centreLevel0(), shown.main->camera().downsample()));
    }

    /// A wide view does not show the slide as small as a narrow one beside it does, unless it follows that.
    void theyHaveOneScaleWhateverTheirWidths()
    {
        Shown shown;
        auto* splitter = shown.panes.findChild<QSplitter*>();
        shown.panes.setCount(3);
        const auto haveOneScale = [&] {
            return shown.allLookAt(shown.main->camera().centreLevel0(), shown.main->camera().downsample());
        };
        for (const QList<int>& widths : {QList<int>{200, 200, 800}, QList<int>{800, 200, 200}, QList<int>{200, 800, 200}}) {
            splitter->setSizes(widths);
            shown.main->fit();
            QVERIFY(haveOneScale());
            for (int step = 0; step < 8; ++step)
                QTest::keyClick(shown.main, Qt::Key_Minus); // to where it ends
            QVERIFY(haveOneScale());
            for (const QSize size : {QSize(700, 900), QSize(1400, 300), QSize(1200, 500)}) {
                shown.panes.resize(size);
                QTRY_COMPARE(shown.panes.size(), size);
                QVERIFY(haveOneScale());
            }
        }
        shown.panes.setCount(1);
        shown.main->fit();
        shown.panes.setCount(3);
        QVERIFY(haveOneScale());
    }

    void theCursorIsMarkedInTheOthers()
    {
        Shown shown;
        shown.panes.setCount(2);
        SlideView* other = shown.other(0);
        const auto marks = [](SlideView* view) { return view->findChild<QWidget*>(u"cursorMark"_s)->isVisible(); };
        QTest::mouseMove(shown.main, {120, 140});
        QTRY_VERIFY(marks(other));
        QVERIFY(!marks(shown.main));
        const QPointF there = other->camera().toScreen(shown.main->camera().toLevel0({120, 140}));
        QVERIFY((QRectF(other->findChild<QWidget*>(u"cursorMark"_s)->geometry()).center() - there).manhattanLength() <= 1.0);
        QTest::mouseMove(other, {60, 60});
        QTRY_VERIFY(marks(shown.main));
        QTRY_VERIFY(!marks(other));
    }

    void tilesAreReadOnceForAll()
    {
        Shown shown;
        shown.panes.setCount(3);
        Camera camera = shown.main->camera();
        camera.setDownsample(1.0);
        camera.centreOn({5000, 2000});
        shown.main->setCamera(camera);
        QTRY_VERIFY(shown.main->isSharp() && shown.other(0)->isSharp() && shown.other(1)->isSharp());
        std::vector<MemorySlide::Read> reads = shown.slide->reads();
        const auto place = [](const MemorySlide::Read& read) { return std::tuple(read.level, read.x, read.y); };
        std::ranges::sort(reads, {}, place);
        QVERIFY(std::ranges::adjacent_find(reads, {}, place) == reads.end());
    }

    void anotherSlideIsShownInAll()
    {
        Shown shown;
        shown.panes.setCount(2);
        shown.other(0)->zoomBy(4.0);
        const QRectF smaller(0, 0, 2048, 1024);
        shown.main->setSlide(std::make_shared<MemorySlide>(2048, 1024, std::vector{1, 2}), smaller, std::nullopt);
        QCOMPARE(shown.other(0)->canvasLevel0(), smaller);
        QVERIFY(shown.main->camera().visibleLevel0().contains(smaller));
        QVERIFY(shown.allLookAt(shown.main->camera().centreLevel0(), shown.main->camera().downsample()));
        QTRY_VERIFY(shown.other(0)->isSharp());
        shown.main->clear();
        QVERIFY(shown.other(0)->canvasLevel0().isEmpty());
    }
};

QTEST_MAIN(TestComparePanes)
#include "test_comparepanes.moc"
