#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace spacrd {

class LegendView;
class SlideView;

/// One more view of the slide with a single overlay of its own choice, or none, named above it with its legend.
class ComparePane : public QWidget
{
    Q_OBJECT

public:
    /// `main` lives longer.
    explicit ComparePane(const SlideView& main, QWidget* parent = nullptr);

    /// Of what stands above each view, so that views side by side are of one height.
    static int headHeight();

    SlideView* view() const { return m_view; }
    /// The layer's id; empty: the slide alone. A layer that is not there is shown as soon as it is.
    QString shown() const { return m_shown; }
    void show(const QString& layerId);
    /// Of what is shown, as a person reads it.
    QString title() const;

Q_SIGNALS:
    void closeRequested();

private:
    void listLayers();
    void refreshLegend();

    SlideView* m_view;
    QComboBox* m_choice;
    LegendView* m_legend;
    QToolButton* m_close;
    QString m_shown;
};

} // namespace spacrd
