#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"

#include "app/studio/gotodialog.h"
#include "app/studio/mainwindow.h"
#include "app/studio/settings.h"
#include "app/studio/worker.h"
#include "tests/support/testdata.h"
#include "widgets/layers/layer.h"
#include "widgets/panels/bookmarkspanel.h"
#include "widgets/panels/colourspanel.h"
#include "widgets/panels/comparepane.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/graphicscard.h"
#include "widgets/slideview/patchmagnifier.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLineF>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace spacrd;
using test::childOf;
using test::drop;
using namespace Qt::StringLiterals;

namespace {

QAction* action(MainWindow& window, const char* name)
{
    auto* found = window.findChild<QAction*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no action named %s", name);
    return found;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private:
    /// A window with the made-up engine, shown and active.
    struct Stage
    {
        test::FakeEngine fake;
        std::unique_ptr<MainWindow> window;

        Stage()
        {
            window = std::make_unique<MainWindow>(fake.engine());
            window->show();
        }
        SlideView& view() const { return *window->findChild<SlideView*>(u"slideView"_s); }
        LayerStack& layers() const { return *view().layers(); }
        void openSection()
        {
            QSignalSpy opened(window.get(), &MainWindow::opened);
            window->open({"section", {}, std::nullopt});
            QVERIFY(opened.wait());
        }
        void detect()
        {
            QSignalSpy shown(window.get(), &MainWindow::resultShown);
            window->setModelFile(model());
            QTRY_VERIFY(action(*window, "detect")->isEnabled());
            QTest::mouseClick(childOf<QPushButton>(*window, u"detectButton"_s), Qt::LeftButton);
            QTRY_COMPARE(shown.count(), 1);
        }
        static QString model() { return QDir::temp().filePath(u"tiny.spacrd"_s); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_window"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QFile model(Stage::model());
        QVERIFY(model.open(QIODevice::WriteOnly));
    }

    void init() { QSettings().clear(); }

    void theWelcomePageOffersWhatToDoFirst()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        auto* welcome = childOf<QWidget>(*stage.window, u"welcomePage"_s);
        QVERIFY(welcome->isVisible());
        QVERIFY(!action(*stage.window, "detect")->isEnabled());
        QVERIFY(!action(*stage.window, "export")->isEnabled());
        QTest::mouseClick(childOf<QAbstractButton>(*stage.window, u"welcomeOpen"_s), Qt::LeftButton);
        auto* dialog = stage.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->reject();
    }

    void everyActionHasIconTipAndName()
    {
        Stage stage;
        for (const QAction* each : stage.window->findChildren<QAction*>()) {
            if (each->objectName().isEmpty() || each->objectName().startsWith(u"_q_"_s) || each->isSeparator())
                continue;
            const QByteArray name = each->objectName().toUtf8();
            QVERIFY2(!each->icon().isNull(), name.constData());
            QVERIFY2(!each->icon().pixmap(16, 16).toImage().isNull(), name.constData());
            QVERIFY2(!each->toolTip().isEmpty(), name.constData());
            QVERIFY2(!each->statusTip().isEmpty(), name.constData());
            QVERIFY2(!each->text().isEmpty(), name.constData());
        }
    }

    void viewsAreGoneBackTo()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QVERIFY(!action(*stage.window, "viewBack")->isEnabled());
        stage.openSection();
        QSignalSpy stayed(&stage.view(), &SlideView::historyChanged);
        QVERIFY(stayed.wait());
        const Camera whole = stage.view().camera();
        QVERIFY(!action(*stage.window, "viewBack")->isEnabled());
        QTest::keyClick(stage.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(stage.view().camera() != whole);
        const Camera near = stage.view().camera();
        QVERIFY(stayed.wait());
        QVERIFY(action(*stage.window, "viewBack")->isEnabled() && !action(*stage.window, "viewForward")->isEnabled());
        QTest::keyClick(stage.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stage.view().camera(), whole);
        QVERIFY(!action(*stage.window, "viewBack")->isEnabled());
        QTest::keyClick(stage.window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(stage.view().camera(), near);
    }

    void aSectionOpensWithSlideAndSpots()
    {
        Stage stage;
        stage.openSection();
        QVERIFY(stage.view().isVisible());
        QVERIFY(stage.layers().find(u"spots"_s));
        QCOMPARE(stage.window->windowTitle(), u"Made-up — SpaCRD Studio"_s);
        QVERIFY(stage.view().magnification().has_value());
        QTRY_COMPARE(childOf<QTableView>(*stage.window, u"genesView"_s)->model()->rowCount(), 4);
        QCOMPARE(Settings().recent().size(), 1);
    }

    void aDroppedSlideOpensAlone()
    {
        Stage stage;
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        drop(*stage.window, u"/somewhere/slide"_s, QPoint(50, 50));
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!stage.window->workspace().sample());
        QVERIFY(!stage.layers().find(u"spots"_s));
        QVERIFY(!childOf<QPushButton>(*stage.window, u"detectButton"_s)->isEnabled());
    }

    void aSectionWithoutASlideOffersToChooseOne()
    {
        Stage stage;
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        stage.window->open({"bare", {}, std::nullopt});
        QTRY_COMPARE(opened.count(), 1);
        auto* messages = stage.window->findChild<MessageBar*>(u"messages"_s);
        QCOMPARE(messages->sentences().size(), 2); // no slide; and the section's own warning
        QTest::mouseClick(messages->findChild<QPushButton*>(), Qt::LeftButton);
        auto* dialog = stage.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/somewhere/slide.tif"_s);
        dialog->reject();
        QTRY_COMPARE(opened.count(), 2);
        QVERIFY(stage.window->workspace().slide());
    }

    void aBadFileIsToldAndLeavesThingsAsTheyWere()
    {
        Stage stage;
        stage.openSection();
        QSignalSpy failed(stage.window.get(), &MainWindow::failed);
        stage.window->open({"/tmp/nonsense", {}, std::nullopt});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.front().front().toString(),
                 u"nonsense is neither a slide nor a section.\n\n/tmp/nonsense\n\nChoose another file."_s);
        auto* box = childOf<QMessageBox>(*stage.window, u"errorBox"_s);
        QCOMPARE(box->text(), u"nonsense is neither a slide nor a section."_s);
        box->reject();
        QVERIFY(stage.window->workspace().sample());
    }

