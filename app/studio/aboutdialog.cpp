#include "app/studio/aboutdialog.h"

#include "widgets/panels/icon.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const std::optional<ComputeFacts>& facts, const QString& card, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About SpaCRD Studio"));
    setObjectName(u"aboutDialog"_s);
    auto* logo = new QLabel(this);
    logo->setPixmap(QIcon(u":/icons/app.svg"_s).pixmap(QSize(88, 88), devicePixelRatioF()));
    logo->setAlignment(Qt::AlignTop);

    QStringList devices;
    if (facts) {
        for (const ComputeDevice& device : facts->devices)
            devices += QString::fromStdString(device.title());
    }
    const QString looking = tr("still looking…");
    const auto line = [](const QString& what, const QString& value) {
        return u"<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>"_s.arg(what, value.toHtmlEscaped());
    };
    auto* text = new QLabel(this);
    text->setObjectName(u"aboutText"_s);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setText(u"<h2>%1</h2><p>%2</p><table>"_s.arg(
                      tr("SpaCRD Studio"), tr("Finds cancer regions in whole-slide images with spatial transcriptomics. "
                                              "For research, not for diagnosis."))
                  + line(tr("Version"), QString::fromLatin1(SPACRD_VERSION)) + line(tr("Qt"), QString::fromLatin1(qVersion()))
                  + line(tr("LibTorch"), facts ? QString::fromStdString(facts->libtorch) : looking)
                  + line(tr("Devices"), facts ? devices.join(u", "_s) : looking)
                  + line(tr("Slide drawn by"), card.isEmpty() ? tr("the processor") : card)
                  + u"</table><p>%1</p>"_s.arg(tr("Built with Qt (LGPL), LibTorch (BSD), OpenSlide (LGPL), libvips (LGPL), HDF5 "
                                                  "(BSD), Eigen (MPL 2) and GEOS (LGPL).")));

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setIcon(icon(u"close"_s));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(logo);
    row->addWidget(text, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 14);
    column->addLayout(row);
    column->addWidget(buttons);
    setMinimumWidth(560);
}

} // namespace spacrd
