#pragma once

#include "core/slide/colourtreatment.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace spacrd {

/// Brightness, contrast, gamma, single dyes and the normalised stain of the slide on the screen.
class ColoursPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ColoursPanel(QWidget* parent = nullptr);

    ColourTreatment treatment() const;
    /// Whether the slide on the screen has a colour profile that can be used.
    void setHasProfile(bool has);

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
    QCheckBox* m_profiled;
    QCheckBox* m_normalised;
    QPushButton* m_reset;
};

} // namespace spacrd
