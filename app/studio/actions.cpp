#include "app/studio/actions.h"

#include "app/studio/mainwindow.h"
#include "app/studio/settings.h"
#include "widgets/layers/colourvision.h"
#include "widgets/panels/icon.h"
#include "widgets/slideview/tileloader.h"

#include <QActionGroup>
#include <QLocale>
#include <QMainWindow>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// `tip` says what it does; the shortcut is added to the tooltip, where people look for it.
QAction* make(QMainWindow* window, const char* name, const QString& iconName, const QString& text, const QString& tip,
              const QList<QKeySequence>& shortcuts = {})
{
    auto* action = new QAction(icon(iconName), text, window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(shortcuts);
    action->setStatusTip(tip);
    action->setToolTip(shortcuts.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, shortcuts.front().toString(QKeySequence::NativeText)));
    window->addAction(action); // so that the shortcut works with the menu bar hidden, as in full screen
    return action;
}

/// One of several of which one is chosen.
void addChoice(QActionGroup* group, QAction* action, const QVariant& data, bool chosen)
{
    action->setCheckable(true);
    action->setData(data);
    action->setChecked(chosen);
    group->addAction(action);
}

QActionGroup* makeThemes(QMainWindow* window)
{
    auto* group = new QActionGroup(window);
    const std::pair<Theme, QString> themes[] = {{Theme::system, MainWindow::tr("As the desktop")},
                                                {Theme::light, MainWindow::tr("Light")},
                                                {Theme::dark, MainWindow::tr("Dark")}};
    for (const auto& [theme, text] : themes) {
        QAction* action = make(window, "theme", u"theme"_s, text, MainWindow::tr("Colours of the window: %1").arg(text));
        addChoice(group, action, static_cast<int>(theme), Settings().theme() == theme);
    }
    return group;
}

QActionGroup* makeVisions(QMainWindow* window)
{
    auto* group = new QActionGroup(window);
    const std::pair<ColourVision, QString> visions[] = {
        {ColourVision::all, MainWindow::tr("&All colours")},
        {ColourVision::deuteranopia, MainWindow::tr("Without &green cones (deuteranopia)")},
        {ColourVision::protanopia, MainWindow::tr("Without &red cones (protanopia)")},
        {ColourVision::tritanopia, MainWindow::tr("Without &blue cones (tritanopia)")},
        {ColourVision::grey, MainWindow::tr("&Printed in grey")}};
    for (const auto& [vision, text] : visions) {
        QAction* action = make(
            window, "vision", u"eye"_s, text,
            MainWindow::tr("Show the picture and the legends as someone else sees them: %1").arg(QString(text).remove(u'&')));
        action->setObjectName(u"vision%1"_s.arg(static_cast<int>(vision)));
        addChoice(group, action, static_cast<int>(vision), vision == ColourVision::all);
    }
    return group;
}

QActionGroup* makeTileMemory(QMainWindow* window)
{
    constexpr size_t mebibyte = 1024 * 1024;
    const auto amount = [](size_t mib) { return QLocale().formattedDataSize(static_cast<qint64>(mib * mebibyte), 1); };
    auto* group = new QActionGroup(window);
    const size_t chosen = static_cast<size_t>(Settings().tileMemoryMib());
    for (const size_t mib : {0, 256, 512, 1024, 2048, 4096, 8192, 16384}) {
        if (mib * mebibyte > TileLoader::mostCacheBytes())
            break;
        const QString text =
            mib == 0 ? MainWindow::tr("As this computer has (%1)").arg(amount(TileLoader::defaultCacheBytes() / mebibyte))
                     : amount(mib);
        QAction* action = make(window, "tileMemory", u"memory"_s, text,
                               MainWindow::tr("Memory for parts of the slide that were seen: %1").arg(text));
        action->setObjectName(u"tileMemory%1"_s.arg(mib));
        addChoice(group, action, static_cast<int>(mib), mib == chosen);
    }
    return group;
}

QActionGroup* makeLanguages(QMainWindow* window)
{
    auto* group = new QActionGroup(window);
    // Languages are named in themselves, so that a person finds the way back.
    const std::pair<QString, QString> languages[] = {{QString(), MainWindow::tr("As the system")},
                                                     {u"en"_s, u"English"_s},
                                                     {u"zh_CN"_s, u"简体中文"_s},
                                                     {u"de"_s, u"Deutsch"_s}};
    for (const auto& [code, text] : languages) {
        QAction* action = make(window, "language", u"language"_s, text, MainWindow::tr("Language of the window: %1").arg(text));
        addChoice(group, action, code, Settings().language() == code);
    }
    return group;
}

QActionGroup* makeViewCounts(QMainWindow* window)
{
    auto* group = new QActionGroup(window);
    const std::pair<QString, QString> counts[] = {
        {MainWindow::tr("&One view"), MainWindow::tr("Show the slide once")},
        {MainWindow::tr("&Two side by side"), MainWindow::tr("Show the slide twice, to compare a layer with another")},
        {MainWindow::tr("T&hree side by side"), MainWindow::tr("Show the slide three times: tissue, gene and score")}};
    int number = 0;
    for (const auto& [text, tip] : counts) {
        ++number;
        QAction* action = make(window, "views", u"views-%1"_s.arg(number), text, tip,
                               {QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number))});
        action->setObjectName(u"views%1"_s.arg(number));
        addChoice(group, action, number, number == 1);
    }
    return group;
}

