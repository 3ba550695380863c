#include "widgets/panels/messagebar.h"

#include "widgets/panels/icon.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr char sentenceProperty[] = "sentence";

QColor signColour(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::warning:
        return {0xd9, 0x82, 0x1b};
    case MessageBar::Kind::done:
        return {0x2f, 0x9e, 0x5f};
    case MessageBar::Kind::info:
        break;
    }
    return {0x3b, 0x82, 0xc4};
}

QString signName(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::warning:
        return u"warning"_s;
    case MessageBar::Kind::done:
        return u"done"_s;
    case MessageBar::Kind::info:
        break;
    }
    return u"info"_s;
}

/// A tint of the sign's colour over the window's, readable in both themes.
QString rowStyle(const QColor& colour)
{
    return u"#messageRow { background: rgba(%1, %2, %3, 38); border: none; border-left: 4px solid %4; }"_s.arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue())
        .arg(colour.name());
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MessageBar::add(Kind kind, const QString& sentence, const QString& action, std::function<void()> act)
{
    if (sentences().contains(sentence))
        return;
    auto* row = new QFrame(this);
    row->setObjectName(u"messageRow"_s);
    row->setProperty(sentenceProperty, sentence);
    row->setStyleSheet(rowStyle(signColour(kind)));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(10, 6, 6, 6);
    line->setSpacing(10);

    auto* sign = new QLabel(row);
    sign->setPixmap(icon(signName(kind), signColour(kind)).pixmap(20, 20));
    line->addWidget(sign);
    auto* text = new QLabel(sentence, row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(text, 1);
    if (!action.isEmpty()) {
        auto* button = new QPushButton(action, row);
        connect(button, &QPushButton::clicked, this, [this, row, act = std::move(act)] {
            close(row);
            if (act)
                act();
        });
        line->addWidget(button);
    }
    auto* cross = new QToolButton(row);
    cross->setIcon(icon(u"close"_s));
    cross->setAutoRaise(true);
    cross->setToolTip(tr("Dismiss this message"));
    cross->setAccessibleName(tr("Dismiss this message"));
    connect(cross, &QToolButton::clicked, this, [this, row] { close(row); });
    line->addWidget(cross);

    m_rows->addWidget(row);
    show();
}

void MessageBar::remove(const QString& sentence)
{
    for (int i = m_rows->count() - 1; i >= 0; --i) {
        QWidget* const row = m_rows->itemAt(i)->widget();
        if (row->property(sentenceProperty).toString() == sentence)
            close(row);
    }
}

void MessageBar::clear()
{
    while (m_rows->count() > 0)
        close(m_rows->itemAt(0)->widget());
}

QStringList MessageBar::sentences() const
{
    QStringList all;
    for (int i = 0; i < m_rows->count(); ++i)
        all += m_rows->itemAt(i)->widget()->property(sentenceProperty).toString();
    return all;
}

void MessageBar::close(QWidget* row)
{
    m_rows->removeWidget(row);
    row->hide();
    row->deleteLater();
    setVisible(m_rows->count() > 0);
}

} // namespace spacrd
