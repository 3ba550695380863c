#pragma once

#include "widgets/slideview/viewsnapshot.h"

#include <QDialog>
#include <QString>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace spacrd {

/// What a picture of the view is to have on it, and how fine it is to be.
class SnapshotDialog : public QDialog
{
    Q_OBJECT

public:
    /// One of those side by side, as it is named to a person.
    struct Pane
    {
        QString title;
        const SlideView* view = nullptr;
    };

    /// At least one; they live longer. The first is chosen, until it is told.
    explicit SnapshotDialog(std::vector<Pane> panes, QWidget* parent = nullptr);

    const SlideView& view() const;
    ViewSnapshot::Options options() const;
    bool withLegends() const;

Q_SIGNALS:
    void saveRequested();
    void copyRequested();

private:
    void tellSize();

    std::vector<Pane> m_panes;
    QComboBox* m_pane;
    QDoubleSpinBox* m_scale;
    QLabel* m_size;
    QCheckBox* m_layers;
    QCheckBox* m_scaleBar;
    QCheckBox* m_legends;
};

} // namespace spacrd
