#include "app/studio/mainwindow.h"

#include "widgets/panels/messagebar.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/scalebar.h"
#include "widgets/slideview/slideview.h"
#include "widgets/slideview/tileloader.h"

#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QTimer>

#include <utility>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int memoryEveryMs = 5000;
constexpr double littleMemoryGb = 1.0;

/// GB that programs can still take, or nothing where the system does not say (only Linux has this file).
std::optional<double> freeMemoryGb()
{
    QFile file(u"/proc/meminfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const QByteArray key = "MemAvailable:";
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        return std::nullopt;
    const QByteArray line = text.mid(at + key.size(), text.indexOf('\n', at) - at - key.size()).trimmed();
    return line.split(' ').front().toDouble() / (1024.0 * 1024.0);
}

} // namespace

void MainWindow::makeStatusBar()
{
    m_cursorLabel = new QLabel(this);
    m_cursorLabel->setObjectName(u"cursorLabel"_s);
    m_magnificationLabel = new QLabel(this);
    m_magnificationLabel->setObjectName(u"magnificationLabel"_s);
    m_memoryLabel = new QLabel(this);
    m_deviceLabel = new QLabel(this);
    m_deviceLabel->setObjectName(u"deviceLabel"_s);
    m_unreadableLabel = new QLabel(this);
    m_unreadableLabel->setObjectName(u"unreadableLabel"_s);
    m_unreadableLabel->setToolTip(tr("Parts of the slide that were asked for and cannot be read; they are hatched"));
    m_cursorLabel->setToolTip(tr("Where the pointer is: full-resolution pixels, and the distance from the top-left corner"));
    m_magnificationLabel->setToolTip(tr("Magnification, as through an objective of that name"));
    m_memoryLabel->setToolTip(tr("Memory that is still free on this computer"));
    m_deviceLabel->setToolTip(tr("Where models can run on this computer"));
    for (QLabel* label : {m_unreadableLabel, m_cursorLabel, m_magnificationLabel, m_deviceLabel, m_memoryLabel}) {
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addPermanentWidget(label);
    }
    statusBar()->setSizeGripEnabled(false);
    m_unreadableLabel->hide();
    m_deviceLabel->setText(tr("Looking for devices…"));
    m_memoryTimer = new QTimer(this);
    connect(m_memoryTimer, &QTimer::timeout, this, &MainWindow::showMemory);
    m_memoryTimer->start(memoryEveryMs);
    showMemory();
}

void MainWindow::showCursor(std::optional<QPointF> level0)
{
    if (!level0 || !m_workspace->isOpen()) {
        m_cursorLabel->clear();
        return;
    }
    const auto sample = m_workspace->sample();
    const Point level0Point{level0->x(), level0->y()};
    const Point fullres = sample ? sample->alignment.toFullres({level0Point.x, level0Point.y}).plain() : level0Point;
    const QLocale locale;
    QString text = tr("x %1, y %2 px").arg(locale.toString(fullres.x, 'f', 0), locale.toString(fullres.y, 'f', 0));
    if (const auto mpp = m_workspace->level0Mpp())
        text += tr(" · %1, %2 µm").arg(locale.toString(level0->x() * *mpp, 'f', 0), locale.toString(level0->y() * *mpp, 'f', 0));
    m_cursorLabel->setText(text);
}

void MainWindow::showMagnification()
{
    if (!m_workspace->isOpen()) {
        m_magnificationLabel->clear();
        return;
    }
    const auto magnification = m_view->magnification();
    m_magnificationLabel->setText(magnification ? magnificationName(*magnification) : tr("magnification unknown"));
}

void MainWindow::showUnreadable()
{
    const size_t failed = m_view->tileCounts().failed;
    m_unreadableLabel->setVisible(failed > 0);
    m_unreadableLabel->setText(tr("Unreadable tiles: %1").arg(QLocale().toString(static_cast<qulonglong>(failed))));
}

void MainWindow::showFileState()
{
    m_messages->remove(std::exchange(m_fileMessage, {}));
    const std::optional<Opened>& opened = m_workspace->opened();
    const QString name = opened && opened->slide ? pathText(opened->slide->info().path.filename()) : QString();
    const FileState state = m_view->fileState();
    switch (state) {
    case FileState::asOpened:
        if (m_view->tileCounts().failed > 0) // until these are read
            m_messages->add(MessageBar::Kind::warning, m_unreadable);
        return;
    case FileState::gone:
        m_fileMessage =
            tr("“%1” is no longer where it was opened: it was moved or deleted, or its disk is disconnected. What was "
               "read of it stays. Put it back, and this message goes by itself.")
                .arg(name);
        break;
    case FileState::cutShort:
        m_fileMessage =
            tr("“%1” has become shorter since it was opened: it is being copied, or was damaged. What is missing is hatched. "
               "When it is whole again, this message goes by itself.")
                .arg(name);
        break;
    case FileState::changed:
        m_fileMessage =
            tr("“%1” was changed or replaced by another file since it was opened. What is shown is of the file before; "
               "what is missing of that is hatched. Open it again to see the new one.")
                .arg(name);
        break;
    }
    if (state == FileState::changed)
        m_messages->add(MessageBar::Kind::warning, m_fileMessage, tr("Open again"),
                        [this] { open(OpenRequest(m_workspace->opened()->request)); });
    else
        m_messages->add(MessageBar::Kind::warning, m_fileMessage);
    m_messages->remove(m_unreadable);
}

void MainWindow::showMemory()
{
    const auto free = freeMemoryGb();
    if (!free) {
        m_memoryLabel->clear();
        return;
    }
    const QString amount = QLocale().toString(*free, 'f', 1);
    m_memoryLabel->setText(*free < littleMemoryGb ? tr("Little memory left: %1 GB").arg(amount)
                                                  : tr("%1 GB memory free").arg(amount));
}

} // namespace spacrd
