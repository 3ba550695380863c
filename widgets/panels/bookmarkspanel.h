#pragma once

#include <QImage>
#include <QPointF>
#include <QWidget>

#include <vector>

class QListWidget;
class QListWidgetItem;
class QPushButton;
class QStackedWidget;

namespace spacrd {

/// A place of a slide to come back to.
struct Bookmark
{
    QString note;
    QPointF centreLevel0;
    double downsample = 1.0; ///< as Camera's, as the next two
    double rotation = 0.0;
    bool mirrored = false;
    QImage thumbnail;
};

/// The bookmarks of the slide that is open: a picture and a note each.
class BookmarksPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr QSize thumbnailSize{128, 96};

    explicit BookmarksPanel(QWidget* parent = nullptr);

    std::vector<Bookmark> bookmarks() const;
    /// Of another slide. Does not say changed().
    void setBookmarks(const std::vector<Bookmark>& bookmarks);
    /// At the end; its note can be written at once.
    void add(const Bookmark& bookmark);
    /// Whether there is a slide to put bookmarks on.
    void setReady(bool ready);

Q_SIGNALS:
    /// Of the view that is shown now.
    void addRequested();
    void chosen(const spacrd::Bookmark& bookmark);
    void changed();

private:
    void append(const Bookmark& bookmark);
    void removeCurrent();
    void refresh();

    QListWidget* m_list;
    QStackedWidget* m_pages;
    QPushButton* m_add;
    QPushButton* m_note;
    QPushButton* m_remove;
    bool m_ready = false;
};

} // namespace spacrd
