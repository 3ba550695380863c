#include "tests/studio/driving.h"
#include "tests/studio/fakes.h"

#include "app/studio/alignmentdialog.h"
#include "app/studio/landmarksview.h"
#include "app/studio/mainwindow.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "core/sample/orientation.h"
#include "tests/support/testdata.h"
#include "widgets/panels/alignmentpreview.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/texts.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <sstream>

using namespace spacrd;
using test::childOf;
using namespace Qt::StringLiterals;

namespace {

void click(QWidget& parent, const char* name)
{
    auto* button = childOf<QAbstractButton>(parent, QString::fromLatin1(name));
    QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
}

Alignment turnedBy(Orientation orientation, const Alignment& given, const SlideInfo& info)
{
    return *given.then(turned(orientation, static_cast<double>(info.width()), static_cast<double>(info.height())));
}

/// madeUpSample with two findings, the first of them with a fix.
std::shared_ptr<const Sample> doubtfulSample()
{
    auto sample = std::make_shared<Sample>(*test::madeUpSample(14, 15, true));
    AlignmentFinding turnedOver;
    turnedOver.kind = AlignmentFinding::Kind::orientation;
    turnedOver.explanation = Text("The spots seem to be mirrored; --align flip-x puts them right.");
    turnedOver.fixName = "flip-x";
    turnedOver.fixLabel = Text("Mirror the spots");
    turnedOver.fix = turnedBy(Orientation::flipX, sample->alignment, sample->slide->info());
    AlignmentFinding glass;
    glass.kind = AlignmentFinding::Kind::onGlass;
    glass.explanation = Text("Some spots lie on glass.");
    sample->proof.findings = {turnedOver, glass};
    sample->warnings = {turnedOver.explanation, glass.explanation, Text("Something else.")};
    return sample;
}

} // namespace

/// The review of an alignment by mouse and keys: with the made-up section, and with a real phantom whose spots are mirrored.
class TestAlignmentDialog : public QObject
{
    Q_OBJECT

private:
    struct Stage
    {
        test::FakeEngine fake;
        std::unique_ptr<MainWindow> window;

