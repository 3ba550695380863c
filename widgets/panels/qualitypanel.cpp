#include "widgets/panels/qualitypanel.h"

#include "widgets/panels/panelscrollarea.h"
#include "widgets/panels/qualitytexts.h"
#include "widgets/panels/texts.h"
#include "widgets/plots/histogram.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <limits>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr double allMitochondria = 100.0; // no limit

QLabel* paragraph(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A spin box in a row of its own, its words before it.
QHBoxLayout* limitRow(const QString& words, QWidget* box)
{
    auto* label = new QLabel(words);
    label->setBuddy(box);
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(box);
    return row;
}

QSpinBox* countBox(const QString& objectName, const QString& accessible, const QString& tip, int step, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(0, std::numeric_limits<int>::max());
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(accessible);
    box->setToolTip(tip);
    // As wide as seven digits ask for, not as the ten of the largest int.
    box->setMaximumWidth(box->fontMetrics().horizontalAdvance(u"9,999,999"_s) + 44);
    return box;
}

} // namespace

QualityPanel::QualityPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
{
    m_empty->setObjectName(u"qualityEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    auto* scroll = new PanelScrollArea(makeContent(), this);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);

    connect(m_map, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT mapChosen(map()); });
    connect(m_minUmis, &QSpinBox::valueChanged, this, &QualityPanel::follow);
    connect(m_minGenes, &QSpinBox::valueChanged, this, &QualityPanel::follow);
    connect(m_maxMito, &QDoubleSpinBox::valueChanged, this, &QualityPanel::follow);
    connect(m_onTissue, &QCheckBox::toggled, this, &QualityPanel::follow);
    connect(m_notBlurred, &QCheckBox::toggled, this, &QualityPanel::follow);
    connect(m_apply, &QPushButton::clicked, this, &QualityPanel::applyRequested);
    connect(m_showAll, &QPushButton::clicked, this, &QualityPanel::showAllRequested);
    setMeasuring(false);
}

QWidget* QualityPanel::makeContent()
{
    auto* content = new QWidget(this);
    m_summary = paragraph(u"qualitySummary"_s, content);
    m_map = new QComboBox(content);
    m_map->setObjectName(u"qualityMap"_s);
    m_map->setAccessibleName(tr("Quality on the slide"));
    m_map->setToolTip(tr("Colour the spots on the slide by one of the measures below"));
    m_map->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto& [map, text] : {std::pair{Map::none, tr("Nothing")},
                                    {Map::umis, tr("UMIs")},
                                    {Map::genes, tr("Genes detected")},
                                    {Map::mitochondria, tr("Mitochondrial share")},
                                    {Map::image, tr("Image at the spot")}})
        m_map->addItem(text, QVariant::fromValue(map));

    m_umis = new Histogram(content);
    m_umis->setObjectName(u"umisHistogram"_s);
    m_umis->setTitle(tr("UMIs"), {}, Histogram::Axis::logarithmic);
    m_genes = new Histogram(content);
    m_genes->setObjectName(u"genesHistogram"_s);
    m_genes->setTitle(tr("Genes detected"), {}, Histogram::Axis::logarithmic);
    m_mito = new Histogram(content);
    m_mito->setObjectName(u"mitoHistogram"_s);
    m_mito->setTitle(tr("Mitochondrial share"), tr("%"), Histogram::Axis::linear);

    m_minUmis = countBox(u"minUmis"_s, tr("Fewest UMIs"), tr("Spots with fewer molecules (UMIs) are left out; 0 keeps all"), 100,
                         content);
    m_minGenes =
        countBox(u"minGenes"_s, tr("Fewest genes"), tr("Spots with fewer genes detected are left out; 0 keeps all"), 50, content);
    m_maxMito = new QDoubleSpinBox(content);
    m_maxMito->setObjectName(u"maxMito"_s);
    m_maxMito->setRange(0.0, allMitochondria);
    m_maxMito->setDecimals(1);
    m_maxMito->setValue(allMitochondria);
    m_maxMito->setSuffix(tr(" %"));
    m_maxMito->setAccessibleName(tr("Largest mitochondrial share"));
    m_maxMito->setToolTip(
        tr("Spots with a larger share of mitochondrial UMIs, as of dying cells, are left out; 100 % keeps all"));

    QWidget* const imageRows = makeImageRows(); // before the buttons: the Tab key goes in the order of making
    m_outcome = paragraph(u"qualityOutcome"_s, content);
    m_apply = new QPushButton(tr("Apply"), content);
    m_apply->setObjectName(u"qualityApply"_s);
    m_apply->setAccessibleName(tr("Apply the quality filter"));
    m_showAll = new QPushButton(tr("Show all"), content);
    m_showAll->setObjectName(u"qualityShowAll"_s);
    m_showAll->setAccessibleName(tr("Show all spots"));
    m_showAll->setToolTip(tr("Bring back the spots that were left out"));

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(6);
    column->addWidget(m_summary);
    column->addLayout(limitRow(tr("Show on the slide"), m_map));
    column->addLayout(limitRow(tr("<b>UMIs</b>, at least"), m_minUmis));
    column->addWidget(m_umis);
    column->addLayout(limitRow(tr("<b>Genes detected</b>, at least"), m_minGenes));
    column->addWidget(m_genes);
    column->addLayout(limitRow(tr("<b>Mitochondrial share</b>, at most"), m_maxMito));
    column->addWidget(m_mito);
    column->addWidget(imageRows);
    column->addWidget(m_outcome);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_apply, 1);
    buttons->addWidget(m_showAll, 1);
    column->addLayout(buttons);
    column->addStretch(1);
    return content;
}

