#pragma once

#include <QWidget>

namespace spacrd {

/// A cross over a view, where the cursor of another view of the slide is. The mouse does not see it.
class CursorMark : public QWidget
{
    Q_OBJECT

public:
    explicit CursorMark(QWidget* parent);
    void centreOn(QPointF place);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace spacrd
