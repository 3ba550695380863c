#include "widgets/panels/modelpanel.h"

#include "widgets/panels/icon.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/panelscrollarea.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/texts.h"
#include "widgets/panels/thresholdbox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QLabel* paragraph(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString deviceTitle(const ComputeDevice& device)
{
    if (device.name == "cpu")
        return ModelPanel::tr("Processor (CPU)");
    return device.model.empty() ? ModelPanel::tr("Graphics card (%1)").arg(QString::fromStdString(device.name))
                                : QString::fromStdString(device.title());
}

QString namesOf(const std::vector<std::string>& sections)
{
    QStringList names;
    for (const std::string& name : sections)
        names += QString::fromStdString(name);
    return names.join(u", "_s);
}

QString cardText(const ModelCard& card)
{
    const QLocale locale;
    QStringList lines;
    lines += card.encoder
                 ? ModelPanel::tr("Reads the image and %1 genes.").arg(locale.toString(static_cast<qlonglong>(card.panel.size())))
                 : ModelPanel::tr("Reads %1 genes; it does not look at the image.")
                       .arg(locale.toString(static_cast<qlonglong>(card.panel.size())));
    if (card.trainingSpots > 0)
        lines += ModelPanel::tr("Trained on %1 spots, %2 of them cancer (%3).")
                     .arg(locale.toString(static_cast<qlonglong>(card.trainingSpots)),
                          locale.toString(static_cast<qlonglong>(card.trainingPositives)), namesOf(card.trainedOn));
    if (!card.startedFrom.empty())
        lines += card.startedFromTrainedOn.empty()
                     ? ModelPanel::tr("Continues the model %1.").arg(QString::fromStdString(card.startedFrom))
                     : ModelPanel::tr("Continues the model %1, trained on %2.")
                           .arg(QString::fromStdString(card.startedFrom), namesOf(card.startedFromTrainedOn));
    QStringList figures;
    for (const auto& [name, value] : card.heldOut)
        figures += u"%1 %2"_s.arg(QString::fromStdString(name).toUpper(), locale.toString(value, 'f', 3));
    if (figures.isEmpty())
        lines += ModelPanel::tr("No held-out test was recorded.");
    else if (card.heldOutOn.empty())
        lines += ModelPanel::tr("On held-out spots: %1.").arg(figures.join(u", "_s));
    else
        lines += ModelPanel::tr("On sections held out (%1): %2.").arg(namesOf(card.heldOutOn), figures.join(u", "_s));
    if (!card.intendedUse.empty())
        lines += QString::fromStdString(card.intendedUse);
    return lines.join(u'\n');
}

} // namespace

ModelPanel::ModelPanel(QWidget* parent)
    : QWidget(parent)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(10);
    column->addWidget(makeModelBox());

    m_detect = new QPushButton(icon(u"detect"_s, Qt::white), tr("Detect cancer"), content);
    m_detect->setObjectName(u"detectButton"_s);
    m_detect->setProperty("primary", true);
    m_detect->setIconSize({20, 20});
    m_detect->setMinimumHeight(36);
    m_why = paragraph(content);
    m_progress = new ProgressStrip(content);
    column->addWidget(m_detect);
    column->addWidget(m_why);
    column->addWidget(m_progress);
    column->addWidget(makeResultBox());
    column->addStretch(1);

    auto* scroll = new PanelScrollArea(content, this);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(scroll);

    connect(m_detect, &QPushButton::clicked, this, &ModelPanel::detectRequested);
    setCard(std::nullopt);
    setDevices({}, u"auto"_s);
    setReady(false, {});
    setResult(nullptr);
}

