#include "widgets/slideview/viewsnapshot.h"

#include "widgets/slideview/slideview.h"

#include <QPainter>

#include <algorithm>

namespace spacrd {

ViewSnapshot::ViewSnapshot(const SlideView& of, const Options& options, QObject* parent)
    : QObject(parent)
    , m_view(std::make_unique<SlideView>(of))
    , m_scale(std::clamp(options.scale, 1.0, mostScale) * of.devicePixelRatioF())
{
    m_view->setAttribute(Qt::WA_DontShowOnScreen);
    m_view->setOverviewVisible(false);
    m_view->setScaleBarVisible(options.scaleBar);
    m_view->showOnlyLayers(options.layers ? of.shownLayers() : QStringList());
    m_view->setPalette(of.palette());
    m_view->setFont(of.font());
    m_view->setPixelRatio(m_scale);
    m_view->resize(of.size());
    m_view->followCamera(of.camera());
    connect(m_view.get(), &SlideView::tileArrived, this, &ViewSnapshot::check);
    QMetaObject::invokeMethod(this, &ViewSnapshot::check, Qt::QueuedConnection); // all may be there
}

ViewSnapshot::~ViewSnapshot() = default;

QSize ViewSnapshot::sizeOf(const SlideView& view, double scale)
{
    return (QSizeF(view.size()) * view.devicePixelRatioF() * scale).toSize();
}

void ViewSnapshot::check()
{
    if (!m_view || !m_view->isSharp())
        return;
    QImage picture((QSizeF(m_view->size()) * m_scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(m_scale);
    picture.fill(m_view->palette().color(QPalette::Window));
    {
        QPainter painter(&picture);
        m_view->paintPicture(painter);
    }
    picture.setDevicePixelRatio(1.0);
    m_view.release()->deleteLater(); // a tile that arrived may have called
    Q_EMIT ready(picture);
}

} // namespace spacrd
