#pragma once

#include "core/sample/landmarks.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace spacrd {

/// The pairs that a person marked, the error of each, and the alignment that follows from three or more.
class LandmarksView : public QWidget
{
    Q_OBJECT

public:
    explicit LandmarksView(QWidget* parent = nullptr);

    /// What residuals are measured in: µm where the scale is known, else level-0 pixels.
    void setUnit(const Affine<frame::Level0, frame::Micron>& level0ToMicron, bool microns);
    /// One end of a pair, then the other.
    void mark(FullresPoint spot, Level0Point place);
    bool waitsForPlace() const { return m_half.has_value(); }
    std::optional<FullresPoint> half() const { return m_half; }
    void dropHalf();
    void clear();

    const std::vector<LandmarkPair>& pairs() const { return m_pairs; }
    const std::optional<LandmarkFit>& fit() const { return m_fit; }

Q_SIGNALS:
    void changed();

private:
    void deletePair();
    void refit();
    void fillTable();

    QLabel* m_step;
    QTableWidget* m_table;
    QComboBox* m_model;
    QPushButton* m_delete;
    QLabel* m_summary;
    std::vector<LandmarkPair> m_pairs;
    std::optional<FullresPoint> m_half;
    std::optional<LandmarkFit> m_fit;
    QString m_problem;
    Affine<frame::Level0, frame::Micron> m_unit;
    bool m_microns = false;
};

} // namespace spacrd
