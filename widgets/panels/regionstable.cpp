#include "widgets/panels/regionstable.h"

#include "widgets/panels/texts.h"

#include <QLocale>

namespace spacrd {

void RegionsTable::setRegions(std::vector<Region> regions)
{
    beginResetModel();
    m_regions = std::move(regions);
    endResetModel();
}

int RegionsTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_regions.size());
}

int RegionsTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RegionsTable::data(const QModelIndex& index, int role) const
{
    const Region& r = region(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != nameColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == sortRole) {
        switch (index.column()) {
        case nameColumn:
            return index.row();
        case spotsColumn:
            return r.spots;
        case areaColumn:
            return r.areaUm2.value_or(r.areaPx2);
        default:
            return r.meanScore;
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case nameColumn:
        return QString::fromStdString(r.name);
    case spotsColumn:
        return QLocale().toString(r.spots);
    case areaColumn:
        return areaText(r.areaUm2);
    default:
        return QLocale().toString(r.meanScore, 'f', 3);
    }
}

QVariant RegionsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case nameColumn:
        return tr("Region");
    case spotsColumn:
        return tr("Spots");
    case areaColumn:
        return tr("Area");
    default:
        return tr("Mean score");
    }
}

} // namespace spacrd
