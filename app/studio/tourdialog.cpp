#include "app/studio/tourdialog.h"

#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QString tourText()
{
    const QString inLanguage = u":/help/tour_%1.md"_s.arg(QLocale().name());
    QFile page(QFile::exists(inLanguage) ? inLanguage : u":/help/tour.md"_s);
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

} // namespace

TourDialog::TourDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Five-minute tour"));
    setObjectName(u"tourDialog"_s);
    auto* text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(18);
    text->setMarkdown(tourText());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text);
    resize(560, 680);
}

} // namespace spacrd
