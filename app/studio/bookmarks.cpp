#include "app/studio/mainwindow.h"

#include "widgets/panels/bookmarkspanel.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <QPainter>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// What bookmarks belong to: the section, or the slide that was opened by itself.
QString placeOf(const OpenRequest& request)
{
    return absolutePathText(request.path);
}

QImage thumbnailOf(SlideView& view)
{
    QImage picture(view.size(), QImage::Format_RGB32);
    {
        QPainter painter(&picture);
        view.setScaleBarVisible(false);
        view.paintPicture(painter);
        view.setScaleBarVisible(true);
    }
    const QSize size = BookmarksPanel::thumbnailSize * 2; // for fine screens
    const QImage filled = picture.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return filled.copy((filled.width() - size.width()) / 2, (filled.height() - size.height()) / 2, size.width(), size.height());
}

} // namespace

void MainWindow::addBookmark()
{
    if (!m_workspace->isOpen())
        return;
    raiseDock(u"bookmarksDock"_s);
    const Camera& camera = m_view->camera();
    m_bookmarksPanel->add({tr("View %1").arg(m_bookmarksPanel->bookmarks().size() + 1), camera.centreLevel0(),
                           camera.downsample(), camera.rotation(), camera.isMirrored(), thumbnailOf(*m_view)});
}

void MainWindow::goToBookmark(const Bookmark& bookmark)
{
    Camera camera = m_view->camera();
    camera.setMirrored(bookmark.mirrored);
    camera.setRotation(bookmark.rotation);
    camera.setDownsample(bookmark.downsample);
    camera.centreOn(bookmark.centreLevel0);
    m_view->setCamera(camera);
    m_view->setFocus();
}

void MainWindow::showBookmarks()
{
    m_bookmarksPanel->setReady(m_workspace->isOpen());
    m_bookmarksPanel->setBookmarks(m_workspace->isOpen() ? m_settings.bookmarks(placeOf(m_workspace->opened()->request))
                                                         : std::vector<Bookmark>());
}

void MainWindow::keepBookmarks()
{
    if (m_workspace->isOpen())
        m_settings.setBookmarks(placeOf(m_workspace->opened()->request), m_bookmarksPanel->bookmarks());
}

} // namespace spacrd
