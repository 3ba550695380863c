#pragma once

#include "core/region/region.h"

#include <QAbstractTableModel>

#include <vector>

namespace spacrd {

/// The regions of a result as rows: name, spots, area, mean score.
class RegionsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        nameColumn,
        spotsColumn,
        areaColumn,
        scoreColumn,
        columns,
    };
    /// The number behind a cell, to sort by.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRegions(std::vector<Region> regions);
    const Region& region(int row) const { return m_regions[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Region> m_regions;
};

} // namespace spacrd
