#include "widgets/panels/regionspanel.h"

#include "widgets/panels/regionstable.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QRectF boundsOf(const Ring& ring)
{
    if (ring.empty())
        return {};
    const auto [left, right] = std::minmax_element(ring.begin(), ring.end(), [](Point a, Point b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(ring.begin(), ring.end(), [](Point a, Point b) { return a.y < b.y; });
    return {QPointF(left->x, top->y), QPointF(right->x, bottom->y)};
}

} // namespace

RegionsPanel::RegionsPanel(QWidget* parent)
    : QWidget(parent)
    , m_table(new RegionsTable(this))
    , m_view(new QTableView(this))
    , m_empty(new QLabel(this))
    , m_pages(new QStackedWidget(this))
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_table);
    sorted->setSortRole(RegionsTable::sortRole);
    m_view->setObjectName(u"regionsView"_s);
    m_view->setAccessibleName(tr("Regions"));
    m_view->setModel(sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(RegionsTable::nameColumn, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_pages);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, sorted](const QModelIndex& row) {
        if (row.isValid())
            Q_EMIT regionChosen(boundsOf(m_table->region(sorted->mapToSource(row).row()).fullres.outer));
    });
    setResult(nullptr);
}

void RegionsPanel::setResult(const Result* result)
{
    m_table->setRegions(result ? result->regions : std::vector<Region>());
    m_empty->setText(result ? tr("No spot reaches the threshold, so there is no region.")
                            : tr("Regions appear here after a detection."));
    m_pages->setCurrentWidget(result && !result->regions.empty() ? static_cast<QWidget*>(m_view) : m_empty);
}

} // namespace spacrd
