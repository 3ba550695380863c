#pragma once

#include <QScrollArea>

namespace spacrd {

/// The content of a panel that may be taller than the panel: it scrolls up and down, and is never narrower than it needs.
class PanelScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes over `content`, whose layout may change later.
    explicit PanelScrollArea(QWidget* content, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace spacrd
