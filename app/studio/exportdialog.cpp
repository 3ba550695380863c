#include "app/studio/exportdialog.h"

#include "widgets/panels/icon.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QCheckBox* fileBox(const QString& name, const QString& title, const QString& objectName, QWidget* parent)
{
    auto* box = new QCheckBox(u"%1 — %2"_s.arg(name, title), parent);
    box->setObjectName(objectName);
    box->setChecked(true);
    return box;
}

/// The nearest folder above (or at) `folder` that exists: where a new one would be made.
QFileInfo nearestExisting(const QString& folder)
{
    QFileInfo info(folder);
    while (!info.exists() && info.filePath() != info.path())
        info = QFileInfo(info.path());
    return info;
}

} // namespace

ExportDialog::ExportDialog(const QString& folder, bool openAfterwards, QWidget* parent)
    : QDialog(parent)
    , m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Export the result"));
    setObjectName(u"exportDialog"_s);
    m_folder->setObjectName(u"exportFolder"_s);
    m_folder->setAccessibleName(tr("Folder"));
    auto* browse = new QPushButton(icon(u"folder"_s), tr("Choose…"), this);
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);

    m_scores = fileBox(u"scores.csv"_s, tr("score, probability and class of each spot; attention.csv beside it"),
                       u"exportScores"_s, this);
    m_regions = fileBox(u"regions.geojson"_s, tr("the regions, for QuPath"), u"exportRegions"_s, this);
    m_overlay = fileBox(u"overlay.png"_s, tr("a picture of the regions on the tissue"), u"exportOverlay"_s, this);
    m_run = fileBox(u"run.json"_s, tr("how the result was made: inputs, model, versions"), u"exportRun"_s, this);
    m_openAfterwards = new QCheckBox(tr("Show the folder afterwards"), this);
    m_openAfterwards->setChecked(openAfterwards);
    m_problem->setObjectName(u"exportProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);

    auto* buttons = new QDialogButtonBox(this);
    m_export = new QPushButton(icon(u"export"_s, Qt::white), tr("Export"), this);
    m_export->setObjectName(u"exportButton"_s);
    m_export->setProperty("primary", true); // before the button is polished, else the style sheet does not see it
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setIcon(icon(u"close"_s));

    auto* files = new QVBoxLayout;
    for (QCheckBox* box : {m_scores, m_regions, m_overlay, m_run})
        files->addWidget(box);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Folder"), folderRow);
    form->addRow(tr("Files"), files);
    form->addRow(QString(), m_openAfterwards);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(620);

    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::check);
    for (QCheckBox* box : {m_scores, m_regions, m_overlay, m_run})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (!problem().isEmpty()) {
            check();
            return;
        }
        Q_EMIT exportRequested();
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

QString ExportDialog::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

ResultFiles ExportDialog::files() const
{
    return {m_scores->isChecked(), m_regions->isChecked(), m_overlay->isChecked(), m_run->isChecked()};
}

bool ExportDialog::openAfterwards() const
{
    return m_openAfterwards->isChecked();
}

void ExportDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the result"), folder());
    if (!chosen.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::check()
{
    const QString sentence = problem();
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_export->setEnabled(sentence.isEmpty());
}

QString ExportDialog::problem() const
{
    if (m_folder->text().trimmed().isEmpty())
        return tr("Choose a folder to write to.");
    if (!QDir::isAbsolutePath(folder()))
        return tr("Give the whole path of the folder.");
    const QFileInfo existing = nearestExisting(folder());
    if (!existing.isDir())
        return tr("%1 is a file, not a folder.").arg(QDir::toNativeSeparators(existing.filePath()));
    if (!existing.isWritable())
        return tr("You may not write to %1. Choose another folder.").arg(QDir::toNativeSeparators(existing.filePath()));
    if (fileNames(files()).isEmpty())
        return tr("Choose at least one file.");
    return {};
}

QStringList fileNames(const ResultFiles& files)
{
    QStringList names;
    if (files.scores)
        names += {u"scores.csv"_s, u"attention.csv"_s};
    if (files.regions)
        names += u"regions.geojson"_s;
    if (files.overlay)
        names += u"overlay.png"_s;
    if (files.run)
        names += u"run.json"_s;
    return names;
}

} // namespace spacrd
