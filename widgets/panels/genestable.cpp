#include "widgets/panels/genestable.h"

#include <QLocale>

#include <algorithm>

namespace spacrd {

std::vector<GeneTotal> geneTotals(const ExpressionMatrix& matrix)
{
    std::vector<GeneTotal> totals(matrix.genes.size());
    for (size_t gene = 0; gene < totals.size(); ++gene)
        totals[gene].gene = gene;
    for (Eigen::Index row = 0; row < matrix.counts.outerSize(); ++row) {
        for (CountMatrix::InnerIterator entry(matrix.counts, row); entry; ++entry) {
            GeneTotal& total = totals[static_cast<size_t>(entry.col())];
            total.umis += static_cast<double>(entry.value());
            total.spots += entry.value() > 0 ? 1 : 0;
        }
    }
    std::stable_sort(totals.begin(), totals.end(), [](const GeneTotal& a, const GeneTotal& b) { return a.umis > b.umis; });
    return totals;
}

void GenesTable::setGenes(const std::vector<Gene>& genes, std::vector<GeneTotal> totals)
{
    beginResetModel();
    m_symbols.clear();
    m_symbols.reserve(genes.size());
    for (const Gene& gene : genes)
        m_symbols.push_back(QString::fromStdString(gene.symbol));
    m_totals = std::move(totals);
    endResetModel();
}

int GenesTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_totals.size());
}

int GenesTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant GenesTable::data(const QModelIndex& index, int role) const
{
    const GeneTotal& gene = total(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != symbolColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != sortRole && role != Qt::EditRole)
        return {};
    const bool plain = role == sortRole;
    switch (index.column()) {
    case symbolColumn:
        return m_symbols[gene.gene];
    case umisColumn:
        return plain ? QVariant(gene.umis) : QVariant(QLocale().toString(gene.umis, 'f', 0));
    default:
        return plain ? QVariant(static_cast<qlonglong>(gene.spots))
                     : QVariant(QLocale().toString(static_cast<qlonglong>(gene.spots)));
    }
}

QVariant GenesTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case symbolColumn:
        return tr("Gene");
    case umisColumn:
        return tr("UMIs");
    default:
        return tr("Spots");
    }
}

} // namespace spacrd
