#pragma once

#include "core/exchange/results.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace spacrd {

class RegionsTable;

/// The table of cancer regions; choosing one asks the view to go there.
class RegionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RegionsPanel(QWidget* parent = nullptr);

    /// Null: nothing was detected yet.
    void setResult(const Result* result);

Q_SIGNALS:
    /// The region's bounding box in full-resolution pixels.
    void regionChosen(const QRectF& fullres);

private:
    RegionsTable* m_table;
    QTableView* m_view;
    QLabel* m_empty;
    QStackedWidget* m_pages;
};

} // namespace spacrd
