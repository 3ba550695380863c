#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"

#include "app/studio/mainwindow.h"
#include "app/studio/opensampledialog.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "tests/support/testdata.h"
#include "tests/transcriptome/fixtures.h"
#include "widgets/panels/texts.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace spacrd;
using test::childOf;
using test::drop;
using namespace Qt::StringLiterals;

/// The dialog that names the parts of a sample, by mouse, keys and drops.
class TestOpenSample : public QObject
{
    Q_OBJECT

private:
    struct Stage
    {
        test::FakeEngine fake;
        std::unique_ptr<MainWindow> window;
        std::unique_ptr<QSignalSpy> opened;

        Stage()
            : window(std::make_unique<MainWindow>(fake.engine()))
            , opened(std::make_unique<QSignalSpy>(window.get(), &MainWindow::opened))
        {
            window->show();
        }
        OpenSampleDialog& dialog() const { return *childOf<OpenSampleDialog>(*window, u"openSampleDialog"_s); }
        OpenSampleDialog& ask() const
        {
            window->findChild<QAction*>(u"openSample"_s)->trigger();
            return dialog();
        }
        bool isAsking() const
        {
            const auto* dialog = window->findChild<OpenSampleDialog*>();
            return dialog && dialog->isVisible();
        }
    };

    static QString text(QWidget& dialog, const char* name) { return childOf<QLabel>(dialog, QString::fromLatin1(name))->text(); }
    static QPushButton* openButton(QWidget& dialog) { return childOf<QPushButton>(dialog, u"sampleOpen"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_opensample"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
    }

    void init() { QSettings().clear(); }

    void whatIsTypedIsRecognisedAndOpened()
    {
        Stage stage;
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTest::keyClick(stage.window.get(), Qt::Key_O, Qt::ControlModifier | Qt::AltModifier);
        OpenSampleDialog& dialog = stage.dialog();
        QTRY_COMPARE(QApplication::activeWindow(), &dialog); // for Qt a window is active while its parent is
        QVERIFY(!openButton(dialog)->isEnabled());
        auto* path = childOf<QLineEdit>(dialog, u"samplePath"_s);
        QVERIFY(path->hasFocus()); // one can type at once
        QTest::keyClicks(path, u"/data/nothing"_s);
        QTRY_COMPARE(text(dialog, "sampleRecognised"), u"There is no such file or folder."_s);
        QVERIFY(!openButton(dialog)->isEnabled());
        path->selectAll();
        QTest::keyClicks(path, u"/data/section"_s);
        QTRY_COMPARE(text(dialog, "sampleRecognised"), u"10x Visium · one section"_s);
        QCOMPARE(text(dialog, "sampleSlideHint"), u"Found with the data: tissue_hires_image.png"_s);
        QVERIFY(!childOf<QComboBox>(dialog, u"sampleLibrary"_s)->isVisible());
        QVERIFY(openButton(dialog)->isEnabled());
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_COMPARE(stage.opened->count(), 1);
        QTRY_VERIFY(!stage.isAsking());
        QVERIFY(stage.window->workspace().sample());
    }

    void severalSectionsDroppedLeadToTheChoice()
    {
        Stage stage;
        drop(*stage.window, u"/data/several"_s);
        QTRY_VERIFY(stage.isAsking());
        OpenSampleDialog& dialog = stage.dialog();
        QVERIFY(!stage.window->findChild<QMessageBox*>());
        QVERIFY(!stage.window->workspace().isOpen());
        QTRY_COMPARE(text(dialog, "sampleRecognised"), u"AnnData · 2 sections"_s);
        auto* library = childOf<QComboBox>(dialog, u"sampleLibrary"_s);
        QVERIFY(library->isVisible());
        QCOMPARE(library->currentIndex(), -1);
        QCOMPARE(text(dialog, "sampleProblem"), u"Choose which of the sections to open."_s);
        QVERIFY(!openButton(dialog)->isEnabled());
        library->setFocus();
        QTest::keyClick(library, Qt::Key_Down);
        QTest::keyClick(library, Qt::Key_Down);
        QTRY_VERIFY(openButton(dialog)->isEnabled());
        QCOMPARE(library->currentText(), u"lung"_s);
        QTest::mouseClick(openButton(dialog), Qt::LeftButton);
        QTRY_COMPARE(stage.opened->count(), 1);
        QCOMPARE(stage.window->workspace().opened()->request.library, std::string("lung"));
        QTRY_VERIFY(!stage.isAsking());
    }

    void severalSectionsOfTheCommandLineLeadToTheChoice()
    {
        Stage stage;
        stage.window->open({"/data/several", {}, std::nullopt});
        QTRY_VERIFY(stage.isAsking());
        QTest::keyClick(&stage.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.isAsking());
        QVERIFY(!stage.window->workspace().isOpen());
    }

    void filesDropOnTheirLinesAndOnTheWindow()
    {
        Stage stage;
        OpenSampleDialog& dialog = stage.ask();
        drop(dialog, u"/data/bare"_s);
        QCOMPARE(childOf<QLineEdit>(dialog, u"samplePath"_s)->text(), u"/data/bare"_s);
        QTRY_VERIFY(text(dialog, "sampleSlideHint").startsWith(u"None was found"_s));
        drop(*childOf<QLineEdit>(dialog, u"sampleSlide"_s), u"/data/big slide.svs"_s);
        QTRY_COMPARE(text(dialog, "sampleSlideHint"), u"Named: big slide.svs"_s);
        QCOMPARE(dialog.request().slide, std::filesystem::path("/data/big slide.svs"));
        drop(*childOf<QLineEdit>(dialog, u"samplePositions"_s), u"/data/p.csv"_s);
        QTRY_COMPARE(text(dialog, "samplePositionsHint"), u"In use: p.csv"_s);
        QTest::keyClicks(childOf<QLineEdit>(dialog, u"sampleScale"_s), u"zero"_s);
        QCOMPARE(text(dialog, "sampleProblem"), u"The scale must be a number above 0."_s);
        QVERIFY(!openButton(dialog)->isEnabled());
        childOf<QLineEdit>(dialog, u"sampleScale"_s)->clear();
        QTest::keyClicks(childOf<QLineEdit>(dialog, u"sampleScale"_s), u"0.25"_s);
        QCOMPARE(dialog.request().slideScale, std::optional(0.25));
        QTest::mouseClick(openButton(dialog), Qt::LeftButton);
        QTRY_COMPARE(stage.opened->count(), 1);
        const OpenRequest& request = stage.window->workspace().opened()->request;
        QCOMPARE(request.positions, std::filesystem::path("/data/p.csv"));
        QCOMPARE(request.slideScale, std::optional(0.25));
    }

    void aMissingSlideIsTold()
    {
        Stage stage;
        OpenSampleDialog& dialog = stage.ask();
        drop(dialog, u"/data/section"_s);
        QTest::keyClicks(childOf<QLineEdit>(dialog, u"sampleSlide"_s), u"/data/gone.svs"_s);
        QTRY_COMPARE(text(dialog, "sampleSlideHint"), u"There is no such file."_s);
        QVERIFY(!openButton(dialog)->isEnabled());
        auto* without = childOf<QCheckBox>(dialog, u"sampleWithoutSlide"_s);
        without->setFocus();
        QTest::keyClick(without, Qt::Key_Space);
        QTRY_VERIFY(openButton(dialog)->isEnabled());
        QVERIFY(dialog.request().withoutSlide && dialog.request().slide.empty());
        QCOMPARE(text(dialog, "sampleSlideHint"), u"The section opens with expression alone."_s);
    }

    void aFailureStaysInTheDialogAndNothingIsLost()
    {
        Stage stage;
        OpenSampleDialog& dialog = stage.ask();
        drop(dialog, u"/data/section"_s);
        drop(*childOf<QLineEdit>(dialog, u"sampleSlide"_s), u"/data/bad.svs"_s);
        QTRY_VERIFY(openButton(dialog)->isEnabled());
        QTest::mouseClick(openButton(dialog), Qt::LeftButton);
        QTRY_COMPARE(text(dialog, "sampleProblem"), u"The slide cannot be decoded. (bad.svs)"_s);
        QVERIFY(stage.isAsking());
        QVERIFY(!stage.window->findChild<QMessageBox*>());
        QCOMPARE(childOf<QLineEdit>(dialog, u"samplePath"_s)->text(), u"/data/section"_s);
        QVERIFY(openButton(dialog)->isEnabled());
        childOf<QLineEdit>(dialog, u"sampleSlide"_s)->clear();
        QTRY_VERIFY(openButton(dialog)->isEnabled());
        QVERIFY(!childOf<QLabel>(dialog, u"sampleProblem"_s)->isVisible());
    }

    void cancellingStopsTheOpening()
    {
        Stage stage;
        stage.fake.opening->close();
        OpenSampleDialog& dialog = stage.ask();
        drop(dialog, u"/data/section"_s);
        QTRY_VERIFY(openButton(dialog)->isEnabled());
        QTest::mouseClick(openButton(dialog), Qt::LeftButton);
        QTRY_COMPARE(stage.fake.opening->waiting(), 1);
        QVERIFY(!openButton(dialog)->isEnabled());
        QVERIFY(!childOf<QLineEdit>(dialog, u"samplePath"_s)->isEnabled());
        QTest::mouseClick(childOf<QPushButton>(dialog, u"sampleCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!stage.window->isOpening());
        QVERIFY(!stage.isAsking());
        QCOMPARE(stage.opened->count(), 0);
    }

    void buttonsChooseFilesAndEverythingIsNamed()
    {
        Stage stage;
        OpenSampleDialog& dialog = stage.ask();
        for (const QToolButton* button : dialog.findChildren<QToolButton*>()) {
            if (!button->objectName().startsWith(u"sample"_s)) // the clear button of a line
                continue;
            QVERIFY2(!button->icon().isNull() && !button->toolTip().isEmpty() && !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
        QTest::mouseClick(childOf<QToolButton>(dialog, u"samplePathFolder"_s), Qt::LeftButton);
        auto* chooser = dialog.findChild<QFileDialog*>();
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(u"/data/section"_s);
        chooser->reject();
        QCOMPARE(childOf<QLineEdit>(dialog, u"samplePath"_s)->text(), u"/data/section"_s);
    }

    void theRealEngineLooksAtWhatIsThere()
    {
        const test::TemporaryFolder folder;
        Task task;
        PhantomOptions options;
        options.width = options.height = 2400;
        options.genes = 60;
        writePhantom(folder / "phantom", options, task);
        const auto outs = folder / "phantom" / "outs";
        OpenRequest request{outs, {}, std::nullopt};
        RequestLook look = lookAt(request, task);
        QCOMPARE(look.kind, RequestLook::Kind::section);
        QVERIFY(!look.problem && !look.choose && look.missing.empty());
        QCOMPARE(look.overview.platform, std::optional(Platform::visium));
        QVERIFY(look.overview.positions.filename().string().starts_with("tissue_positions"));
        request.slide = folder / "phantom" / "none.tif";
        look = lookAt(request, task);
        QCOMPARE(look.missing, std::vector{request.slide});
        look = lookAt({folder / "phantom" / "slide.tif", {}, std::nullopt}, task);
        QCOMPARE(look.kind, RequestLook::Kind::slide);
        look = lookAt({folder / "none", {}, std::nullopt}, task);
        QVERIFY(look.problem && look.kind == RequestLook::Kind::nothing);
        test::write(folder / "broken.json", "{");
        QVERIFY(lookAt({folder / "broken.json", {}, std::nullopt}, task).problem);
        // A sample file's parts are looked at; what the request names wins.
        test::write(folder / "s.json", R"({"counts": "phantom/outs", "slide": "phantom/slide.tif", "slide_scale": 0.5})");
        request = {folder / "s.json", {}, std::nullopt};
        look = lookAt(request, task);
        QVERIFY(look.sampleFile && look.kind == RequestLook::Kind::section);
        QCOMPARE(look.named.filename().string(), std::string("slide.tif"));
        request.alignment = Alignment::scaled(1.0);
        QVERIFY(!sourcesOf(request).slideScale && sourcesOf(request).alignment);
    }

    void theRealEngineAsksWhichSectionOfAnH5ad()
    {
        const test::TemporaryFolder folder;
        const auto path = folder / "two.h5ad";
        {
            test::Hdf5Writer file(path);
            for (const char* group : {"obs", "var"})
                file.group(group);
            file.strings("obs/_index", {"12x7", "12x8", "13x7", "13x8"});
            file.strings("obs/library_id", {"liver", "liver", "lung", "lung"});
            file.doubles("obs/x_pixel", {10, 20, 10, 20});
            file.doubles("obs/y_pixel", {10, 10, 20, 20});
            file.strings("var/_index", {"ACTB"});
        }
        Task task;
        OpenRequest request{path, {}, std::nullopt};
        const std::vector<std::string> both{"liver", "lung"};
        const Opened opened = openAnything(request, task); // no error, but a question
        QVERIFY(!opened.sample && !opened.slide);
        QCOMPARE(opened.libraries, both);
        RequestLook look = lookAt(request, task);
        QVERIFY2(!look.problem, look.problem ? look.problem->what() : "");
        QVERIFY(look.choose && look.kind == RequestLook::Kind::section);
        QCOMPARE(look.overview.libraries, both);
        request.library = "lung";
        look = lookAt(request, task);
        QVERIFY2(!look.problem, look.problem ? look.problem->what() : "");
        QVERIFY(!look.choose);
        QCOMPARE(look.overview.platform, std::optional(Platform::legacySt));
        QCOMPARE(look.overview.library, std::string("lung"));
        request.library = "heart";
        QVERIFY(lookAt(request, task).problem);
    }

    void ofVisiumHdThe8MicrometreBinsAreProposed()
    {
        const test::TemporaryFolder folder;
        for (const char* bins : {"square_002um", "square_008um", "square_016um"})
            test::write(folder / "binned_outputs" / bins / "spatial" / "tissue_positions.csv", "barcode\n");
        Task task;
        const RequestLook look = lookAt({folder.path(), {}, std::nullopt}, task);
        QVERIFY2(!look.problem, look.problem ? look.problem->what() : "");
        QVERIFY(!look.choose);
        QCOMPARE(look.overview.library, std::string("square_008um"));
        OpenSampleDialog dialog({});
        QSignalSpy asked(&dialog, &OpenSampleDialog::lookRequested);
        dialog.show();
        dialog.setRequest({folder.path(), {}, std::nullopt});
        QCOMPARE(asked.count(), 1);
        dialog.setLook(look, asked.front()[1].toInt());
        auto* library = childOf<QComboBox>(dialog, u"sampleLibrary"_s);
        QCOMPARE(library->count(), 3);
        QCOMPARE(library->currentText(), u"8 µm bins"_s);
        QCOMPARE(text(dialog, "sampleRecognised"), u"10x Visium HD · 3 sections"_s);
        dialog.setLook({}, asked.front()[1].toInt() - 1); // an answer to an older question
        QCOMPARE(library->count(), 3);
    }
};

QTEST_MAIN(TestOpenSample)
#include "test_opensample.moc"