QWidget* ModelPanel::makeModelBox()
{
    auto* box = new QWidget(this);
    m_models = new QComboBox(box);
    m_models->setObjectName(u"modelCombo"_s);
    m_models->setAccessibleName(tr("Model"));
    m_models->setToolTip(tr("The trained model that reads the section"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_browse = new QToolButton(box);
    m_browse->setIcon(icon(u"folder"_s));
    m_browse->setToolTip(tr("Choose a model file…"));
    m_browse->setAccessibleName(tr("Choose a model file"));
    m_devices = new QComboBox(box);
    m_devices->setObjectName(u"deviceCombo"_s);
    m_devices->setAccessibleName(tr("Device"));
    m_devices->setToolTip(tr("Where the model runs"));
    m_card = paragraph(box);
    m_card->setObjectName(u"modelCard"_s);
    m_card->setTextFormat(Qt::PlainText);

    auto* modelRow = new QHBoxLayout;
    modelRow->addWidget(m_models, 1);
    modelRow->addWidget(m_browse);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Model"), modelRow);
    form->addRow(m_card);
    form->addRow(tr("Device"), m_devices);

    connect(m_models, &QComboBox::activated, this, [this](int row) { Q_EMIT modelChosen(m_models->itemData(row).toString()); });
    connect(m_browse, &QToolButton::clicked, this, &ModelPanel::browseRequested);
    connect(m_devices, &QComboBox::activated, this, [this] { Q_EMIT deviceChosen(device()); });
    return box;
}

QWidget* ModelPanel::makeResultBox()
{
    m_result = new QGroupBox(tr("Result"), this);
    m_threshold = new ThresholdBox(m_result);
    m_counts = paragraph(m_result);
    m_counts->setObjectName(u"resultCounts"_s);
    m_notes = paragraph(m_result);
    m_notes->setObjectName(u"resultNotes"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_warnings = new MessageBar(m_result);
    m_warnings->setObjectName(u"resultWarnings"_s);
    auto* column = new QVBoxLayout(m_result);
    column->addWidget(m_counts);
    column->addWidget(m_warnings);
    column->addWidget(m_threshold);
    column->addWidget(m_notes);
    connect(m_threshold, &ThresholdBox::ruleChanged, this, &ModelPanel::ruleChanged);
    return m_result;
}

void ModelPanel::setModels(const std::vector<Choice>& models, const QString& current)
{
    const QSignalBlocker quiet(m_models);
    m_models->clear();
    for (const Choice& model : models) {
        m_models->addItem(icon(u"model"_s), model.title, model.path);
        m_models->setItemData(m_models->count() - 1, model.path, Qt::ToolTipRole);
    }
    m_models->setEnabled(!models.empty());
    m_models->setPlaceholderText(tr("No model yet"));
    m_models->setCurrentIndex(m_models->findData(current));
}

void ModelPanel::setCard(const std::optional<ModelCard>& card, const QString& problem)
{
    if (card)
        m_card->setText(cardText(*card));
    else
        m_card->setText(problem.isEmpty() ? tr("Choose a model file (.spacrd) to detect with.") : problem);
}

void ModelPanel::setDevices(const std::vector<ComputeDevice>& devices, const QString& wanted)
{
    const QSignalBlocker quiet(m_devices);
    m_devices->clear();
    m_devices->addItem(tr("Automatic"), u"auto"_s);
    for (const ComputeDevice& device : devices)
        m_devices->addItem(deviceTitle(device), QString::fromStdString(device.name));
    m_devices->setCurrentIndex(std::max(0, m_devices->findData(wanted)));
}

QString ModelPanel::device() const
{
    return m_devices->currentData().toString();
}

void ModelPanel::setReady(bool ready, const QString& why)
{
    m_detect->setEnabled(ready);
    m_detect->setToolTip(ready ? tr("Find cancer regions in this section (Ctrl+D)") : why);
    m_why->setText(why);
    m_why->setVisible(!ready && !why.isEmpty());
}

void ModelPanel::setResult(const Result* result)
{
    m_result->setVisible(result != nullptr);
    if (!result) {
        m_warnings->clear();
        m_saidWarnings.clear();
        return;
    }
    m_threshold->setDecision(result->decision);
    showSummary(*result);
}

std::string ModelPanel::rule() const
{
    return m_threshold->rule();
}

void ModelPanel::showSummary(const Result& result)
{
    const QLocale locale;
    const auto cancer = std::count(result.decision.classes.begin(), result.decision.classes.end(), 1);
    std::optional<double> area = 0.0;
    for (const Region& region : result.regions)
        area = area && region.areaUm2 ? std::optional(*area + *region.areaUm2) : std::nullopt;
    m_counts->setText(tr("<b>%1</b> of %2 spots are cancer. Regions: <b>%3</b>, together <b>%4</b>.")
                          .arg(locale.toString(static_cast<qlonglong>(cancer)),
                               locale.toString(static_cast<qlonglong>(result.decision.classes.size())),
                               locale.toString(static_cast<qlonglong>(result.regions.size())), areaText(area)));
    showWarnings(result);
    QStringList notes;
    if (!result.detection.usedImage)
        notes += tr("The image was not used.");
    if (!result.detection.usedExpression)
        notes += tr("Gene expression was not used.");
    else if (result.detection.genes.wanted > 0)
        notes += translated(genesSentence(result.detection.genes));
    if (result.detection.calibrationSpots > 0) {
        notes += tr("The probability was calibrated on %1 spots with labels, of sections the model was not trained on; on other "
                    "tissue it can be off. For research, not for diagnosis.")
                     .arg(locale.toString(result.detection.calibrationSpots));
    } else {
        notes += tr("The probability is the model's own and is not calibrated: 0.8 does not mean that 8 of 10 such spots are "
                    "cancer. For research, not for diagnosis.");
    }
    m_notes->setText(notes.join(u"\n\n"_s));
}

/// What speaks against the result. One that was dismissed stays away until there is something new to say.
void ModelPanel::showWarnings(const Result& result)
{
    QStringList sentences;
    for (const Text& warning : result.detection.warnings)
        sentences += translated(warning);
    for (const Text& note : result.decision.notes)
        sentences += translated(note);
    if (sentences == m_saidWarnings)
        return;
    m_saidWarnings = sentences;
    m_warnings->clear();
    for (const QString& sentence : sentences)
        m_warnings->add(MessageBar::Kind::warning, sentence);
}

} // namespace spacrd
