#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QSplitter;

namespace spacrd {

class ComparePane;
class LinkedViews;
class SlideView;

/// The main view of a slide, and beside it up to two more of the same place: histology, gene and score side by side.
class ComparePanes : public QWidget
{
    Q_OBJECT

public:
    static constexpr int most = 3;

    /// Takes the view into its hands.
    explicit ComparePanes(SlideView* main, QWidget* parent = nullptr);
    ~ComparePanes() override;

    /// Views side by side, the main one counted: 1 to `most`.
    int count() const;
    void setCount(int count);
    /// Beside the main one, left to right.
    const std::vector<ComparePane*>& panes() const { return m_panes; }
    LinkedViews& links() const { return *m_links; }

Q_SIGNALS:
    void countChanged(int count);
    /// One more view of which a click or the cursor means what it means in the main one.
    void viewAdded(spacrd::SlideView* view);

private:
    void add();
    void remove(ComparePane* pane);
    QString nextToShow() const;

    SlideView* m_main;
    QSplitter* m_splitter;
    QLabel* m_head; ///< above the main view, while there are others
    LinkedViews* m_links;
    std::vector<ComparePane*> m_panes;
};

} // namespace spacrd