QWidget* QualityPanel::makeImageRows()
{
    auto* box = new QWidget(this);
    m_onTissue = new QCheckBox(tr("Only spots on tissue in the image"), box);
    m_onTissue->setObjectName(u"onTissue"_s);
    m_onTissue->setAccessibleName(m_onTissue->text());
    m_onTissue->setToolTip(tr("Leaves out spots of which more than three quarters are as clear as glass; fat can be among them"));
    m_notBlurred = new QCheckBox(tr("No spots out of focus"), box);
    m_notBlurred->setObjectName(u"notBlurred"_s);
    m_notBlurred->setAccessibleName(m_notBlurred->text());
    m_notBlurred->setToolTip(tr("Leaves out spots whose detail is much coarser than that of the sharper part of this section"));
    m_imageNote = paragraph(u"imageNote"_s, box);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_onTissue);
    column->addWidget(m_notBlurred);
    column->addWidget(m_imageNote);
    return box;
}

void QualityPanel::setMeasuring(bool measuring)
{
    m_quality = nullptr;
    m_applied = {};
    m_busy = false;
    const QSignalBlocker quiet[] = {QSignalBlocker(m_map),     QSignalBlocker(m_minUmis),  QSignalBlocker(m_minGenes),
                                    QSignalBlocker(m_maxMito), QSignalBlocker(m_onTissue), QSignalBlocker(m_notBlurred)};
    m_map->setCurrentIndex(0);
    m_minUmis->setValue(0);
    m_minGenes->setValue(0);
    m_maxMito->setValue(allMitochondria);
    m_onTissue->setChecked(false);
    m_notBlurred->setChecked(false);
    m_empty->setText(measuring ? tr("Measuring the quality of the spots…")
                               : tr("The quality of the spots appears here when a section is open."));
    m_pages->setCurrentIndex(0);
}

void QualityPanel::setProblem(const QString& why)
{
    m_quality = nullptr;
    m_empty->setText(why);
    m_pages->setCurrentIndex(0);
}

void QualityPanel::setQuality(std::shared_ptr<const SampleQuality> quality)
{
    m_quality = std::move(quality);
    showQuality();
    m_pages->setCurrentIndex(1);
}

