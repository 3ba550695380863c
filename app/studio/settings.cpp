#include "app/studio/settings.h"

#include <QBuffer>
#include <QSettings>
#include <QVariant>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString stateKey = u"window/state"_s;
const QString themeKey = u"window/theme"_s;
const QString languageKey = u"window/language"_s;
const QString overviewKey = u"view/overview"_s;
const QString recentKey = u"files/recent"_s;
const QString alignmentsKey = u"files/alignments"_s;
constexpr int alignmentsKept = 100;
const QString smoothMotionKey = u"view/smoothMotion"_s;
const QString drawnByCardKey = u"view/drawnByCard"_s;
const QString squarePixelsKey = u"view/squarePixels"_s;
const QString tileMemoryKey = u"view/tileMemoryMib"_s;
const QString bookmarksKey = u"bookmarks"_s;
constexpr int slidesWithBookmarks = 100;
const QString openFolderKey = u"files/openFolder"_s;
const QString exportFolderKey = u"export/folder"_s;
const QString openAfterExportKey = u"export/openFolder"_s;
const QString deviceKey = u"model/device"_s;
const QString modelKey = u"model/file"_s;
const QString ownModelsKey = u"model/own"_s;

QVariant value(const QString& key, const QVariant& otherwise = {})
{
    return QSettings().value(key, otherwise);
}

void set(const QString& key, const QVariant& value)
{
    QSettings().setValue(key, value);
}

/// How the line of a sample on a slide begins; no path holds a tab that another could be confused by.
QString alignmentOf(const QString& sample, const QString& slide)
{
    return sample + u'\t' + slide + u'\t';
}

} // namespace

QByteArray Settings::windowGeometry() const
{
    return value(geometryKey).toByteArray();
}

