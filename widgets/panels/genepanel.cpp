#include "widgets/panels/genepanel.h"

#include "widgets/panels/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace spacrd {

using namespace Qt::StringLiterals;

GenePanel::GenePanel(QWidget* parent)
    : QWidget(parent)
    , m_table(new GenesTable(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_view(new QTableView(this))
    , m_shown(new QLabel(this))
    , m_clear(new QPushButton(tr("Hide"), this))
    , m_noMatch(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_pages(new QStackedWidget(this))
{
    m_sorted->setSourceModel(m_table);
    m_sorted->setSortRole(GenesTable::sortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(GenesTable::symbolColumn);

    m_search->setObjectName(u"geneSearch"_s);
    m_search->setPlaceholderText(tr("Search a gene, such as ERBB2"));
    m_search->setAccessibleName(tr("Gene search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);

    m_view->setObjectName(u"genesView"_s);
    m_view->setAccessibleName(tr("Genes"));
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(GenesTable::umisColumn, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);

    m_shown->setWordWrap(true);
    m_clear->setToolTip(tr("Take the gene off the picture"));
    m_noMatch->setObjectName(u"genesNoMatch"_s);
    m_noMatch->setTextFormat(Qt::PlainText);
    m_noMatch->setWordWrap(true);
    m_noMatch->hide();
    m_empty->setObjectName(u"genesEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);

    auto* list = new QWidget(this);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->addWidget(m_search);
    auto* shownRow = new QHBoxLayout;
    shownRow->addWidget(m_shown, 1);
    shownRow->addWidget(m_clear);
    rows->addLayout(shownRow);
    rows->addWidget(m_noMatch);
    rows->addWidget(m_view, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(list);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);

    connect(m_search, &QLineEdit::textChanged, this, &GenePanel::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &GenePanel::chooseTyped);
    connect(m_view, &QTableView::clicked, this, &GenePanel::choose);
    connect(m_view, &QTableView::activated, this, &GenePanel::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_shown->clear();
        m_clear->hide();
        Q_EMIT geneCleared();
    });
    setSample(nullptr);
}

void GenePanel::setSample(std::shared_ptr<const Sample> sample)
{
    m_sample = std::move(sample);
    m_table->setGenes({}, {});
    m_search->clear();
    m_shown->setText(tr("Choose a gene to see it on the tissue."));
    m_clear->hide();
    const bool hasGenes = m_sample && m_sample->hasExpression();
    m_empty->setText(m_sample ? tr("This section has no expression matrix, so there are no genes to show.")
                              : tr("Genes appear here when a section with expression is open."));
    m_pages->setCurrentIndex(hasGenes ? 1 : 0);
}

void GenePanel::setTotals(std::vector<GeneTotal> totals)
{
    if (m_sample)
        m_table->setGenes(m_sample->expression().genes, std::move(totals));
    filter();
}

/// An empty table would not say why.
void GenePanel::filter()
{
    m_sorted->setFilterFixedString(m_search->text().trimmed());
    const bool none = m_sorted->rowCount() == 0 && m_table->rowCount() > 0;
    m_noMatch->setText(none ? tr("No gene of this section has “%1” in its name.").arg(m_search->text().trimmed()) : QString());
    m_noMatch->setVisible(none);
}

void GenePanel::choose(const QModelIndex& sortedRow)
{
    if (!sortedRow.isValid())
        return;
    const GeneTotal& gene = m_table->total(m_sorted->mapToSource(sortedRow).row());
    const QLocale locale;
    m_shown->setText(tr("<b>%1</b>: %2 UMIs in %3 of %4 spots")
                         .arg(QString::fromStdString(m_sample->expression().genes[gene.gene].symbol).toHtmlEscaped(),
                              locale.toString(gene.umis, 'f', 0), locale.toString(static_cast<qlonglong>(gene.spots)),
                              locale.toString(static_cast<qlonglong>(m_sample->spots().size()))));
    m_clear->show();
    Q_EMIT geneChosen(gene.gene);
}

/// The gene of exactly that name, else the first of the list.
void GenePanel::chooseTyped()
{
    const QString typed = m_search->text().trimmed();
    if (typed.isEmpty() || m_sorted->rowCount() == 0)
        return;
    int row = 0;
    for (int i = 0; i < m_sorted->rowCount(); ++i) {
        if (m_sorted->index(i, GenesTable::symbolColumn).data().toString().compare(typed, Qt::CaseInsensitive) == 0) {
            row = i;
            break;
        }
    }
    m_view->selectRow(row);
    choose(m_sorted->index(row, GenesTable::symbolColumn));
}

} // namespace spacrd
