#pragma once

#include "core/base/affine.h"
#include "widgets/panels/bookmarkspanel.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace spacrd {

/// How the window is coloured.
enum class Theme
{
    system,
    light,
    dark,
};

/// Everything the program keeps between two runs, in QSettings. Nothing else in the program reads or writes settings.
class Settings
{
public:
    static constexpr int recentKept = 12;

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    /// What was opened, newest first.
    QStringList recent() const;
    void addRecent(const QString& path);
    void removeRecent(const QString& path);
    void clearRecent();

    /// The alignment that was applied last to a sample on a slide (absolute paths); of the last hundred such.
    std::optional<AffineNumbers> rememberedAlignment(const QString& sample, const QString& slide) const;
    void rememberAlignment(const QString& sample, const QString& slide, const AffineNumbers& numbers);

    /// The bookmarks of what was opened by that path; of the last hundred such.
    std::vector<Bookmark> bookmarks(const QString& path) const;
    void setBookmarks(const QString& path, const std::vector<Bookmark>& bookmarks);

    Theme theme() const;
    void setTheme(Theme theme);

    /// "zh_CN", "de", "en"; empty = the system's.
    QString language() const;
    void setLanguage(const QString& language);

    QString device() const;
    void setDevice(const QString& device);
    QString modelFile() const;
    void setModelFile(const QString& file);
    /// Models the user chose besides those that come with the program.
    QStringList ownModels() const;
    void addOwnModel(const QString& file);

    QString openFolder() const;
    void setOpenFolder(const QString& folder);
    QString exportFolder() const;
    void setExportFolder(const QString& folder);
    bool openAfterExport() const;
    void setOpenAfterExport(bool open);
    bool smoothMotion() const;
    void setSmoothMotion(bool smooth);
    bool drawnByCard() const;
    void setDrawnByCard(bool drawn);
    bool squarePixels() const;
    void setSquarePixels(bool square);
    /// MiB for decoded tiles of each window; 0 = as this computer has memory.
    int tileMemoryMib() const;
    void setTileMemoryMib(int mib);
    bool overviewVisible() const;
    void setOverviewVisible(bool visible);
};

} // namespace spacrd