void QualityPanel::setApplied(const QualityFilter& filter)
{
    m_applied = filter;
    showOutcome();
}

void QualityPanel::setBusy(bool busy)
{
    m_busy = busy;
    showOutcome();
}

QualityFilter QualityPanel::filter() const
{
    QualityFilter filter;
    filter.minUmis = m_minUmis->value();
    filter.minGenes = m_minGenes->value();
    if (m_maxMito->value() < allMitochondria)
        filter.maxMitochondrialPercent = m_maxMito->value();
    filter.onlyOnTissue = m_onTissue->isChecked();
    filter.notBlurred = m_notBlurred->isChecked();
    return filter;
}

QualityPanel::Map QualityPanel::map() const
{
    return m_map->currentData().value<Map>();
}

void QualityPanel::showQuality()
{
    const QString noCounts = tr("This section has no expression matrix.");
    std::vector<double> mito;
    for (const auto& share : m_quality->mitochondrialPercent) {
        if (share)
            mito.push_back(static_cast<double>(*share));
    }
    m_umis->setValues(m_quality->umis, noCounts);
    m_genes->setValues({m_quality->genes.begin(), m_quality->genes.end()}, noCounts);
    m_mito->setValues(mito, m_quality->umis.empty()              ? noCounts
                            : m_quality->mitochondrialGenes == 0 ? tr("Not known: no gene of this section begins with “MT-”.")
                                                                 : tr("Not known: no spot has counts."));
    const bool counts = !m_quality->umis.empty();
    const bool image = !m_quality->image.empty();
    m_minUmis->setEnabled(counts);
    m_minGenes->setEnabled(counts);
    m_maxMito->setEnabled(!mito.empty());
    m_onTissue->setEnabled(image);
    m_notBlurred->setEnabled(image && m_quality->blurKnown);
    // The choices that there is nothing to show of are greyed, not taken away, so that one sees what is missing.
    auto* choices = qobject_cast<QStandardItemModel*>(m_map->model());
    const bool known[] = {true, counts, counts, !mito.empty(), image};
    for (int row = 0; row < choices->rowCount(); ++row)
        choices->item(row)->setEnabled(known[row]);
    if (!image)
        m_imageNote->setText(m_quality->whyNoImage.empty() ? tr("There is no slide to look at.")
                                                           : translated(m_quality->whyNoImage));
    else if (!m_quality->blurKnown)
        m_imageNote->setText(tr("The picture is too coarse to tell what is out of focus."));
    m_imageNote->setVisible(!image || !m_quality->blurKnown);
    m_summary->setText(summaryText(m_quality->totals));
    follow();
}

/// The limits moved.
void QualityPanel::follow()
{
    const QualityFilter wanted = filter();
    m_umis->setThresholds(wanted.minUmis > 0 ? std::optional(wanted.minUmis) : std::nullopt, std::nullopt);
    m_genes->setThresholds(wanted.minGenes > 0 ? std::optional<double>(wanted.minGenes) : std::nullopt, std::nullopt);
    m_mito->setThresholds(std::nullopt, wanted.maxMitochondrialPercent);
    showOutcome();
}

void QualityPanel::showOutcome()
{
    if (!m_quality)
        return;
    const QualityFilter wanted = filter();
    const FilterOutcome outcome = judge(*m_quality, wanted);
    const bool isApplied = wanted == m_applied;
    m_outcome->setText(outcomeText(outcome, wanted, m_quality->totals.spots, isApplied));
    m_apply->setEnabled(!m_busy && !isApplied && !outcome.kept.empty());
    m_apply->setToolTip(outcome.kept.empty()
                            ? tr("These limits would leave no spot.")
                            : tr("Leave these spots out of the picture and of the detection; no file is changed"));
    m_showAll->setEnabled(!m_busy && !m_applied.keepsAll());
}

} // namespace spacrd
