#pragma once

#include "core/sample/sample.h"
#include "widgets/panels/genestable.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace spacrd {

/// Finds one gene by name or from the list, for the gene layer.
class GenePanel : public QWidget
{
    Q_OBJECT

public:
    explicit GenePanel(QWidget* parent = nullptr);

    /// Null: no expression is open. `totals` may come later than the sample; until then the list is empty.
    void setSample(std::shared_ptr<const Sample> sample);
    void setTotals(std::vector<GeneTotal> totals);

Q_SIGNALS:
    void geneChosen(size_t gene);
    void geneCleared();

private:
    void choose(const QModelIndex& sortedRow);
    void chooseTyped();
    void filter();

    std::shared_ptr<const Sample> m_sample;
    GenesTable* m_table;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_search;
    QTableView* m_view;
    QLabel* m_shown;
    QPushButton* m_clear;
    QLabel* m_noMatch;
    QLabel* m_empty;
    QStackedWidget* m_pages;
};

} // namespace spacrd