QByteArray Settings::windowState() const
{
    return value(stateKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    set(geometryKey, geometry);
    set(stateKey, state);
}

QStringList Settings::recent() const
{
    return value(recentKey).toStringList();
}

void Settings::addRecent(const QString& path)
{
    QStringList all = recent();
    all.removeAll(path);
    all.prepend(path);
    set(recentKey, all.mid(0, recentKept));
}

void Settings::removeRecent(const QString& path)
{
    QStringList all = recent();
    all.removeAll(path);
    set(recentKey, all);
}

void Settings::clearRecent()
{
    set(recentKey, QStringList());
}

std::optional<AffineNumbers> Settings::rememberedAlignment(const QString& sample, const QString& slide) const
{
    const QString begin = alignmentOf(sample, slide);
    for (const QString& line : value(alignmentsKey).toStringList()) {
        if (!line.startsWith(begin))
            continue;
        const QStringList words = line.mid(begin.size()).split(u' ');
        AffineNumbers numbers{};
        for (size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = words.value(static_cast<qsizetype>(i)).toDouble();
        return isUsable(numbers) ? std::optional(numbers) : std::nullopt;
    }
    return std::nullopt;
}

void Settings::rememberAlignment(const QString& sample, const QString& slide, const AffineNumbers& numbers)
{
    const QString begin = alignmentOf(sample, slide);
    QStringList all = value(alignmentsKey).toStringList();
    all.removeIf([&begin](const QString& line) { return line.startsWith(begin); });
    QStringList words;
    for (const double number : numbers)
        words << QString::number(number, 'g', 17);
    all.prepend(begin + words.join(u' '));
    set(alignmentsKey, all.mid(0, alignmentsKept));
}

std::vector<Bookmark> Settings::bookmarks(const QString& path) const
{
    const QVariantList all = value(bookmarksKey).toList();
    std::vector<Bookmark> found;
    for (const QVariant& entry : all) {
        const QVariantMap of = entry.toMap();
        if (of.value(u"path"_s).toString() != path)
            continue;
        for (const QVariant& one : of.value(u"bookmarks"_s).toList()) {
            const QVariantMap map = one.toMap();
            Bookmark bookmark{map.value(u"note"_s).toString(),       map.value(u"centre"_s).toPointF(),
                              map.value(u"downsample"_s).toDouble(), map.value(u"rotation"_s).toDouble(),
                              map.value(u"mirrored"_s).toBool(),     {}};
            bookmark.thumbnail.loadFromData(map.value(u"thumbnail"_s).toByteArray());
            if (bookmark.downsample > 0.0)
                found.push_back(std::move(bookmark));
        }
    }
    return found;
}

void Settings::setBookmarks(const QString& path, const std::vector<Bookmark>& bookmarks)
{
    QVariantList all = value(bookmarksKey).toList();
    all.removeIf([&path](const QVariant& entry) { return entry.toMap().value(u"path"_s).toString() == path; });
    QVariantList list;
    for (const Bookmark& bookmark : bookmarks) {
        QByteArray thumbnail;
        QBuffer buffer(&thumbnail);
        bookmark.thumbnail.save(&buffer, "JPG");
        list.append(QVariantMap{{u"note"_s, bookmark.note},
                                {u"centre"_s, bookmark.centreLevel0},
                                {u"downsample"_s, bookmark.downsample},
                                {u"rotation"_s, bookmark.rotation},
                                {u"mirrored"_s, bookmark.mirrored},
                                {u"thumbnail"_s, thumbnail}});
    }
    if (!list.isEmpty())
        all.prepend(QVariantMap{{u"path"_s, path}, {u"bookmarks"_s, list}});
    set(bookmarksKey, all.mid(0, slidesWithBookmarks));
}

Theme Settings::theme() const
{
    const QString name = value(themeKey).toString();
    return name == u"light"_s ? Theme::light : name == u"dark"_s ? Theme::dark : Theme::system;
}

void Settings::setTheme(Theme theme)
{
    set(themeKey, theme == Theme::light ? u"light"_s : theme == Theme::dark ? u"dark"_s : u"system"_s);
}

QString Settings::language() const
{
    return value(languageKey).toString();
}

void Settings::setLanguage(const QString& language)
{
    set(languageKey, language);
}

QString Settings::device() const
{
    return value(deviceKey, u"auto"_s).toString();
}

void Settings::setDevice(const QString& device)
{
    set(deviceKey, device);
}

QString Settings::modelFile() const
{
    return value(modelKey).toString();
}

void Settings::setModelFile(const QString& file)
{
    set(modelKey, file);
}

QStringList Settings::ownModels() const
{
    return value(ownModelsKey).toStringList();
}

void Settings::addOwnModel(const QString& file)
{
    QStringList all = ownModels();
    all.removeAll(file);
    all.prepend(file);
    set(ownModelsKey, all.mid(0, recentKept));
}

QString Settings::openFolder() const
{
    return value(openFolderKey).toString();
}

void Settings::setOpenFolder(const QString& folder)
{
    set(openFolderKey, folder);
}

QString Settings::exportFolder() const
{
    return value(exportFolderKey).toString();
}

void Settings::setExportFolder(const QString& folder)
{
    set(exportFolderKey, folder);
}

bool Settings::openAfterExport() const
{
    return value(openAfterExportKey, false).toBool();
}

void Settings::setOpenAfterExport(bool open)
{
    set(openAfterExportKey, open);
}

bool Settings::smoothMotion() const
{
    return value(smoothMotionKey, true).toBool();
}

void Settings::setSmoothMotion(bool smooth)
{
    set(smoothMotionKey, smooth);
}

bool Settings::drawnByCard() const
{
    return value(drawnByCardKey, true).toBool();
}

void Settings::setDrawnByCard(bool drawn)
{
    set(drawnByCardKey, drawn);
}

bool Settings::squarePixels() const
{
    return value(squarePixelsKey, true).toBool();
}

void Settings::setSquarePixels(bool square)
{
    set(squarePixelsKey, square);
}

int Settings::tileMemoryMib() const
{
    return std::max(0, value(tileMemoryKey, 0).toInt());
}

void Settings::setTileMemoryMib(int mib)
{
    set(tileMemoryKey, mib);
}

bool Settings::overviewVisible() const
{
    return value(overviewKey, true).toBool();
}

void Settings::setOverviewVisible(bool visible)
{
    set(overviewKey, visible);
}

} // namespace spacrd
