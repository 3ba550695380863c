#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace spacrd {

/// A column of messages above the picture: each has a sign, a sentence, at most one thing to do, and a cross.
/// They wait for nobody: the work goes on below.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        info,
        warning,
        done,
    };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Adds a message; the same sentence twice is shown once. `act` runs when `action` is pressed, and closes the message.
    void add(Kind kind, const QString& sentence, const QString& action = {}, std::function<void()> act = {});
    void remove(const QString& sentence);
    void clear();
    QStringList sentences() const;

private:
    void close(QWidget* row);

    QVBoxLayout* m_rows;
};

} // namespace spacrd
