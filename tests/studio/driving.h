#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>
#include <QWidget>

/// Finding things in a window and doing to them what a person does.
namespace spacrd::test {

/// The child of that name; a test cannot go on without it.
template <class Child>
Child* childOf(QWidget& parent, const QString& name)
{
    auto* found = parent.findChild<Child*>(name);
    if (!found)
        qFatal("no child named %s", qPrintable(name));
    return found;
}

/// Drags a file over `target` and drops it at `place`; the drag has to be welcome.
inline void drop(QWidget& target, const QString& path, QPoint place = {5, 5})
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace spacrd::test
