#pragma once

#include "core/transcriptome/expressionmatrix.h"

#include <QAbstractTableModel>

#include <vector>

namespace spacrd {

/// What one gene adds up to over a section.
struct GeneTotal
{
    size_t gene = 0;     ///< column of the matrix
    double umis = 0.0;   ///< sum of counts
    long long spots = 0; ///< spots with a count above 0
};

/// Totals of every gene, most UMIs first. One pass over the counts: tens of milliseconds for a Visium section.
std::vector<GeneTotal> geneTotals(const ExpressionMatrix& matrix);

/// The genes of a section as rows: symbol, UMIs, spots.
class GenesTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        symbolColumn,
        umisColumn,
        spotsColumn,
        columns,
    };
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setGenes(const std::vector<Gene>& genes, std::vector<GeneTotal> totals);
    const GeneTotal& total(int row) const { return m_totals[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<QString> m_symbols; // one a gene of the matrix
    std::vector<GeneTotal> m_totals;
};

} // namespace spacrd
