#pragma once

#include "widgets/slideview/viewsnapshot.h"

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace spacrd {

/// What a picture of the view is to have on it, and how fine it is to be.
class SnapshotDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SnapshotDialog(const SlideView& view, QWidget* parent = nullptr);

    ViewSnapshot::Options options() const;
    bool withLegends() const;

Q_SIGNALS:
    void saveRequested();
    void copyRequested();

private:
    void tellSize();

    const SlideView& m_view;
    QDoubleSpinBox* m_scale;
    QLabel* m_size;
    QCheckBox* m_layers;
    QCheckBox* m_scaleBar;
    QCheckBox* m_legends;
};

} // namespace spacrd
