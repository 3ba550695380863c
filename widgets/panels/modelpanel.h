#pragma once

#include "core/exchange/results.h"
#include "core/fusion/device.h"
#include "core/fusion/model.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace spacrd {

class MessageBar;
class ProgressStrip;
class ThresholdBox;

/// Model, device, Detect with its progress, and what the detection came to.
class ModelPanel : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString title;
        QString path;
    };

    explicit ModelPanel(QWidget* parent = nullptr);

    void setModels(const std::vector<Choice>& models, const QString& current);
    /// Nothing: no model, or its file cannot be read (`problem` then says why).
    void setCard(const std::optional<ModelCard>& card, const QString& problem = {});
    /// As the compute thread found them; the one named `wanted` is chosen when it is there, else "auto".
    void setDevices(const std::vector<ComputeDevice>& devices, const QString& wanted);
    QString device() const;
    /// Detect can be pressed; else `why` is its tooltip and shown below.
    void setReady(bool ready, const QString& why);
    void setResult(const Result* result);

    std::string rule() const;
    ProgressStrip* progress() const { return m_progress; }

Q_SIGNALS:
    void modelChosen(const QString& path);
    void browseRequested();
    void deviceChosen(const QString& device);
    void detectRequested();
    void ruleChanged();

private:
    QWidget* makeModelBox();
    QWidget* makeResultBox();
    void showSummary(const Result& result);
    void showWarnings(const Result& result);

    QComboBox* m_models;
    QToolButton* m_browse;
    QLabel* m_card;
    QComboBox* m_devices;
    QPushButton* m_detect;
    QLabel* m_why;
    ProgressStrip* m_progress;
    QWidget* m_result;
    ThresholdBox* m_threshold;
    QLabel* m_counts;
    MessageBar* m_warnings;
    QStringList m_saidWarnings;
    QLabel* m_notes;
};

} // namespace spacrd
