#pragma once

#include <QDialog>
#include <QPointF>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace spacrd {

/// Where to look: the barcode of a spot, or a place as the status bar tells them. It stays open for the next one.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Unit
    {
        pixels,      ///< of the full-resolution image
        micrometres, ///< from the top left corner of the slide
    };

    explicit GoToDialog(QWidget* parent = nullptr);

    /// Whether there are spots to go to, and whether the µm of a pixel are known.
    void setKnown(bool spots, bool micrometres);
    /// Where the view looks now, in both units: what a place starts from.
    void setHere(QPointF pixels, QPointF micrometres);
    /// Makes what is typed next the barcode.
    void start();
    /// Why the last wish was not followed; empty: it was.
    void setProblem(const QString& sentence);

Q_SIGNALS:
    void barcodeRequested(const QString& barcode);
    void placeRequested(QPointF place, spacrd::GoToDialog::Unit unit);

private:
    Unit unit() const;
    QPointF place() const;
    void setPlace(QPointF place);
    void askForSpot();
    void showHere();

    QLineEdit* m_barcode;
    QDoubleSpinBox* m_x;
    QDoubleSpinBox* m_y;
    QComboBox* m_unit;
    QLabel* m_problem;
    std::array<QPointF, 2> m_here; // by Unit
};

} // namespace spacrd
