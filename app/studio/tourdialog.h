#pragma once

#include <QDialog>

namespace spacrd {

/// The help page "five-minute tour" in the window's language, beside the window so that one can follow it.
class TourDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TourDialog(QWidget* parent = nullptr);
};

} // namespace spacrd