    void openingIsCancelledWithEscape()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.fake.opening->close();
        stage.window->open({"section", {}, std::nullopt});
        QTRY_COMPARE(stage.fake.opening->waiting(), 1);
        QVERIFY(childOf<ProgressStrip>(*stage.window, u"fileProgress"_s)->isVisible());
        QTest::keyClick(stage.window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.window->isOpening());
        QVERIFY(!stage.window->workspace().isOpen());
        QVERIFY(!childOf<ProgressStrip>(*stage.window, u"fileProgress"_s)->isVisible());
        QVERIFY(!stage.window->findChild<QMessageBox*>());
    }

    void theNewestOfTwoOpeningsWins()
    {
        Stage stage;
        stage.fake.opening->close();
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        stage.window->open({"slide", {}, std::nullopt});
        QTRY_COMPARE(stage.fake.opening->waiting(), 1);
        stage.window->open({"section", {}, std::nullopt});
        stage.fake.opening->open();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(stage.window->workspace().sample());
    }

    void keysAndActionsZoom()
    {
        Stage stage;
        stage.openSection();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(stage.view().magnification().value(), 10.0);
        QTest::keyClick(stage.window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(stage.view().magnification().value(), 5.0);
        QCOMPARE(childOf<QLabel>(*stage.window, u"magnificationLabel"_s)->text(), QLocale().toString(5.0, 'f', 1) + u"×"_s);
        action(*stage.window, "fit")->trigger();
        QVERIFY(stage.view().camera().visibleLevel0().contains(QRectF(0, 0, 4000, 3000)));
        QTest::mouseMove(&stage.view(), stage.view().rect().center());
        QTRY_VERIFY(!childOf<QLabel>(*stage.window, u"cursorLabel"_s)->text().isEmpty());
    }

    void viewsSideBySideTakeClicksToo()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QVERIFY(!action(*stage.window, "views2")->isEnabled());
        stage.openSection();
        QVERIFY(!action(*stage.window, "lockViews")->isEnabled());
        QTest::keyClick(stage.window.get(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        auto* panes = stage.window->findChild<ComparePanes*>();
        QCOMPARE(panes->count(), 2);
        QVERIFY(action(*stage.window, "views2")->isChecked());
        QVERIFY(action(*stage.window, "lockViews")->isEnabled());
        SlideView* other = panes->panes().front()->view();
        QTRY_VERIFY(other->width() > 200);
        const auto& spot = stage.window->workspace().sample()->spots().front();
        const Level0Point place = stage.window->workspace().sample()->alignment.toLevel0(spot.fullres);
        QTest::mouseClick(other, Qt::LeftButton, {}, other->camera().toScreen({place.x, place.y}).toPoint());
        QCOMPARE(stage.window->workspace().spot(), std::optional<size_t>(0));
        action(*stage.window, "lockViews")->trigger();
        other->zoomBy(2.0);
        QVERIFY(other->camera().downsample() < stage.view().camera().downsample() / 1.9);
        QTest::mouseClick(panes->panes().front()->findChild<QToolButton*>(u"closePane"_s), Qt::LeftButton);
        QCOMPARE(panes->count(), 1);
        QVERIFY(action(*stage.window, "views1")->isChecked());
        QVERIFY(!action(*stage.window, "lockViews")->isEnabled());
    }

    void coloursOfTheSlideAreChangedAndReset()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        auto* panel = stage.window->findChild<ColoursPanel*>();
        QVERIFY(!panel->isVisible());
        QTest::keyClick(stage.window.get(), Qt::Key_C, Qt::ShiftModifier);
        QTRY_VERIFY(panel->isVisible());
        auto* brightness = childOf<QSlider>(*panel, u"brightness"_s);
        auto* reset = childOf<QPushButton>(*panel, u"resetColours"_s);
        QVERIFY(!reset->isEnabled());
        brightness->setFocus();
        QTest::keyClick(brightness, Qt::Key_PageUp);
        QCOMPARE(stage.view().treatment(), (ColourTreatment{0.1, 0.0, 1.0, ShownStain::all}));
        auto* gamma = childOf<QSlider>(*panel, u"gamma"_s);
        QTest::keyClick(gamma, Qt::Key_End);
        QCOMPARE(stage.view().treatment().gamma, 10.0);
        auto* stain = childOf<QComboBox>(*panel, u"stain"_s);
        QTest::keyClick(stain, Qt::Key_Down);
        QVERIFY(stage.view().treatment().stain == ShownStain::haematoxylin);
        auto* profiled = childOf<QCheckBox>(*panel, u"profiled"_s);
        QVERIFY(!profiled->isEnabled()); // the made-up slide has none
        panel->setHasProfile(true);
        QTest::keyClick(profiled, Qt::Key_Space);
        QVERIFY(stage.view().treatment().profiled);
        QTest::keyClick(childOf<QCheckBox>(*panel, u"normalised"_s), Qt::Key_Space);
        QVERIFY(stage.view().treatment().normalised);
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(stage.view().treatment(), ColourTreatment());
        QCOMPARE(brightness->value(), 0);
        QVERIFY(!reset->isEnabled());
    }

    void thePictureIsShownAsOthersSeeIt()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        QTRY_VERIFY(stage.view().isSharp());
        auto* panes = stage.window->findChild<ComparePanes*>();
        auto* messages = stage.window->findChild<MessageBar*>(u"messages"_s);
        const auto colours = [&] {
            const QRgb pixel = panes->grab().toImage().pixel(panes->width() / 2, panes->height() / 2);
            return std::max({qRed(pixel), qGreen(pixel), qBlue(pixel)}) - std::min({qRed(pixel), qGreen(pixel), qBlue(pixel)});
        };
        QVERIFY(colours() > 4);
        action(*stage.window, "vision4")->trigger();
        QVERIFY(colours() <= 1);
        QCOMPARE(messages->sentences().size(), 1);
        action(*stage.window, "vision1")->trigger();
        QCOMPARE(messages->sentences().size(), 1);
        action(*stage.window, "vision0")->trigger();
        QVERIFY(colours() > 4);
        QVERIFY(messages->sentences().isEmpty());
    }

    void aGraphicsCardDrawsWhereThereIsOne()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        QVERIFY(!action(*stage.window, "drawnByCard")->isEnabled() && !stage.view().isDrawnByCard());
        if (graphicsCard().name.isEmpty())
            QSKIP("There is no OpenGL here.");
        stage.window->useGraphicsCard(true);
        QVERIFY(action(*stage.window, "drawnByCard")->isEnabled() && stage.view().isDrawnByCard());
        action(*stage.window, "views2")->trigger();
        for (const ComparePane* pane : stage.window->findChild<ComparePanes*>()->panes())
            QVERIFY(pane->view()->isDrawnByCard());
        action(*stage.window, "vision1")->trigger(); // which sees only what the processor draws
        QVERIFY(!stage.view().isDrawnByCard());
        action(*stage.window, "vision0")->trigger();
        QVERIFY(stage.view().isDrawnByCard());
        action(*stage.window, "drawnByCard")->trigger();
        QVERIFY(!stage.view().isDrawnByCard() && !Settings().drawnByCard());
    }

    void tilesThatCannotBeReadAreCounted()
    {
        Stage stage;
        auto* label = childOf<QLabel>(*stage.window, u"unreadableLabel"_s);
        stage.openSection();
        QTRY_VERIFY(stage.view().isSharp());
        QVERIFY(!label->isVisible());
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        stage.window->open({"spoilt", {}, std::nullopt});
        QVERIFY(opened.wait());
        QTRY_VERIFY(label->isVisible());
        QTRY_COMPARE(label->text().section(u' ', -1).toInt(), static_cast<int>(stage.view().tileCounts().failed));
        stage.openSection();
        QVERIFY(!label->isVisible());
    }

    void whatBecomesOfTheFileIsToldInABanner()
    {
        Stage stage;
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        stage.window->open({"spoilt", {}, std::nullopt});
        QVERIFY(opened.wait());
        const auto* const messages = stage.window->findChild<MessageBar*>(u"messages"_s);
        const auto says = [&](const QString& words) {
            const QStringList all = messages->sentences();
            return all.size() == 1 && all.front().contains(u"“made-up.tif”"_s) && all.front().contains(words);
        };
        constexpr int watchMost = 15'000;
        QTRY_VERIFY2(says(u"cannot be read"_s), qPrintable(messages->sentences().join(u'|')));
        *stage.fake.fileState = FileState::gone;
        QTRY_VERIFY_WITH_TIMEOUT(says(u"no longer where it was opened"_s), watchMost);
        QVERIFY(!messages->findChild<QPushButton*>());
        *stage.fake.fileState = FileState::asOpened;
        QTRY_VERIFY_WITH_TIMEOUT(says(u"cannot be read"_s), watchMost);
        *stage.fake.fileState = FileState::cutShort;
        QTRY_VERIFY_WITH_TIMEOUT(says(u"has become shorter"_s), watchMost);
        *stage.fake.fileState = FileState::changed;
        QTRY_VERIFY_WITH_TIMEOUT(says(u"replaced by another file"_s), watchMost);
        auto* const again = messages->findChild<QPushButton*>();
        QVERIFY(again);
        *stage.fake.fileState = FileState::asOpened;
        stage.window->open({"slide", {}, std::nullopt});
        QVERIFY(opened.wait());
        QVERIFY(messages->sentences().isEmpty());
        *stage.fake.fileState = FileState::changed;
        QTRY_VERIFY_WITH_TIMEOUT(says(u"replaced by another file"_s), watchMost);
        *stage.fake.fileState = FileState::asOpened;
        const auto buttons = messages->findChildren<QPushButton*>();
        QTest::mouseClick(buttons.back(), Qt::LeftButton);
        QVERIFY(opened.wait());
        QVERIFY(messages->sentences().isEmpty());
        QCOMPARE(opened.size(), 3);
    }

    void howTheSlideIsDrawnIsKept()
    {
        {
            Stage stage;
            QVERIFY(stage.view().hasSquarePixels());
            QVERIFY(action(*stage.window, "tileMemory0")->isChecked());
            action(*stage.window, "squarePixels")->trigger();
            QVERIFY(!stage.view().hasSquarePixels());
            action(*stage.window, "tileMemory256")->trigger();
            QVERIFY(!action(*stage.window, "tileMemory0")->isChecked());
            QCOMPARE(stage.view().tileMemory(), size_t(256) << 20);
        }
        Stage again;
        QVERIFY(!again.view().hasSquarePixels() && action(*again.window, "tileMemory256")->isChecked());
        QCOMPARE(again.view().tileMemory(), size_t(256) << 20);
        action(*again.window, "tileMemory0")->trigger();
        QCOMPARE(again.view().tileMemory(), TileLoader::defaultCacheBytes());
        Settings().setTileMemoryMib(1 << 30); // of a computer with more memory
        Stage elsewhere;
        QCOMPARE(elsewhere.view().tileMemory(), TileLoader::mostCacheBytes());
    }

    void aDistanceIsMeasuredWithTheRuler()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QAction* ruler = action(*stage.window, "ruler");
        QVERIFY(!ruler->isEnabled());
        stage.openSection();
        QTest::keyClick(stage.window.get(), Qt::Key_L);
        QVERIFY(ruler->isChecked() && stage.view().isMeasuring());
        const QPoint from(100, 100);
        const QPoint to(160, 180); // 100 screen pixels
        QTest::mousePress(&stage.view(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&stage.view(), to);
        QTRY_VERIFY(!stage.view().rulers().empty() && stage.view().rulers().back().to != stage.view().rulers().back().from);
        QTest::mouseRelease(&stage.view(), Qt::LeftButton, {}, to);
        const double level0 = QLineF(stage.view().rulers().back().from, stage.view().rulers().back().to).length();
        QVERIFY(qAbs(level0 - 100.0 * stage.view().camera().downsample()) < 1e-6 * level0);
        QTest::keyClick(stage.window.get(), Qt::Key_L);
        QVERIFY(!ruler->isChecked() && !stage.view().isMeasuring());
        QAction* remove = action(*stage.window, "removeRulers");
        QVERIFY(remove->isEnabled() && stage.view().rulers().size() == 1);
        QTest::keyClick(stage.window.get(), Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(!remove->isEnabled() && stage.view().rulers().empty());
    }

    void theMagnifierShowsWhatTheModelSeesOfASpot()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        auto* magnifier = stage.window->findChild<PatchMagnifier*>();
        QVERIFY(!action(*stage.window, "magnifier")->isEnabled());
        stage.openSection();
        QVERIFY(!magnifier->isVisible());
        QTest::keyClick(stage.window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(magnifier->isVisible());
        QVERIFY(magnifier->accessibleDescription().contains(u"genes alone"));
        stage.window->setModelFile(u"sees-images.spacrd"_s);
        QTRY_VERIFY(stage.window->workspace().card() && stage.window->workspace().card()->encoder);
        QVERIFY(!magnifier->accessibleDescription().contains(u"genes alone"));
        const auto sample = stage.window->workspace().sample();
        const auto moveTo = [&](size_t spot) {
            const Level0Point at = sample->alignment.toLevel0(sample->spots()[spot].fullres);
            QTest::mouseMove(&stage.view(), stage.view().camera().toScreen({at.x, at.y}).toPoint());
        };
        moveTo(17);
        const QString first = QString::fromStdString(sample->spots()[17].barcode);
        QTRY_VERIFY(magnifier->accessibleDescription().startsWith(first));
        QVERIFY(magnifier->accessibleDescription().contains(u"112 µm, 224 × 224 px"_s));
        const Level0Point centre = sample->alignment.toLevel0(sample->spots()[17].fullres);
        QVERIFY(stage.view().framedArea());
        QCOMPARE(stage.view().framedArea()->center(), QPointF(centre.x, centre.y));
        QCOMPARE(stage.view().framedArea()->width() * *sample->level0Mpp(), 112.0);
        const QImage before = magnifier->grab().toImage();
        moveTo(60);
        QTRY_VERIFY(magnifier->accessibleDescription().startsWith(QString::fromStdString(sample->spots()[60].barcode)));
        QVERIFY(magnifier->grab().toImage() != before);
        QVERIFY(stage.view().rect().contains(magnifier->geometry()));
        QTest::keyClick(stage.window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(!magnifier->isVisible());
        QVERIFY(!stage.view().framedArea());
    }

    void bookmarksAreKeptWithTheSlide()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        auto* panel = stage.window->findChild<BookmarksPanel*>();
        auto* list = childOf<QListWidget>(*panel, u"bookmarks"_s);
        QCOMPARE(list->count(), 0);
        action(*stage.window, "magnification20")->trigger();
        stage.view().centreOn({1500, 1200});
        action(*stage.window, "turnRight")->trigger();
        const Camera there = stage.view().camera();
        QTest::keyClick(stage.window.get(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(list->count(), 1);
        QTRY_VERIFY(panel->isVisible());
        auto* note = list->findChild<QLineEdit*>(); // can be written at once
        QVERIFY(note);
        note->selectAll();
        QTest::keyClicks(note, u"Mitoses"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_COMPARE(panel->bookmarks().front().note, u"Mitoses"_s);
        stage.view().setUpright();
        stage.view().fit();
        QVERIFY(stage.view().camera() != there);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(stage.view().camera(), there);

        action(*stage.window, "close")->trigger();
        QCOMPARE(list->count(), 0);
        QVERIFY(!childOf<QPushButton>(*panel, u"addBookmark"_s)->isEnabled());
        stage.openSection();
        QCOMPARE(list->count(), 1);
        QCOMPARE(panel->bookmarks().front().note, u"Mitoses"_s);
        QCOMPARE(panel->bookmarks().front().centreLevel0, QPointF(1500, 1200));
        QVERIFY(!panel->bookmarks().front().thumbnail.isNull());
        list->setCurrentRow(0);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 0);
        QVERIFY(Settings().bookmarks(QDir::current().absoluteFilePath(u"section"_s)).empty());
    }

    void aBarcodeOrAPlaceIsGoneTo()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        QTest::keyClick(stage.window.get(), Qt::Key_G, Qt::ControlModifier);
        auto* dialog = stage.window->findChild<GoToDialog*>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto* problem = childOf<QLabel>(*dialog, u"goToProblem"_s);
        auto* barcode = childOf<QLineEdit>(*dialog, u"goToBarcode"_s);
        const Sample& sample = *stage.window->workspace().sample();
        const auto& wanted = sample.spots()[3];
        action(*stage.window, "magnification20")->trigger();
        QTest::keyClicks(barcode, QString::fromStdString(wanted.barcode).toLower());
        QTest::keyClick(barcode, Qt::Key_Return);
        QCOMPARE(stage.window->workspace().spot(), std::optional<size_t>(3));
        const Level0Point place = sample.alignment.toLevel0(wanted.fullres);
        QVERIFY((stage.view().camera().centreLevel0() - QPointF(place.x, place.y)).manhattanLength() < 1e-6);
        QVERIFY(!problem->isVisible());
        barcode->clear();
        QTest::keyClicks(barcode, u"no such spot"_s);
        QTest::keyClick(barcode, Qt::Key_Return);
        QVERIFY(problem->isVisible());
        QCOMPARE(stage.window->workspace().spot(), std::optional<size_t>(3));

        auto* x = childOf<QDoubleSpinBox>(*dialog, u"goToX"_s);
        auto* y = childOf<QDoubleSpinBox>(*dialog, u"goToY"_s);
        auto* unit = childOf<QComboBox>(*dialog, u"goToUnit"_s);
        QTest::keyClick(unit, Qt::Key_Down); // µm
        const double mpp = stage.window->workspace().level0Mpp().value();
        x->setValue(1500 * mpp);
        y->setValue(1200 * mpp);
        QTest::keyClick(y, Qt::Key_Return);
        QVERIFY((stage.view().camera().centreLevel0() - QPointF(1500, 1200)).manhattanLength() < 1.0);
        QVERIFY(!problem->isVisible());
        y->setValue(1e6);
        QTest::mouseClick(childOf<QPushButton>(*dialog, u"goToPlace"_s), Qt::LeftButton);
        QVERIFY(problem->isVisible());
        QVERIFY((stage.view().camera().centreLevel0() - QPointF(1500, 1200)).manhattanLength() < 1.0);

        // Opened again: ready for a barcode, and at the place that is looked at.
        dialog->close();
        QTest::keyClick(stage.window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(!problem->isVisible());
        QCOMPARE(dialog->focusWidget(), barcode);
        QCOMPARE(barcode->selectedText(), barcode->text());
        QVERIFY(qAbs(x->value() - 1500 * mpp) < 1.0 && qAbs(y->value() - 1200 * mpp) < 1.0);
        QTest::keyClick(unit, Qt::Key_Up); // pixels
        const FullresPoint here = sample.alignment.toFullres({1500, 1200});
        QVERIFY(qAbs(x->value() - here.x) < 2.0 && qAbs(y->value() - here.y) < 2.0);
        const Level0Point typed{1200, 900};
        const FullresPoint there = sample.alignment.toFullres(typed);
        QTest::keyClicks(barcode, u"%1, %2"_s.arg(there.x, 0, 'f', 1).arg(there.y, 0, 'f', 1)); // over what is selected
        QTest::keyClick(barcode, Qt::Key_Return);
        QVERIFY(!problem->isVisible());
        QVERIFY((stage.view().camera().centreLevel0() - QPointF(typed.x, typed.y)).manhattanLength() < 1.0);
    }

    void escapeLeavesTheFullScreen()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        QAction* full = action(*stage.window, "fullScreen");
        QTest::keyClick(stage.window.get(), Qt::Key_F11);
        QTRY_VERIFY(full->isChecked() && stage.window->isFullScreen());
        QTest::keyClick(&stage.view(), Qt::Key_Escape);
        QTRY_VERIFY(!full->isChecked() && !stage.window->isFullScreen());
        QTest::keyClick(&stage.view(), Qt::Key_Escape); // does no more
        QVERIFY(!stage.window->isFullScreen());
    }

    void aPictureOfTheViewIsSavedFinerThanTheScreen()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        const test::TemporaryFolder folder;
        const QString file = pathText(folder / "Bild 1.png");
        QTest::keyClick(stage.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = childOf<QDialog>(*stage.window, u"snapshotDialog"_s);
        auto* scale = childOf<QDoubleSpinBox>(*dialog, u"snapshotScale"_s);
        scale->setFocus();
        QTest::keyClick(scale, Qt::Key_Up); // twice
        QSignalSpy written(stage.window.get(), &MainWindow::exported);
        QSize screen = stage.view().size() * stage.view().devicePixelRatioF(); // until a message takes a line of it
        QTest::mouseClick(childOf<QPushButton>(*dialog, u"snapshotSave"_s), Qt::LeftButton);
        auto* files = stage.window->findChild<QFileDialog*>();
        QVERIFY(files);
        files->selectFile(file);
        static_cast<QDialog*>(files)->accept();
        QTRY_COMPARE(written.size(), 1);
        const QImage picture(file);
        QCOMPARE(picture.size(), screen * 2);

        QTRY_VERIFY(!stage.window->findChild<QDialog*>(u"snapshotDialog"_s));
        action(*stage.window, "snapshot")->trigger();
        screen = stage.view().size() * stage.view().devicePixelRatioF();
        auto* again = stage.window->findChildren<QDialog*>(u"snapshotDialog"_s).back();
        QTest::mouseClick(childOf<QPushButton>(*again, u"snapshotCopy"_s), Qt::LeftButton);
        QTRY_COMPARE(QApplication::clipboard()->image().size(), screen);
    }

    void aPictureIsOfTheViewThatIsChosen()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.openSection();
        action(*stage.window, "views2")->trigger();
        const auto views = stage.window->findChildren<SlideView*>();
        const SlideView* right = *std::ranges::find_if(views, [&](const SlideView* view) { return view != &stage.view(); });
        stage.window->findChild<QSplitter*>()->setSizes({400, 200});
        QTRY_VERIFY(right->width() < stage.view().width());
        action(*stage.window, "snapshot")->trigger();
        auto* dialog = stage.window->findChildren<QDialog*>(u"snapshotDialog"_s).back();
        auto* pane = childOf<QComboBox>(*dialog, u"snapshotPane"_s);
        QVERIFY(pane->isVisible());
        QCOMPARE(pane->count(), 2);
        QTest::keyClick(pane, Qt::Key_Down);
        QVERIFY(childOf<QLabel>(*dialog, u"snapshotSize"_s)->text().startsWith(QLocale().toString(right->width())));
        const QSize size = right->size() * right->devicePixelRatioF(); // until a message takes a line of it
        QTest::mouseClick(childOf<QPushButton>(*dialog, u"snapshotCopy"_s), Qt::LeftButton);
        QTRY_COMPARE(QApplication::clipboard()->image().size(), size);
    }

    void detectionShowsScoresAndRegions()
    {
        Stage stage;
        stage.openSection();
        stage.detect();
        QVERIFY(stage.layers().find(u"score"_s));
        QVERIFY(stage.layers().find(u"regions"_s));
        QCOMPARE(stage.layers().layers().back()->id(), u"spots"_s); // outlines stay on top
        QCOMPARE(stage.window->workspace().result()->regions.size(), size_t(2));
        QVERIFY(action(*stage.window, "export")->isEnabled());
        QCOMPARE(childOf<QTableView>(*stage.window, u"regionsView"_s)->model()->rowCount(), 2);
    }

    void theThresholdRedrawsTheRegions()
    {
        Stage stage;
        stage.openSection();
        stage.detect();
        auto* slider = childOf<QSlider>(*stage.window, u"thresholdSlider"_s);
        for (int step = 500; step <= 850; step += 10)
            slider->setValue(step);
        QTRY_COMPARE(stage.window->workspace().result()->regions.size(), size_t(1));
        QCOMPARE(childOf<QTableView>(*stage.window, u"regionsView"_s)->model()->rowCount(), 1);
        slider->setValue(1000);
        QTRY_VERIFY(stage.window->workspace().result()->regions.empty());
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE(stage.window->workspace().result()->regions.size(), size_t(1)); // all spots
        QTRY_COMPARE(stage.window->workspace().result()->regions.front().spots, 210);
    }

    void detectionIsCancelled()
    {
        Stage stage;
        stage.openSection();
        stage.fake.detecting->close();
        stage.window->setModelFile(Stage::model());
        QTRY_VERIFY(action(*stage.window, "detect")->isEnabled());
        action(*stage.window, "detect")->trigger();
        QTRY_COMPARE(stage.fake.detecting->waiting(), 1);
        QVERIFY(!action(*stage.window, "detect")->isEnabled());
        auto* cancel = childOf<QPushButton>(*childOf<QWidget>(*stage.window, u"modelDock"_s), u"cancelButton"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!stage.window->isDetecting());
        QVERIFY(!stage.window->workspace().result());
        QVERIFY(action(*stage.window, "detect")->isEnabled());
        QVERIFY(!stage.window->findChild<QMessageBox*>());
    }

    void aStaleDetectionIsDropped()
    {
        Stage stage;
        stage.openSection();
        stage.fake.detecting->close();
        stage.window->setModelFile(Stage::model());
        QTRY_VERIFY(action(*stage.window, "detect")->isEnabled());
        action(*stage.window, "detect")->trigger();
        QTRY_COMPARE(stage.fake.detecting->waiting(), 1);
        stage.openSection(); // opening does not wait for the detection
        QVERIFY(!stage.window->isDetecting());
        stage.fake.detecting->open();
        stage.detect();
        QVERIFY(stage.window->workspace().result()->sample == stage.window->workspace().sample());
    }

    void aClickedSpotFillsItsPanel()
    {
        Stage stage;
        stage.openSection();
        stage.detect();
        const auto sample = stage.window->workspace().sample();
        const size_t spot = 5 * 15 + 7;
        const FullresPoint place = sample->spots()[spot].fullres;
        QCoreApplication::sendPostedEvents();
        QTRY_VERIFY(stage.view().camera().visibleLevel0().contains(QPointF(place.x, place.y)));
        QTest::mouseClick(&stage.view(), Qt::LeftButton, {}, stage.view().camera().toScreen({place.x, place.y}).toPoint());
        QTRY_COMPARE(childOf<QLabel>(*stage.window, u"spotName"_s)->text(), u"SPOT-5-7"_s);
        QVERIFY(stage.layers().find(u"attention"_s));
        QCOMPARE(childOf<QTableWidget>(*stage.window, u"spotAttention"_s)->rowCount(), 7);
        // A click between spots leaves none chosen.
        QTest::mouseClick(&stage.view(), Qt::LeftButton, {}, stage.view().camera().toScreen({5, 5}).toPoint());
        QTRY_VERIFY(!stage.window->workspace().spot());
        QVERIFY(!stage.layers().find(u"attention"_s));
    }

    void aGeneComesOnThePictureAndGoes()
    {
        Stage stage;
        stage.openSection();
        auto* search = childOf<QLineEdit>(*stage.window, u"geneSearch"_s);
        QTRY_COMPARE(childOf<QTableView>(*stage.window, u"genesView"_s)->model()->rowCount(), 4);
        QTest::keyClicks(search, u"ERBB2"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(stage.layers().find(u"gene"_s));
        QCOMPARE(stage.layers().find(u"gene"_s)->title(), u"ERBB2"_s);
        QCOMPARE(stage.window->workspace().gene(), std::optional<size_t>(0));
    }

    void aBadModelIsToldInThePanel()
    {
        Stage stage;
        stage.openSection();
        const QString bad = QDir::temp().filePath(u"bad.txt"_s);
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        stage.window->setModelFile(bad);
        QTRY_VERIFY(childOf<QLabel>(*stage.window, u"modelCard"_s)->text().startsWith(u"This is not a model file."_s));
        QVERIFY(!action(*stage.window, "detect")->isEnabled());
    }

    void devicesComeFromTheComputeThread()
    {
        Stage stage;
        auto* devices = childOf<QComboBox>(*stage.window, u"deviceCombo"_s);
        QTRY_COMPARE(devices->count(), 3);
        QCOMPARE(devices->itemData(2).toString(), u"cuda:0"_s);
        QCOMPARE(childOf<QLabel>(*stage.window, u"deviceLabel"_s)->text(), u"Fake Card"_s);
    }

    void aSectionWithoutGenesIsShownAndDetected()
    {
        test::FakeEngine fake;
        Engine engine = fake.engine();
        engine.open = [](const OpenRequest& request, Task&) {
            auto sample = std::make_shared<Sample>(*test::madeUpSample(14, 15, true));
            sample->section.expression.genes.clear();
            sample->section.expression.counts = CountMatrix(static_cast<Eigen::Index>(sample->spots().size()), 0);
            sample->warnings.emplace_back("No expression matrix was found.");
            return Opened{request, sample, sample->slide};
        };
        engine.readModelCard = [read = engine.readModelCard](const std::filesystem::path& file) {
            ModelCard card = read(file);
            if (file.stem() == "both")
                card.encoder = EncoderIdentity{};
            return card;
        };
        test::TemporaryFolder folder;
        for (const char* name : {"genes.spacrd", "both.spacrd"})
            test::write(folder / name, "model");
        MainWindow window(std::move(engine));
        window.show();
        QSignalSpy opened(&window, &MainWindow::opened);
        window.open({"section", {}, std::nullopt});
        QVERIFY(opened.wait());
        QVERIFY(window.findChild<MessageBar*>(u"messages"_s)->sentences().contains(u"No expression matrix was found."_s));
        QVERIFY(window.findChild<SlideView*>(QStringLiteral("slideView"))->layers()->find(u"spots"_s));

        window.setModelFile(pathText(folder / "genes.spacrd"));
        auto* detect = childOf<QPushButton>(window, u"detectButton"_s);
        QTRY_VERIFY(detect->toolTip().contains(u"reads genes only"_s));
        QVERIFY(!detect->isEnabled());
        window.setModelFile(pathText(folder / "both.spacrd"));
        QTRY_VERIFY(detect->isEnabled());
        QSignalSpy shown(&window, &MainWindow::resultShown);
        QTest::mouseClick(detect, Qt::LeftButton);
        QTRY_COMPARE(shown.count(), 1);
        const QImage picture =
            window.findChild<SlideView*>(QStringLiteral("slideView"))->grab().toImage(); // spots, scores and regions are painted
        QVERIFY(!picture.isNull());
    }

    void aCardThatCannotBeUsedIsExplained()
    {
        test::FakeEngine fake;
        Engine engine = fake.engine();
        engine.computeFacts = [] {
            return ComputeFacts{{{"cpu", {}, 0}}, "2.6.0", "CUDA cannot be used: there is no NVIDIA driver on this computer."};
        };
        MainWindow window(std::move(engine));
        window.show();
        auto* label = childOf<QLabel>(window, u"deviceLabel"_s);
        QTRY_COMPARE(label->text(), u"Graphics card cannot be used"_s);
        QVERIFY2(label->toolTip().contains(u"no NVIDIA driver"_s), qPrintable(label->toolTip()));
    }

    void theExportDialogWritesTheFiles()
    {
        test::TemporaryFolder folder;
        Stage stage;
        stage.openSection();
        stage.detect();
        Settings().setExportFolder(pathText(folder / "result"));
        // Hashing inputs needs files that exist; the made-up section has none, so the record is left out here.
        QSignalSpy exported(stage.window.get(), &MainWindow::exported);
        action(*stage.window, "export")->trigger();
        auto* dialog = childOf<QWidget>(*stage.window, u"exportDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        QTest::mouseClick(childOf<QAbstractButton>(*dialog, u"exportRun"_s), Qt::LeftButton, {},
                          QPoint(8, childOf<QAbstractButton>(*dialog, u"exportRun"_s)->height() / 2));
        QTest::mouseClick(childOf<QPushButton>(*dialog, u"exportButton"_s), Qt::LeftButton);
        QTRY_COMPARE(exported.count(), 1);
        for (const char* name : {"scores.csv", "attention.csv", "regions.geojson", "overlay.png"})
            QVERIFY2(std::filesystem::file_size(folder / "result" / name) > 100, name);
        QVERIFY(!std::filesystem::exists(folder / "result" / "run.json"));
        QVERIFY(stage.window->findChild<MessageBar*>(u"messages"_s)->sentences().back().contains(u"overlay.png"_s));
    }

    void closingGoesBackToTheWelcomePage()
    {
        Stage stage;
        stage.openSection();
        stage.detect();
        action(*stage.window, "close")->trigger();
        QVERIFY(childOf<QWidget>(*stage.window, u"welcomePage"_s)->isVisible());
        QVERIFY(!stage.window->workspace().isOpen());
        QVERIFY(!childOf<QWidget>(*stage.window, u"modelDock"_s)->isVisible());
        QCOMPARE(childOf<QListWidget>(*stage.window, u"recentList"_s)->count(), 1);
        stage.openSection();
        QVERIFY(childOf<QWidget>(*stage.window, u"modelDock"_s)->isVisible());
    }

    void helpAndAboutOpen()
    {
        Stage stage;
        QTRY_COMPARE(childOf<QComboBox>(*stage.window, u"deviceCombo"_s)->count(), 3);
        action(*stage.window, "about")->trigger();
        QVERIFY(childOf<QLabel>(*stage.window, u"aboutText"_s)->text().contains(u"cpu, cuda:0 (Fake Card, 8.0 GiB)"_s));
        action(*stage.window, "tour")->trigger();
        QVERIFY(stage.window->findChild<QWidget*>(u"tourDialog"_s)->isVisible());
    }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
