#include "app/studio/mainwindow.h"

#include "app/studio/snapshotdialog.h"
#include "core/base/atomicfile.h"
#include "widgets/panels/comparepane.h"
#include "widgets/panels/comparepanes.h"
#include "widgets/panels/legendsheet.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/texts.h"
#include "widgets/slideview/slideview.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QImageWriter>
#include <QPointer>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

/// In the format that the name ends with.
void writePicture(const QImage& picture, const std::filesystem::path& file)
{
    AtomicFile target(file);
    QImageWriter writer(pathText(target.temporary()), QFileInfo(pathText(file)).suffix().toLatin1().toLower());
    constexpr int jpegQuality = 92;
    if (file.extension() == ".jpg" || file.extension() == ".jpeg")
        writer.setQuality(jpegQuality);
    if (!writer.write(picture)) {
        throw Error(SPACRD_TR("core", "The picture could not be written."), file,
                    SPACRD_TR("core", "choose another folder, or a name that ends with .png, .jpg or .tif"));
    }
    target.commit();
}

} // namespace

void MainWindow::chooseSnapshot()
{
    std::vector<SnapshotDialog::Pane> panes{{tr("Left, as in the panel “Layers”"), m_view}};
    for (const ComparePane* pane : m_viewer->panes()) {
        const bool last = pane == m_viewer->panes().back();
        panes.push_back({(last ? tr("Right: %1") : tr("Middle: %1")).arg(pane->title()), pane->view()});
    }
    auto* dialog = new SnapshotDialog(std::move(panes), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnapshotDialog::copyRequested, this, [this, dialog] {
        takeSnapshot(dialog->view(), dialog->options(), dialog->withLegends(), [this](const QImage& picture) {
            QApplication::clipboard()->setImage(picture);
            m_messages->add(MessageBar::Kind::done, tr("The picture is on the clipboard."));
        });
        dialog->accept();
    });
    connect(dialog, &SnapshotDialog::saveRequested, this, [this, dialog] {
        auto* files = new QFileDialog(this, tr("Save the picture"), m_settings.exportFolder(),
                                      tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff)"));
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setAcceptMode(QFileDialog::AcceptSave);
        files->setDefaultSuffix(u"png"_s);
        files->selectFile(tr("%1 view.png").arg(m_workspace->title()));
        connect(files, &QFileDialog::fileSelected, this,
                [this, view = QPointer(&dialog->view()), options = dialog->options(),
                 legends = dialog->withLegends()](const QString& file) {
                    if (view)
                        takeSnapshot(*view, options, legends,
                                     [this, file](const QImage& picture) { savePicture(picture, file); });
                });
        files->open();
        dialog->accept();
    });
    dialog->open();
}

void MainWindow::takeSnapshot(const SlideView& view, const ViewSnapshot::Options& options, bool legends,
                              std::function<void(const QImage&)> use)
{
    delete m_snapshot; // one that waits for its tiles
    m_snapshot = new ViewSnapshot(view, options, this);
    const QStringList layers = view.shownLayers();
    const double scale = options.scale * view.devicePixelRatioF();
    connect(m_snapshot, &ViewSnapshot::ready, this, [this, legends, layers, scale, use = std::move(use)](QImage picture) {
        if (legends)
            paintLegends(picture, scale, *m_view->layers(), layers, palette());
        use(picture);
        m_snapshot->deleteLater();
    });
}

void MainWindow::savePicture(const QImage& picture, const QString& file)
{
    m_quick->start([picture, target = toPath(file)](Task&) { writePicture(picture, target); },
                   [this, file] {
                       m_messages->add(MessageBar::Kind::done,
                                       tr("The picture was written to %1.").arg(QDir::toNativeSeparators(file)));
                       Q_EMIT exported(file);
                   },
                   {[this](const Error& error) { showError(error); }, {}});
}

} // namespace spacrd