        explicit Stage(bool doubtful = true)
        {
            Engine engine = fake.engine();
            if (doubtful)
                engine.open = [](const OpenRequest& request, Task&) {
                    const auto sample = doubtfulSample();
                    return Opened{request, sample, sample->slide};
                };
            window = std::make_unique<MainWindow>(std::move(engine));
            window->show();
            QSignalSpy opened(window.get(), &MainWindow::opened);
            window->open({"section", {}, std::nullopt});
            QVERIFY(opened.wait());
        }
        MessageBar& messages() const { return *window->findChild<MessageBar*>(u"messages"_s); }
        AlignmentDialog& dialog() const { return *childOf<AlignmentDialog>(*window, u"alignmentDialog"_s); }
        AlignmentDialog& review() const
        {
            window->findChild<QAction*>(u"alignment"_s)->trigger();
            AlignmentDialog& shown = dialog();
            // Not qWaitForWindowActive: for Qt a window is active while its parent is.
            if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == &shown; }))
                qFatal("the dialog does not come to the front");
            return shown;
        }
        const Sample& sample() const { return *window->workspace().sample(); }
        static AlignmentPreview& preview(QWidget& dialog) { return *dialog.findChild<AlignmentPreview*>(); }
        static void turnTo(AlignmentDialog& dialog, int tab)
        {
            auto* tabs = childOf<QTabWidget>(dialog, u"alignmentTabs"_s);
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
            QCOMPARE(tabs->currentIndex(), tab);
        }
        /// A click on the spot, and one where it belongs.
        static void markPair(AlignmentDialog& dialog, const Sample& sample, size_t spot, Level0Point place)
        {
            AlignmentPreview& view = preview(dialog);
            const QPointF at = view.toScreen(view.alignment().toLevel0(sample.spots()[spot].fullres));
            QTest::mouseClick(&view, Qt::LeftButton, {}, at.toPoint());
            QTest::mouseClick(&view, Qt::LeftButton, {}, view.toScreen(place).toPoint());
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"SpaCRD"_s);
        QCoreApplication::setApplicationName(u"test_alignmentdialog"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
    }

    void init() { QSettings().clear(); }

    void theMessageBarLeadsToTheReview()
    {
        const Stage stage;
        const QStringList sentences = stage.messages().sentences();
        QCOMPARE(sentences.size(), 2); // the findings in one, and what has nothing to do with them
        QVERIFY(sentences[0].contains(u"The spots seem to be turned or mirrored against the image."_s)
                && sentences[0].contains(u"One more finding"_s));
        QCOMPARE(sentences[1], u"Something else."_s);
        auto* button = stage.messages().findChild<QPushButton*>();
        QCOMPARE(button->text(), u"Review alignment…"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        AlignmentDialog& dialog = stage.dialog();
        QVERIFY(dialog.isVisible());
        QCOMPARE(childOf<QLabel>(dialog, u"finding0"_s)->text(), u"The spots seem to be turned or mirrored against the image."_s);
        QCOMPARE(childOf<QLabel>(dialog, u"finding1"_s)->text(), u"Some spots lie on glass."_s);
        QCOMPARE(childOf<QRadioButton>(dialog, u"fix0"_s)->text(), u"Mirror the spots"_s);
        QVERIFY(!dialog.findChild<QPushButton*>(u"applyFix1"_s)); // no fix, no button
    }

    void thePreviewSwitchesBetweenAsItIsAndTheFix()
    {
        const Stage stage;
        AlignmentDialog& dialog = stage.review();
        const Alignment fixed = *stage.sample().proof.findings[0].fix;
        QCOMPARE(Stage::preview(dialog).alignment(), fixed); // what is proposed is seen at once
        click(dialog, "showAsIs");
        QCOMPARE(Stage::preview(dialog).alignment(), stage.sample().alignment);
        click(dialog, "showChange");
        QCOMPARE(Stage::preview(dialog).alignment(), fixed);
    }

    void aFixIsAppliedAndTakenBack()
    {
        const Stage stage;
        AlignmentDialog& dialog = stage.review();
        const auto before = stage.window->workspace().sample();
        const Alignment fixed = *before->proof.findings[0].fix;
        QVERIFY(!childOf<QPushButton>(dialog, u"alignmentUndo"_s)->isEnabled());
        click(dialog, "applyFix0");
        QTRY_COMPARE(stage.sample().alignment, fixed);
        QVERIFY(dialog.isVisible());
        QCOMPARE(stage.window->workspace().opened()->request.alignment, std::optional(fixed));
        QTRY_VERIFY(dialog.findChild<QLabel*>(u"noFinding"_s));
        QVERIFY(stage.messages().sentences().isEmpty());
        QVERIFY(!childOf<QPushButton>(dialog, u"alignmentApply"_s)->isEnabled());
        click(dialog, "alignmentUndo");
        QTRY_COMPARE(stage.sample().alignment, before->alignment);
        QTRY_VERIFY(!childOf<QPushButton>(dialog, u"alignmentUndo"_s)->isEnabled());
    }

    void whatWasAppliedIsNotLost()
    {
        const Stage stage;
        const auto before = stage.window->workspace().sample();
        const Alignment fixed = *before->proof.findings[0].fix;
        click(stage.review(), "applyFix0");
        QTRY_COMPARE(stage.sample().alignment, fixed);
        const QPointer<AlignmentDialog> closed = &stage.dialog();
        click(stage.dialog(), "alignmentClose");
        QTRY_VERIFY(!closed);
        // The way back is there as long as the sample is.
        AlignmentDialog& again = stage.review();
        QTRY_VERIFY(childOf<QPushButton>(again, u"alignmentUndo"_s)->isEnabled());
        // Opened anew it lies as the data say, and the other way is offered.
        QSignalSpy opened(stage.window.get(), &MainWindow::opened);
        stage.window->open({"section", {}, std::nullopt});
        QVERIFY(opened.wait());
        QCOMPARE(stage.sample().alignment, before->alignment);
        QVERIFY(stage.messages().sentences().contains(u"This sample was aligned in another way when it was open last."_s));
        QPushButton* button = nullptr;
        for (QPushButton* candidate : stage.messages().findChildren<QPushButton*>())
            button = candidate->text() == u"Align so again"_s ? candidate : button;
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(opened.wait());
        QCOMPARE(stage.window->workspace().opened()->request.alignment, std::optional(fixed));
    }

    void theWindowGoesOnWhileJoining()
    {
        const Stage stage;
        AlignmentDialog& dialog = stage.review();
        stage.fake.opening->close();
        click(dialog, "alignmentApply");
        QTRY_COMPARE(stage.fake.opening->waiting(), 1);
        QVERIFY(!childOf<QPushButton>(dialog, u"alignmentApply"_s)->isEnabled());
        QCOMPARE(childOf<QLabel>(dialog, u"alignmentMessage"_s)->text(), u"Joining spots and slide…"_s);
        stage.window->findChild<QAction*>(u"cancel"_s)->trigger();
        QTRY_VERIFY(childOf<QPushButton>(dialog, u"alignmentApply"_s)->isEnabled());
        QCOMPARE(stage.sample().alignment, Alignment());
    }

    void orientationsAreTriedByHand()
    {
        const Stage stage(false);
        AlignmentDialog& dialog = stage.review();
        QCOMPARE(childOf<QTabWidget>(dialog, u"alignmentTabs"_s)->currentIndex(), 1); // no finding to begin with
        for (const Orientation orientation : allOrientations) {
            click(dialog, orientationName(orientation));
            QCOMPARE(Stage::preview(dialog).alignment(), turnedBy(orientation, Alignment(), stage.sample().slide->info()));
        }
        auto* last = childOf<QRadioButton>(dialog, u"transverse"_s);
        last->setFocus();
        QTest::keyClick(last, Qt::Key_Up); // by keys as well
        QVERIFY(childOf<QRadioButton>(dialog, u"transpose"_s)->isChecked());
        click(dialog, "rotate-180");
        const Alignment turnedOver = Stage::preview(dialog).alignment();
        click(dialog, "alignmentApply");
        QTRY_COMPARE(stage.sample().alignment, turnedOver);
        QTRY_VERIFY(childOf<QRadioButton>(dialog, u"as-it-is"_s)->isChecked());
    }

    void markedPairsAlign()
    {
        const Stage stage(false);
        AlignmentDialog& dialog = stage.review();
        Stage::turnTo(dialog, 2);
        const Sample& sample = stage.sample();
        const Alignment wanted = Alignment::fromNumbers({0.0, -0.9, 2900.0, 0.9, 0.0, 60.0}); // a turn, a scale, a shift
        auto* table = childOf<QTableWidget>(dialog, u"landmarkTable"_s);
        size_t pairs = 0;
        for (const size_t spot : {size_t(0), size_t(14), size_t(195), size_t(112)}) {
            Stage::markPair(dialog, sample, spot, wanted.toLevel0(sample.spots()[spot].fullres));
            QCOMPARE(table->rowCount(), static_cast<int>(++pairs));
            QCOMPARE(childOf<QPushButton>(dialog, u"alignmentApply"_s)->isEnabled(), pairs >= 3);
        }
        const LandmarksView& marks = *dialog.findChild<LandmarksView*>();
        QCOMPARE(marks.pairs()[1].fullres, sample.spots()[14].fullres); // the spot itself, however the click met it
        const double onePixelUm =
            0.5 / std::abs(Stage::preview(dialog).toScreen({1, 0}).x() - Stage::preview(dialog).toScreen({0, 0}).x());
        QVERIFY2(marks.fit()->rmsUm < onePixelUm, qPrintable(QString::number(marks.fit()->rmsUm)));
        QVERIFY(table->item(2, 2)->text().endsWith(u"µm"_s));
        QVERIFY(childOf<QLabel>(dialog, u"landmarkSummary"_s)->text().startsWith(u"RMS error"_s));
        for (const Spot& spot : sample.spots()) {
            const Level0Point a = marks.fit()->alignment.toLevel0(spot.fullres);
            const Level0Point b = wanted.toLevel0(spot.fullres);
            QVERIFY(std::hypot(a.x - b.x, a.y - b.y) < 3.0 * onePixelUm / 0.5);
        }
        // Affine has its own answer; the same pairs.
        auto* model = childOf<QComboBox>(dialog, u"landmarkModel"_s);
        const double similar = marks.fit()->rmsUm;
        model->setFocus();
        QTest::keyClick(model, Qt::Key_Down);
        QCOMPARE(model->currentIndex(), 1);
        QVERIFY(marks.fit()->rmsUm <= similar);
        // The worst pair goes by the Delete key.
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(3, 0)).center());
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(table->rowCount(), 3);
        const Alignment fit = marks.fit()->alignment;
        click(dialog, "showChange");
        QCOMPARE(Stage::preview(dialog).alignment(), fit);
        click(dialog, "alignmentApply");
        QTRY_COMPARE(stage.sample().alignment, fit);
        click(dialog, "landmarkDelete");
        QCOMPARE(table->rowCount(), 2);
        QVERIFY(!marks.fit());
    }

    void pairsAreMarkedByKeysAndHalfOfOneIsDropped()
    {
        const Stage stage(false);
        AlignmentDialog& dialog = stage.review();
        Stage::turnTo(dialog, 2);
        AlignmentPreview& view = Stage::preview(dialog);
        const LandmarksView& marks = *dialog.findChild<LandmarksView*>();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(marks.waitsForPlace());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!marks.waitsForPlace() && dialog.isVisible());
        QTest::keyClick(&view, Qt::Key_Return);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(marks.pairs().size(), size_t(1));
        const double movedPx = 40.0;
        const Level0Point middle = view.toLevel0(QPointF(view.width() / 2.0, view.height() / 2.0));
        const double moved = view.toScreen(marks.pairs()[0].level0).x() - view.toScreen(middle).x();
        QVERIFY(std::abs(moved - movedPx) < 1e-6);
        // Dragging moves the picture and marks nothing.
        QTest::mousePress(&view, Qt::LeftButton, {}, {100, 100});
        QTest::mouseMove(&view, {150, 130});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {150, 130});
        QVERIFY(!marks.waitsForPlace());
        // A pair that was not applied is not lost without a question.
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QMessageBox* question = nullptr;
        QTRY_VERIFY((question = dialog.findChild<QMessageBox*>()) && question->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!dialog.findChild<QMessageBox*>());
        QVERIFY(dialog.isVisible());
        QCOMPARE(marks.pairs().size(), size_t(1));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY((question = dialog.findChild<QMessageBox*>()) && question->isVisible());
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!stage.window->findChild<AlignmentDialog*>());
    }

    void anAlignmentThatCannotBeStaysAsItIs()
    {
        const Stage stage(false);
        AlignmentDialog& dialog = stage.review();
        Q_EMIT dialog.applyRequested(Alignment::scaled(99.0));
        QTRY_COMPARE(childOf<QLabel>(dialog, u"alignmentMessage"_s)->text(), u"Only 0 of 210 spots lie on the image."_s);
        QCOMPARE(stage.sample().alignment, Alignment());
    }

    void anotherSectionClosesTheReview()
    {
        const Stage stage(false);
        stage.review();
        stage.window->open({"section", {}, std::nullopt});
        QTRY_VERIFY(!stage.window->findChild<AlignmentDialog*>());
        stage.window->open({"bare", {}, std::nullopt});
        QTRY_VERIFY(!stage.window->workspace().slide());
        QVERIFY(!stage.window->findChild<QAction*>(u"alignment"_s)->isEnabled());
    }

    /// The whole way with the real engine: a phantom whose spots are mirrored, mended, saved, and opened again from the file.
    void aMirroredPhantomIsMended()
    {
        constexpr int longMs = 120000;
        const test::TemporaryFolder folder;
        Task task;
        PhantomOptions options;
        options.width = options.height = 3000;
        options.genes = 120;
        writePhantom(folder / "phantom", options, task);
        const auto table = folder / "phantom" / "outs" / "spatial" / "tissue_positions.csv";
        std::istringstream lines(test::read(table));
        std::string line;
        std::getline(lines, line);
        std::string spoilt = line + "\n";
        while (std::getline(lines, line)) {
            const size_t last = line.rfind(',');
            spoilt += line.substr(0, last + 1) + std::to_string(options.width - std::stod(line.substr(last + 1))) + "\n";
        }
        test::write(table, spoilt);

        MainWindow window(realEngine());
        window.show();
        QSignalSpy failed(&window, &MainWindow::failed);
        window.open(demoRequest(folder / "phantom"));
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().sample() || failed.count() > 0, longMs);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.front().front().toString()));
        const auto wrong = window.workspace().sample();
        QVERIFY(!wrong->proof.findings.empty());
        QCOMPARE(wrong->proof.findings.front().fixName, std::string("flip-x"));
        auto* messages = window.findChild<MessageBar*>(u"messages"_s);
        QTest::mouseClick(messages->findChild<QPushButton*>(), Qt::LeftButton);
        auto* dialog = window.findChild<AlignmentDialog*>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        click(*dialog, "applyFix0");
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().sample() != wrong, longMs);
        const auto right = window.workspace().sample();
        QVERIFY(right->proof.findings.empty());
        const Level0Point put = right->alignment.toLevel0({100, 50});
        QVERIFY(std::abs(put.x - (options.width - 100)) < 1.0 && std::abs(put.y - 50) < 1.0);

        click(*dialog, "alignmentSave");
        auto* chooser = dialog->findChild<QFileDialog*>();
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(pathText(folder / "mended.json"));
        chooser->reject();
        QTRY_VERIFY_WITH_TIMEOUT(childOf<QLabel>(*dialog, u"alignmentMessage"_s)->text().contains(u"mended.json"_s), longMs);
        const Opened again = openAnything({folder / "mended.json", {}, std::nullopt}, task);
        QCOMPARE(again.sample->alignment, right->alignment);
        QVERIFY(again.sample->proof.findings.empty());
    }
};

QTEST_MAIN(TestAlignmentDialog)
#include "test_alignmentdialog.moc"
