#pragma once

#include "core/exchange/results.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTableWidget;

namespace spacrd {

/// Everything known of one clicked spot.
class SpotPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SpotPanel(QWidget* parent = nullptr);

    /// `sample` null or `spot` nothing: the empty state. `result` null: no detection yet.
    void setSpot(const Sample* sample, std::optional<size_t> spot, const Result* result);

Q_SIGNALS:
    /// A row of the neighbours' table was clicked.
    void neighbourChosen(size_t spot);

private:
    void showFacts(const Sample& sample, size_t spot);
    void showScores(const Result* result, size_t spot);
    void showGenes(const Sample& sample, size_t spot);
    void showAttention(const Sample& sample, size_t spot, const Result* result);

    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_scores;
    QTableWidget* m_genes;
    QLabel* m_attentionNote;
    QTableWidget* m_attention;
};

} // namespace spacrd
