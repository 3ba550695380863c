#include "app/studio/mainwindow.h"

#include "app/studio/exportdialog.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/texts.h"

#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QUrl>

namespace spacrd {

using namespace Qt::StringLiterals;

void MainWindow::chooseExport()
{
    if (!m_workspace->result())
        return;
    const QString last = m_settings.exportFolder();
    const QString proposed =
        last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/SpaCRD"_s : last;
    auto* dialog = new ExportDialog(proposed, m_settings.openAfterExport(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exportRequested, this, [this, dialog] {
        m_settings.setExportFolder(dialog->folder());
        m_settings.setOpenAfterExport(dialog->openAfterwards());
        writeResult(dialog->folder(), dialog->files(), dialog->openAfterwards());
    });
    dialog->open();
}

void MainWindow::writeResult(const QString& folder, const ResultFiles& files, bool openAfterwards)
{
    const auto ended = [this] {
        m_exporting = 0;
        m_fileProgress->finish();
        updateActions();
    };
    m_fileProgress->start(tr("Exporting to %1").arg(QDir::toNativeSeparators(folder)));
    m_exporting = m_files->start(
        [write = m_engine.writeResult, result = m_workspace->result(), provenance = m_workspace->provenance(), files,
         target = toPath(folder)](Task& task) {
            std::filesystem::create_directories(target.parent_path());
            write(*result, provenance, files, target, task);
        },
        [this, ended, folder, files, openAfterwards] {
            ended();
            const auto show = [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); };
            m_messages->add(
                MessageBar::Kind::done,
                tr("Written to %1: %2.").arg(QDir::toNativeSeparators(folder), QLocale().createSeparatedList(fileNames(files))),
                tr("Show folder"), show);
            if (openAfterwards)
                show();
            Q_EMIT exported(folder);
        },
        {[this, ended](const Error& error) {
             ended();
             showError(error);
         },
         ended});
    updateActions();
}

} // namespace spacrd
