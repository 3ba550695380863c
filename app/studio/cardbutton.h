#pragma once

#include <QAbstractButton>

namespace spacrd {

/// A large button of the welcome page: a picture, a title and a sentence, on a rounded card.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    CardButton(const QIcon& icon, const QString& title, const QString& sentence, bool primary, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_sentence;
    bool m_primary;
};

} // namespace spacrd
