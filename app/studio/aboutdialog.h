#pragma once

#include "app/studio/engine.h"

#include <QDialog>

namespace spacrd {

/// What this program is, of which parts, and what it can compute on. `facts` come from the compute thread; without them
/// the dialog says that it is still looking.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const std::optional<ComputeFacts>& facts, const QString& card, QWidget* parent = nullptr);
};

} // namespace spacrd
