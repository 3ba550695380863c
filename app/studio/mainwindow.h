#pragma once

#include "app/studio/actions.h"
#include "app/studio/engine.h"
#include "app/studio/gotodialog.h"
#include "app/studio/settings.h"
#include "app/studio/worker.h"
#include "app/studio/workspace.h"
#include "widgets/slideview/viewsnapshot.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;
class QToolBar;

namespace spacrd {

enum class ColourVision;
class AlignmentDialog;
class BookmarksPanel;
class ColoursPanel;
class ComparePanes;
class GenePanel;
class LayersPanel;
class MessageBar;
class ModelPanel;
class OpenSampleDialog;
class PatchMagnifier;
class ProgressStrip;
class QualityPanel;
class RegionLayer;
class RegionsPanel;
class SlideView;
class SpotPanel;
class SpotPlaces;
class WelcomePage;

/// The window. Split by topic: mainwindow.cpp (building, closing, dropping), menus.cpp, docks.cpp, status.cpp, opening.cpp,
/// aligning.cpp, detecting.cpp, exploring.cpp (layers, spots, genes), goingto.cpp, bookmarks.cpp, snapshots.cpp, magnifying.cpp,
/// quality.cpp, exporting.cpp, drawing.cpp.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Engine engine, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const OpenRequest& request);
    /// Opens the demo section, which is made first where there is none, and detects on it.
    void openDemo();
    /// Detects as soon as a section and a model are there.
    void detectWhenReady();
    void setModelFile(const QString& file);
    /// Lets a graphics card draw the slide, where there is a real one and the settings do not say otherwise. Before the window is
    /// shown. `imitated`: also one that the processor imitates, to try it out.
    void useGraphicsCard(bool imitated = false);

    const Workspace& workspace() const { return *m_workspace; }
    bool isOpening() const { return m_opening != 0; }
    bool isDetecting() const { return m_detecting != 0; }

