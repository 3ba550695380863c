#include "widgets/panels/spotpanel.h"

#include "widgets/panels/panelscrollarea.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t topGenes = 10;

QTableWidget* table(const QStringList& headers, const QString& accessibleName, QWidget* parent)
{
    auto* made = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    made->setHorizontalHeaderLabels(headers);
    made->setAccessibleName(accessibleName);
    made->verticalHeader()->hide();
    made->verticalHeader()->setDefaultSectionSize(24);
    made->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    made->horizontalHeader()->setHighlightSections(false);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setAlternatingRowColors(true);
    made->setShowGrid(false);
    made->setFrameShape(QFrame::NoFrame);
    made->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return made;
}

/// The whole table is shown; the panel around it scrolls.
void fitHeight(QTableWidget* table)
{
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height()
                          + table->rowCount() * table->verticalHeader()->defaultSectionSize() + 2);
}

QTableWidgetItem* cell(const QString& text, bool number)
{
    auto* item = new QTableWidgetItem(text);
    if (number)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(u"<b>%1</b>"_s.arg(text), parent);
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

QLabel* rows(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString row(const QString& what, const QString& value)
{
    return u"<tr><td style='padding-right:14px'>%1</td><td align='right'><b>%2</b></td></tr>"_s.arg(what.toHtmlEscaped(),
                                                                                                    value.toHtmlEscaped());
}

} // namespace

SpotPanel::SpotPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
{
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);

    auto* content = new QWidget(this);
    m_name = new QLabel(content);
    m_name->setObjectName(u"spotName"_s);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = m_name->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setBold(true);
    m_name->setFont(bold);
    m_facts = rows(content);
    m_facts->setObjectName(u"spotFacts"_s);
    m_scores = rows(content);
    m_scores->setObjectName(u"spotScores"_s);
    m_genes = table({tr("Gene"), tr("UMIs"), tr("log-normalised")}, tr("Strongest genes"), content);
    m_genes->setObjectName(u"spotGenes"_s);
    m_attentionNote = rows(content);
    m_attention = table({tr("Neighbour"), tr("Image → genes"), tr("Genes → image")}, tr("Attention to neighbours"), content);
    m_attention->setObjectName(u"spotAttention"_s);
    m_attention->horizontalHeaderItem(1)->setToolTip(tr("How much this spot's morphology attends to the neighbour's expression"));
    m_attention->horizontalHeaderItem(2)->setToolTip(tr("How much this spot's expression attends to the neighbour's morphology"));

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addWidget(heading(tr("Detection"), content));
    column->addWidget(m_scores);
    column->addWidget(heading(tr("Strongest genes"), content));
    column->addWidget(m_genes);
    column->addWidget(heading(tr("Attention to neighbours"), content));
    column->addWidget(m_attentionNote);
    column->addWidget(m_attention);
    column->addStretch(1);
    auto* scroll = new PanelScrollArea(content, this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);

    connect(m_attention, &QTableWidget::cellDoubleClicked, this,
            [this](int line, int) { Q_EMIT neighbourChosen(m_attention->item(line, 0)->data(Qt::UserRole).toULongLong()); });
    setSpot(nullptr, std::nullopt, nullptr);
}

void SpotPanel::setSpot(const Sample* sample, std::optional<size_t> spot, const Result* result)
{
    m_empty->setText(sample ? tr("Click a spot on the tissue to see its numbers.")
                            : tr("Spots appear here when a section is open."));
    const bool shown = sample && spot && *spot < sample->spots().size();
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (!shown)
        return;
    m_name->setText(QString::fromStdString(sample->spots()[*spot].barcode));
    showFacts(*sample, *spot);
    showScores(result, *spot);
    showGenes(*sample, *spot);
    showAttention(*sample, *spot, result);
}

