#pragma once

#include "core/slide/colourtreatment.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace spacrd {

/// Brightness, contrast, gamma and single dyes of the slide on the screen.
class ColoursPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ColoursPanel(QWidget* parent = nullptr);

    ColourTreatment treatment() const;

public Q_SLOTS:
    /// As the slide was scanned.
    void reset();

Q_SIGNALS:
    void treatmentChanged(const spacrd::ColourTreatment& treatment);

private:
    /// A slider with its name before and its value behind.
    struct Row
    {
        QSlider* slider;
        QLabel* value;
    };

    Row addRow(const QString& objectName, const QString& title, const QString& tip);
    void changed();

    Row m_brightness;
    Row m_contrast;
    Row m_gamma;
    QComboBox* m_stain;
    QPushButton* m_reset;
};

} // namespace spacrd