    static QString demoFolder();

Q_SIGNALS:
    void opened();
    /// A detection, or another threshold, is on the screen.
    void resultShown();
    void exported(const QString& folder);
    /// Another window is wanted.
    void windowRequested();
    /// A job failed; the dialog is shown as well.
    void failed(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    // menus.cpp
    void makeMenus();
    void makeToolBar();
    void connectActions();
    void fillRecentMenu();
    void showAsSeenBy(ColourVision vision);
    void chooseLanguage(const QString& code);
    void showTour();
    void showAbout();

    // drawing.cpp
    void useTileMemory();
    bool drawsByCard() const;
    void updateDrawing();

    // docks.cpp
    void makeCentre();
    void connectCursor(SlideView* view);
    void makeDocks();
    QDockWidget* dock(const QString& name, const QString& title, const QString& iconName, QWidget* panel,
                      Qt::DockWidgetArea area);
    /// Before the others of its place; not one that a person has closed.
    void raiseDock(const QString& name);

    // status.cpp
    void makeStatusBar();
    void showCursor(std::optional<QPointF> level0);
    void showMagnification();
    void showMemory();
    void showUnreadable();
    void showFileState();

    // mainwindow.cpp
    void follow(Workspace::Change change);
    void updateActions();
    void updateViewHistory();
    void cancelWork();
    void shutDown();
    void showError(const Error& error);

    // opening.cpp
    void chooseFile();
    void chooseFolder();
    void chooseSlide();
    /// The dialog that names the parts of a sample, filled with what is known.
    void chooseSample(const OpenRequest& request);
    void openChosen(const OpenRequest& request);
    void closeDocument();
    /// Runs `work` on the file worker in place of what is being opened now, and shows what it returns.
    /// Where `failed` is given, it tells of an error in place of showError().
    void startOpening(const QString& title, std::function<Opened(Task&)> work, std::function<void(const Error&)> failed = {},
                      std::function<void()> cancelled = {});
    void openingEnded();
    /// Forgets what runs on the spots that are shown.
    void abandonSpotWork();
    void showOpened(Opened opened);
    void showWarnings(const Sample& sample);
    void rememberRecent(const OpenRequest& request);

    // aligning.cpp
    void reviewAlignment();
    void applyAlignment(const Alignment& alignment);
    void offerEarlierAlignment(const OpenRequest& request, const Sample& sample);
    void saveAlignment(const QString& file, const Alignment& alignment);
    void followAlignment();

    // detecting.cpp
    void fillModels();
    void chooseModel();
    void useModel(const QString& path);
    void readCard();
    void askDevices();
    void showDevices(const ComputeFacts& facts);
    void detect();
    void detected(DetectionRun run, const QString& modelFile);
    void decideAgain();
    void showResult(Result result);
    QString whyNotDetect() const;

    // exploring.cpp
    void makeLayers();
    /// The outlines lie on top of whatever was added, with the person's choices kept.
    std::shared_ptr<const SpotPlaces> spotPlaces();
    void raiseSpots();
    void startTotals();
    void showResultLayers();
    void chooseGene(size_t gene);
    void clearGene();
    void choosePlace(QPointF level0);
    void chooseSpot(std::optional<size_t> spot);
    void goToSpot(size_t spot);
    void goToRegion(const QRectF& fullres);
    void showAttention();

    // goingto.cpp
    void showGoTo();
    void goToBarcode(const QString& barcode);
    void goToPlace(QPointF place, GoToDialog::Unit unit);

    // bookmarks.cpp
    void addBookmark();
    void goToBookmark(const Bookmark& bookmark);
    void showBookmarks();
    void keepBookmarks();

    // snapshots.cpp
    void chooseSnapshot();
    /// `use` gets the picture when it is ready, unless the section changes before.
    void takeSnapshot(const SlideView& view, const ViewSnapshot::Options& options, bool legends,
                      std::function<void(const QImage&)> use);
    void savePicture(const QImage& picture, const QString& file);

    // quality.cpp
    void measureQuality();
    void applyFilter();
    void showAllSpots();
    void showPart(std::shared_ptr<const Sample> part, std::vector<size_t> spots, const QualityFilter& filter);
    void showQualityLayer();

    // magnifying.cpp
    void setMagnifierVisible(bool visible);
    void clearMagnifier();
    void magnify(QPointF level0);

    // exporting.cpp
    void chooseExport();
    void writeResult(const QString& folder, const ResultFiles& files, bool openAfterwards);

    Engine m_engine;
    Settings m_settings;
    Workspace* m_workspace;
    Worker* m_files;   // opening, importing, making the demo, exporting: may take minutes
    Worker* m_quick;   // thresholds, genes, model cards: never waits for an import
    Worker* m_measure; // quality of spots: reads the slide, so that neither opening nor a gene waits for it
    Worker* m_compute; // LibTorch lives there and nowhere else
    LatestJob m_deciding;
    LatestJob m_readingGene;
    LatestJob m_readingCard;
    LatestJob m_looking;
    LatestJob m_magnifying;
    Worker::Id m_opening = 0;
    Worker::Id m_detecting = 0;
    Worker::Id m_exporting = 0;
    Worker::Id m_totals = 0;
    Worker::Id m_measuring = 0;
    Worker::Id m_filtering = 0;
    std::shared_ptr<const SampleQuality> m_quality; // of the whole sample; null while it is not known
    std::vector<size_t> m_keptSpots;                // of the whole sample, in the order shown; empty = all
    bool m_detectWhenReady = false;
    Alignment m_originalAlignment;                // of the sample that m_alignedSlide is of, as it was opened
    QString m_fileMessage;                        // that the slide's file is away or another one
    QString m_unreadable;                         // the message about the slide's file, to be taken away when it is back
    std::shared_ptr<const Sample> m_placedSample; // that m_places is of
    std::shared_ptr<const SpotPlaces> m_places;
    std::shared_ptr<const DetectionRun> m_shownDetection; // the one whose score and region layers are in the view
    bool m_started = false;
    std::optional<ComputeFacts> m_facts;
    QString m_cardProblem;
    QPointer<OpenSampleDialog> m_sampleDialog;
    QPointer<ViewSnapshot> m_snapshot;  // that waits for its tiles
    GoToDialog* m_goToDialog = nullptr; // once it was asked for
    QPointer<AlignmentDialog> m_alignmentDialog;
    std::shared_ptr<const Slide> m_alignedSlide; // the one that m_alignmentDialog is about

    Actions m_actions;
    QMenu* m_recentMenu = nullptr;
    QToolBar* m_toolBar = nullptr;
    QByteArray m_dockState; // of the panels, while the welcome page hides them
    QStackedWidget* m_pages = nullptr;
    ComparePanes* m_viewer = nullptr; // m_view, and others beside it
    ColourVision m_vision{};          // who is to see the picture
    WelcomePage* m_welcome = nullptr;
    MessageBar* m_messages = nullptr;
    ProgressStrip* m_fileProgress = nullptr;
    SlideView* m_view = nullptr;
    PatchMagnifier* m_magnifier = nullptr;
    std::optional<size_t> m_magnifiedSpot; // that it shows
    LayersPanel* m_layersPanel = nullptr;
    ModelPanel* m_modelPanel = nullptr;
    QualityPanel* m_qualityPanel = nullptr;
    GenePanel* m_genePanel = nullptr;
    SpotPanel* m_spotPanel = nullptr;
    RegionsPanel* m_regionsPanel = nullptr;
    ColoursPanel* m_coloursPanel = nullptr;
    BookmarksPanel* m_bookmarksPanel = nullptr;
    std::vector<QDockWidget*> m_docks;
    QLabel* m_cursorLabel = nullptr;
    QLabel* m_magnificationLabel = nullptr;
    QLabel* m_memoryLabel = nullptr;
    QLabel* m_unreadableLabel = nullptr;
    QLabel* m_deviceLabel = nullptr;
    QTimer* m_memoryTimer = nullptr;
};

} // namespace spacrd