std::vector<QAction*> makeMagnifications(QMainWindow* window)
{
    std::vector<QAction*> actions;
    int number = 0;
    for (const double magnification : {1.0, 2.5, 5.0, 10.0, 20.0, 40.0}) {
        const QString text = MainWindow::tr("%1×").arg(QLocale().toString(magnification));
        QAction* action =
            make(window, "magnification", u"magnification"_s, text, MainWindow::tr("Show as through a %1 objective").arg(text),
                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++))});
        action->setData(magnification);
        action->setObjectName(u"magnification%1"_s.arg(magnification));
        actions.push_back(action);
    }
    return actions;
}

} // namespace

Actions::Actions(QMainWindow* w)
{
    newWindow = make(w, "newWindow", u"new-window"_s, MainWindow::tr("&New window"),
                     MainWindow::tr("Another window, for another slide beside this one"), {QKeySequence(u"Ctrl+Shift+N"_s)});
    open = make(w, "open", u"open"_s, MainWindow::tr("&Open…"), MainWindow::tr("Open a slide, a picture or a counts table"),
                {QKeySequence::Open});
    openFolder =
        make(w, "openFolder", u"folder"_s, MainWindow::tr("Open &folder…"),
             MainWindow::tr("Open a section folder, such as the “outs” of Space Ranger"), {QKeySequence(u"Ctrl+Shift+O"_s)});
    openSample = make(w, "openSample", u"sample"_s, MainWindow::tr("Open &sample…"),
                      MainWindow::tr("Name the parts of a sample: data, section, slide, positions, scale"),
                      {QKeySequence(u"Ctrl+Alt+O"_s)});
    openDemo = make(w, "openDemo", u"demo"_s, MainWindow::tr("Open &demo"),
                    MainWindow::tr("Open the made-up section and detect on it; the first time it is made"));
    clearRecent = make(w, "clearRecent", u"close"_s, MainWindow::tr("Clear this list"),
                       MainWindow::tr("Forget what was opened; no file is touched"));
    exportResult =
        make(w, "export", u"export"_s, MainWindow::tr("&Export…"),
             MainWindow::tr("Write scores, regions, a picture and the record of the run"), {QKeySequence(u"Ctrl+E"_s)});
    snapshot = make(w, "snapshot", u"picture"_s, MainWindow::tr("&Picture of the view…"),
                    MainWindow::tr("Save or copy what the view shows, at any resolution"), {QKeySequence(u"Ctrl+Shift+P"_s)});
    close = make(w, "close", u"close"_s, MainWindow::tr("&Close"),
                 MainWindow::tr("Close the section and go back to the start page"), {QKeySequence::Close});
    quit = make(w, "quit", u"quit"_s, MainWindow::tr("&Quit"), MainWindow::tr("Close all windows and leave the program"),
                {QKeySequence(u"Ctrl+Q"_s)});

    fit = make(w, "fit", u"fit"_s, MainWindow::tr("&Fit to window"), MainWindow::tr("Show the whole slide"),
               {QKeySequence(u"Ctrl+0"_s)});
    zoomIn = make(w, "zoomIn", u"zoom-in"_s, MainWindow::tr("Zoom &in"), MainWindow::tr("Twice as large"),
                  {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    zoomOut = make(w, "zoomOut", u"zoom-out"_s, MainWindow::tr("Zoom &out"), MainWindow::tr("Half as large"),
                   {QKeySequence(u"Ctrl+-"_s)});
    magnifications = makeMagnifications(w);
    turnLeft = make(w, "turnLeft", u"turn-left"_s, MainWindow::tr("Turn &left"), MainWindow::tr("A quarter turn to the left"),
                    {QKeySequence(u"["_s)});
    turnRight = make(w, "turnRight", u"turn-right"_s, MainWindow::tr("Turn &right"),
                     MainWindow::tr("A quarter turn to the right"), {QKeySequence(u"]"_s)});
    turnLeftABit = make(w, "turnLeftABit", u"turn-left"_s, MainWindow::tr("Turn left by 5°"),
                        MainWindow::tr("Turn the slide a little to the left"), {QKeySequence(u"Ctrl+["_s)});
    turnRightABit = make(w, "turnRightABit", u"turn-right"_s, MainWindow::tr("Turn right by 5°"),
                         MainWindow::tr("Turn the slide a little to the right"), {QKeySequence(u"Ctrl+]"_s)});
    mirror = make(w, "mirror", u"mirror"_s, MainWindow::tr("&Mirror"),
                  MainWindow::tr("Exchange left and right, as of a section put on the glass the other way round"),
                  {QKeySequence(u"\\"_s)});
    mirror->setCheckable(true);
    upright = make(w, "upright", u"slide"_s, MainWindow::tr("&Upright"), MainWindow::tr("As the slide was scanned"));
    back = make(w, "viewBack", u"back"_s, MainWindow::tr("View &before"), MainWindow::tr("Go back to the view before"),
                {QKeySequence(u"Alt+Left"_s)});
    forward = make(w, "viewForward", u"forward"_s, MainWindow::tr("View af&ter"),
                   MainWindow::tr("Go to the view that was left by going back"), {QKeySequence(u"Alt+Right"_s)});
    goTo = make(w, "goTo", u"go-to"_s, MainWindow::tr("&Go to…"), MainWindow::tr("Go to the spot of a barcode, or to a place"),
                {QKeySequence(u"Ctrl+G"_s)});
    bookmark = make(w, "bookmark", u"bookmark"_s, MainWindow::tr("Add &bookmark"),
                    MainWindow::tr("Remember this view, to come back to it"), {QKeySequence(u"Ctrl+B"_s)});
    viewCounts = makeViewCounts(w);
    lockViews = make(w, "lockViews", u"lock"_s, MainWindow::tr("&Move together"),
                     MainWindow::tr("Views side by side show the same place"), {QKeySequence(u"Ctrl+Alt+L"_s)});
    lockViews->setCheckable(true);
    lockViews->setChecked(true);
    overview = make(w, "overview", u"overview"_s, MainWindow::tr("Over&view map"),
                    MainWindow::tr("Show where the view lies on the slide"));
    overview->setCheckable(true);
    overview->setChecked(Settings().overviewVisible());
    grid = make(w, "grid", u"grid"_s, MainWindow::tr("G&rid"), MainWindow::tr("Lines over the slide at round distances in µm"),
                {QKeySequence(u"G"_s)});
    grid->setCheckable(true);
    ruler = make(
        w, "ruler", u"ruler"_s, MainWindow::tr("Ru&ler"),
        MainWindow::tr("Drag on the slide to measure a distance; with Shift straight. The space bar moves the slide meanwhile"),
        {QKeySequence(u"L"_s)});
    ruler->setCheckable(true);
    removeRulers =
        make(w, "removeRulers", u"remove-rulers"_s, MainWindow::tr("R&emove rulers"),
             MainWindow::tr("Take away all measured distances; the Delete key takes the last one"), {QKeySequence(u"Shift+L"_s)});
    magnifier = make(w, "magnifier", u"magnifier"_s, MainWindow::tr("Patch magnif&ier"),
                     MainWindow::tr("See each spot under the pointer as the model sees it: its patch, pixel by pixel"),
                     {QKeySequence(u"Ctrl+M"_s)});
    magnifier->setCheckable(true);
    smoothMotion =
        make(w, "smoothMotion", u"motion"_s, MainWindow::tr("S&mooth motion"),
             MainWindow::tr("A thrown view glides on, and zooming is not a jump; off is easier over a slow connection"));
    smoothMotion->setCheckable(true);
    smoothMotion->setChecked(Settings().smoothMotion());
    drawnByCard = make(w, "drawnByCard", u"card"_s, MainWindow::tr("Draw by the graphics &card"),
                       MainWindow::tr("This machine has no graphics card for OpenGL: the processor draws the slide"));
    drawnByCard->setCheckable(true);
    drawnByCard->setEnabled(false);
    alignment = make(w, "alignment", u"alignment"_s, MainWindow::tr("&Alignment…"),
                     MainWindow::tr("See how the spots lie on the slide, turn them or align them by marked pairs"),
                     {QKeySequence(u"Ctrl+Shift+A"_s)});
    squarePixels = make(w, "squarePixels", u"square-pixels"_s, MainWindow::tr("S&quare pixels"),
                        MainWindow::tr("Far enlarged, each pixel of the slide is a square; off blends them"));
    squarePixels->setCheckable(true);
    squarePixels->setChecked(Settings().squarePixels());
    tileMemory = makeTileMemory(w);
    fullScreen = make(w, "fullScreen", u"full-screen"_s, MainWindow::tr("F&ull screen"), MainWindow::tr("Use the whole screen"),
                      {QKeySequence(Qt::Key_F11)});
    fullScreen->setCheckable(true);
    visions = makeVisions(w);
    themes = makeThemes(w);
    languages = makeLanguages(w);

    chooseModel =
        make(w, "chooseModel", u"model"_s, MainWindow::tr("&Choose model…"), MainWindow::tr("Use another model file (.spacrd)"));
    detect = make(w, "detect", u"detect"_s, MainWindow::tr("&Detect"), MainWindow::tr("Find cancer regions in this section"),
                  {QKeySequence(u"Ctrl+D"_s)});
    cancel = make(w, "cancel", u"cancel"_s, MainWindow::tr("C&ancel"), MainWindow::tr("Stop what is running"),
                  {QKeySequence(Qt::Key_Escape)});

    tour = make(w, "tour", u"help"_s, MainWindow::tr("Five-minute &tour"), MainWindow::tr("How to work with this program"),
                {QKeySequence(Qt::Key_F1)});
    about =
        make(w, "about", u"about"_s, MainWindow::tr("&About SpaCRD Studio"), MainWindow::tr("Versions, devices and licences"));
}

} // namespace spacrd
