#include "samples.h"
#include "widgets/layers/spotlayers.h"
#include "widgets/panels/layerspanel.h"
#include "widgets/panels/rangeeditor.h"
#include "widgets/slideview/slideview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace spacrd;
using namespace spacrd::test;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    Shown()
    {
        view.setSlide(nullptr, {0, 0, 1000, 1000}, std::nullopt);
        add(u"score"_s, u"Cancer score"_s);
        panel.resize(260, 500);
        panel.show();
        exposed = QTest::qWaitForWindowExposed(&panel);
    }

    void add(const QString& id, const QString& title)
    {
        auto layer = std::make_unique<SpotValueLayer>(id, title, std::make_shared<const SpotPlaces>(*gridSample(2, 1, 100)));
        layer->setValues({0.0F, 1.0F}, 0.0, 1.0, u"p"_s);
        view.layers()->add(std::move(layer));
    }

    Layer* layer(const QString& id) { return view.layers()->find(id); }
    QWidget* row(const QString& id) { return panel.findChild<QWidget*>(u"row."_s + id); }
    template <class Control>
    Control* control(const QString& id, const QString& name)
    {
        return row(id)->findChild<Control*>(name);
    }

    SlideView view;
    LayersPanel panel{&view};
    bool exposed = false;
};

} // namespace

class TestLayersPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickOnTheBoxHidesTheLayer()
    {
        Shown shown;
        QVERIFY(shown.exposed);
        auto* box = shown.control<QCheckBox>(u"score"_s, u"visible"_s);
        QVERIFY(box->isChecked());
        QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        QVERIFY(!shown.layer(u"score"_s)->isVisible());
        QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        QVERIFY(shown.layer(u"score"_s)->isVisible());
    }

    void theSliderSetsTheOpacity()
    {
        Shown shown;
        auto* slider = shown.control<QSlider>(u"score"_s, u"opacity"_s);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(shown.layer(u"score"_s)->opacity(), 0.9);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(shown.layer(u"score"_s)->opacity(), 0.0);
    }

    void theComboSetsTheColours()
    {
        Shown shown;
        auto* combo = shown.control<QComboBox>(u"score"_s, u"colourMap"_s);
        QCOMPARE(combo->currentData().toString(), u"viridis"_s);
        QVERIFY(!combo->itemIcon(2).isNull());
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(shown.layer(u"score"_s)->colourMapId(), colourMaps()[1].id);
    }

    void theSlideIsTheLowestRow()
    {
        Shown shown;
        shown.add(u"gene"_s, u"EPCAM"_s);
        const auto top = [&](const QString& id) { return shown.row(id)->mapTo(&shown.panel, QPoint()).y(); };
        QTRY_VERIFY(top(u"gene"_s) < top(u"score"_s));
        QVERIFY(top(u"score"_s) < top(u"slide"_s));
        auto* box = shown.control<QCheckBox>(u"slide"_s, u"visible"_s);
        QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        QVERIFY(!shown.view.slideVisible());
        shown.control<QSlider>(u"slide"_s, u"opacity"_s)->setValue(40);
        QCOMPARE(shown.view.slideOpacity(), 0.4);
    }

    void theNarrowestPanelStillNamesItsLayers()
    {
        Shown shown;
        shown.add(u"gene"_s, u"EPCAM"_s);
        for (int i = 0; i < 8; ++i) // more than has room, so that there is a scroll bar
            shown.add(u"more%1"_s.arg(i), u"A layer with a long name %1"_s.arg(i));
        shown.panel.resize(10, 300);
        QTRY_COMPARE(shown.panel.width(), shown.panel.minimumSizeHint().width());
        QTRY_VERIFY(shown.panel.findChild<QScrollArea*>()->verticalScrollBar()->isVisible());
        const QWidget* seen = shown.panel.findChild<QScrollArea*>()->viewport();
        for (const QString& id : {u"gene"_s, u"more3"_s, u"slide"_s}) {
            auto* box = shown.control<QCheckBox>(id, u"visible"_s);
            QVERIFY2(box->text().size() >= 4, qPrintable(box->text()));
            for (const QString& name : {u"visible"_s, u"colourMap"_s, u"range"_s, u"opacity"_s}) {
                const auto* control = shown.control<QWidget>(id, name);
                QVERIFY(control->isHidden() || control->mapTo(seen, control->rect().topRight()).x() < seen->width());
            }
        }
        QCOMPARE(shown.control<QCheckBox>(u"gene"_s, u"visible"_s)->text(), u"EPCAM"_s);
    }

    void newLayersAppearAndOldOnesGo()
    {
        Shown shown;
        QVERIFY(!shown.row(u"regions"_s));
        shown.view.layers()->add(std::make_unique<RegionLayer>(Alignment{}));
        QVERIFY(shown.row(u"regions"_s));
        QVERIFY(!shown.control<QComboBox>(u"regions"_s, u"colourMap"_s)->isVisibleTo(&shown.panel));
        shown.view.layers()->remove(u"regions"_s);
        QTRY_VERIFY(!shown.row(u"regions"_s));
        QVERIFY(shown.row(u"score"_s));
    }

    void changesFromElsewhereAreShownWithoutAnEcho()
    {
        Shown shown;
        const QSignalSpy changes(shown.view.layers(), &LayerStack::changed);
        shown.layer(u"score"_s)->setOpacity(0.35);
        shown.layer(u"score"_s)->setVisible(false);
        QCOMPARE(shown.control<QSlider>(u"score"_s, u"opacity"_s)->value(), 35);
        QVERIFY(!shown.control<QCheckBox>(u"score"_s, u"visible"_s)->isChecked());
        QCOMPARE(changes.size(), 2);
        shown.view.setSlideOpacity(0.2);
        QCOMPARE(shown.control<QSlider>(u"slide"_s, u"opacity"_s)->value(), 20);
    }

    void aReplacedLayerIsStillControlled()
    {
        Shown shown;
        auto* slider = shown.control<QSlider>(u"score"_s, u"opacity"_s);
        slider->setFocus();
        shown.add(u"score"_s, u"Score of the second run"_s);
        QCOMPARE(shown.control<QSlider>(u"score"_s, u"opacity"_s), slider);
        slider->setValue(50);
        QCOMPARE(shown.layer(u"score"_s)->opacity(), 0.5);
    }

    void everyControlHasANameAndIsReachedByTab()
    {
        Shown shown;
        shown.add(u"gene"_s, u"EPCAM"_s);
        shown.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        QStringList names;
        auto* first = shown.control<QCheckBox>(u"gene"_s, u"visible"_s);
        QTRY_VERIFY(first->isVisible());
        first->setFocus();
        for (int i = 0; i < 10; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            names << focus->accessibleName();
            QVERIFY(!focus->toolTip().isEmpty());
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QCOMPARE(names,
                 (QStringList{u"Show EPCAM"_s, u"Colours of EPCAM"_s, u"Range of the colours of EPCAM"_s, u"Opacity of EPCAM"_s,
                              u"Show Cancer score"_s, u"Colours of Cancer score"_s, u"Range of the colours of Cancer score"_s,
                              u"Opacity of Cancer score"_s, u"Show Slide"_s, u"Opacity of Slide"_s}));
    }

    void theRangeIsChosenByValueAndByPercentile()
    {
        Shown shown;
        auto layer =
            std::make_unique<SpotValueLayer>(u"umis"_s, u"UMIs"_s, std::make_shared<const SpotPlaces>(*gridSample(101, 1, 100)));
        std::vector<float> values;
        for (int i = 0; i <= 100; ++i)
            values.push_back(static_cast<float>(i * i));
        layer->setValues(values, 0.0, 10000.0, u"counts"_s);
        shown.view.layers()->add(std::move(layer));
        QTRY_VERIFY(shown.row(u"umis"_s) && shown.row(u"umis"_s)->isVisible());
        QVERIFY(!shown.control<QToolButton>(u"slide"_s, u"range"_s)->isVisible());
        QTest::mouseClick(shown.control<QToolButton>(u"umis"_s, u"range"_s), Qt::LeftButton);
        auto* editor = shown.panel.findChild<RangeEditor*>();
        QVERIFY(editor);
        QTRY_VERIFY(editor->isVisible());
        const auto range = [&] { return *shown.layer(u"umis"_s)->range(); };

        QTest::mouseClick(editor->findChild<QPushButton*>(u"share5"_s), Qt::LeftButton);
        QCOMPARE(range(), (ValueRange{25.0, 9025.0, false})); // of 5² and 95²
        auto* high = editor->findChild<QDoubleSpinBox*>(u"highNumber"_s);
        high->setFocus();
        high->selectAll();
        QTest::keyClicks(high, u"5000"_s);
        QTest::keyClick(high, Qt::Key_Return);
        QCOMPARE(range(), (ValueRange{25.0, 5000.0, false}));

        auto* unit = editor->findChild<QComboBox*>(u"unit"_s);
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_Down);
        QVERIFY(qAbs(high->value() - 71.0) < 0.6); // 71² is the first that reaches 5000
        auto* slider = editor->findChild<QSlider*>(u"lowSlider"_s);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End); // pushes the other end along
        QCOMPARE(range(), (ValueRange{10000.0, 10000.0, false}));
        QTest::keyClick(slider, Qt::Key_Home);
        QTest::mouseClick(editor->findChild<QCheckBox*>(u"logarithmic"_s), Qt::LeftButton, {}, {8, 8});
        QCOMPARE(range(), (ValueRange{0.0, 10000.0, true}));
        QTest::mouseClick(editor->findChild<QPushButton*>(u"resetRange"_s), Qt::LeftButton);
        QCOMPARE(range(), (ValueRange{0.0, 10000.0, false}));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!shown.panel.findChild<RangeEditor*>());
    }

    void longListsScrollAndLongTitlesAreElided()
    {
        Shown shown;
        for (int i = 0; i < 20; ++i)
            shown.add(u"gene%1"_s.arg(i), u"A gene with a very long name indeed, number %1 & more"_s.arg(i));
        shown.panel.grab();
        auto* scroll = shown.panel.findChild<QScrollArea*>();
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QTRY_VERIFY(shown.control<QCheckBox>(u"gene3"_s, u"visible"_s)->text().endsWith(u'…'));
    }
};

QTEST_MAIN(TestLayersPanel)
#include "test_layerspanel.moc"