void SpotPanel::showFacts(const Sample& sample, size_t spot)
{
    const QLocale locale;
    const Spot& s = sample.spots()[spot];
    double umis = 0;
    qlonglong genes = 0;
    for (CountMatrix::InnerIterator entry(sample.expression().counts, static_cast<Eigen::Index>(spot)); entry; ++entry) {
        umis += static_cast<double>(entry.value());
        genes += entry.value() > 0 ? 1 : 0;
    }
    m_facts->setText(
        u"<table width='100%'>"_s
        + row(tr("Array row, column"), u"%1, %2"_s.arg(locale.toString(s.arrayRow, 'g', 6), locale.toString(s.arrayCol, 'g', 6)))
        + row(tr("x, y (full-resolution px)"),
              u"%1, %2"_s.arg(locale.toString(s.fullres.x, 'f', 1), locale.toString(s.fullres.y, 'f', 1)))
        + row(tr("UMIs"), locale.toString(umis, 'f', 0)) + row(tr("Genes"), locale.toString(genes)) + u"</table>"_s);
}

void SpotPanel::showScores(const Result* result, size_t spot)
{
    if (!result) {
        m_scores->setText(tr("Not detected yet."));
        return;
    }
    const QLocale locale;
    const Detection& d = result->detection;
    m_scores->setText(u"<table width='100%'>"_s
                      + row(tr("Class"), result->decision.classes[spot] == 1 ? tr("cancer") : tr("not cancer"))
                      + row(tr("Score (0–1 in this section)"), locale.toString(d.score[spot], 'f', 3))
                      + row(tr("Probability"), locale.toString(d.probability[spot], 'f', 3))
                      + row(tr("Logit"), locale.toString(d.logit[spot], 'f', 3)) + u"</table>"_s);
}

void SpotPanel::showGenes(const Sample& sample, size_t spot)
{
    struct Count
    {
        size_t gene;
        double umis;
    };
    std::vector<Count> counts;
    double library = 0;
    for (CountMatrix::InnerIterator entry(sample.expression().counts, static_cast<Eigen::Index>(spot)); entry; ++entry) {
        library += static_cast<double>(entry.value());
        if (entry.value() > 0)
            counts.push_back({static_cast<size_t>(entry.col()), static_cast<double>(entry.value())});
    }
    const size_t shown = std::min(topGenes, counts.size());
    std::partial_sort(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(shown), counts.end(),
                      [](const Count& a, const Count& b) { return a.umis != b.umis ? a.umis > b.umis : a.gene < b.gene; });
    const QLocale locale;
    m_genes->setRowCount(static_cast<int>(shown));
    for (size_t i = 0; i < shown; ++i) {
        const int line = static_cast<int>(i);
        m_genes->setItem(line, 0, cell(QString::fromStdString(sample.expression().genes[counts[i].gene].symbol), false));
        m_genes->setItem(line, 1, cell(locale.toString(counts[i].umis, 'f', 0), true));
        m_genes->setItem(line, 2, cell(locale.toString(std::log1p(counts[i].umis / library * 1e4), 'f', 2), true));
    }
    fitHeight(m_genes);
}

void SpotPanel::showAttention(const Sample& sample, size_t spot, const Result* result)
{
    const bool known = result && result->detection.neighbours.spots() > spot
                       && result->detection.histologyToGene.rows() > static_cast<Eigen::Index>(spot);
    m_attention->setVisible(known);
    if (!known) {
        m_attentionNote->setText(tr("Shown after a detection."));
        return;
    }
    m_attentionNote->setText(tr("Weights of the model over the spot itself and its nearest neighbours; each column adds up to 1. "
                                "Double-click a row to go there."));
    const QLocale locale;
    const NeighbourTable& neighbours = result->detection.neighbours;
    m_attention->setRowCount(neighbours.k);
    for (int i = 0; i < neighbours.k; ++i) {
        const auto neighbour = static_cast<size_t>(neighbours.row(spot)[i]);
        const QString barcode = QString::fromStdString(sample.spots()[neighbour].barcode);
        auto* name = cell(neighbour == spot ? tr("itself") : barcode, false);
        name->setToolTip(barcode);
        name->setData(Qt::UserRole, static_cast<qulonglong>(neighbour));
        m_attention->setItem(i, 0, name);
        m_attention->setItem(
            i, 1, cell(locale.toString(result->detection.histologyToGene(static_cast<Eigen::Index>(spot), i), 'f', 3), true));
        m_attention->setItem(
            i, 2, cell(locale.toString(result->detection.geneToHistology(static_cast<Eigen::Index>(spot), i), 'f', 3), true));
    }
    fitHeight(m_attention);
}

} // namespace spacrd
