#include "app/studio/gotodialog.h"

#include "widgets/panels/icon.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr double farthest = 1e7;

QDoubleSpinBox* placeBox(const QString& objectName, const QString& name, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setRange(-farthest, farthest);
    box->setDecimals(1);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setPrefix(name + u' ');
    return box;
}

} // namespace

GoToDialog::GoToDialog(QWidget* parent)
    : QDialog(parent)
    , m_barcode(new QLineEdit(this))
    , m_x(placeBox(u"goToX"_s, u"x"_s, this))
    , m_y(placeBox(u"goToY"_s, u"y"_s, this))
    , m_unit(new QComboBox(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Go to"));
    setObjectName(u"goToDialog"_s);
    m_barcode->setObjectName(u"goToBarcode"_s);
    m_barcode->setPlaceholderText(tr("All of it, or how it begins"));
    m_barcode->setMinimumWidth(220);
    m_unit->setObjectName(u"goToUnit"_s);
    m_unit->setAccessibleName(tr("Unit of the place"));
    m_unit->addItem(tr("px"), static_cast<int>(Unit::pixels));
    m_unit->addItem(tr("µm"), static_cast<int>(Unit::micrometres));
    m_unit->setItemData(0, tr("Pixels of the full-resolution image"), Qt::ToolTipRole);
    m_unit->setItemData(1, tr("From the top left corner of the slide"), Qt::ToolTipRole);
    m_problem->setObjectName(u"goToProblem"_s);
    m_problem->setWordWrap(true);

    const auto goButton = [this](const QString& objectName, const QString& tip) {
        auto* button = new QPushButton(icon(u"search"_s), tr("Go"), this);
        button->setObjectName(objectName);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoDefault(false);
        return button;
    };
    auto* goToSpot = goButton(u"goToSpot"_s, tr("Go to the spot of this barcode"));
    auto* goToPlace = goButton(u"goToPlace"_s, tr("Go to this place"));
    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* made = new QLabel(text, this);
        made->setBuddy(buddy);
        return made;
    };
    auto* grid = new QGridLayout(this);
    grid->addWidget(label(tr("&Barcode"), m_barcode), 0, 0);
    grid->addWidget(m_barcode, 0, 1, 1, 3);
    grid->addWidget(goToSpot, 0, 4);
    grid->addWidget(label(tr("&Place"), m_x), 1, 0);
    grid->addWidget(m_x, 1, 1);
    grid->addWidget(m_y, 1, 2);
    grid->addWidget(m_unit, 1, 3);
    grid->addWidget(goToPlace, 1, 4);
    grid->addWidget(m_problem, 2, 0, 1, 5);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);

    const auto askForPlace = [this] { Q_EMIT placeRequested(place(), unit()); };
    connect(m_barcode, &QLineEdit::returnPressed, this, &GoToDialog::askForSpot);
    connect(goToSpot, &QPushButton::clicked, this, &GoToDialog::askForSpot);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &GoToDialog::showHere);
    connect(goToPlace, &QPushButton::clicked, this, askForPlace);
    for (QDoubleSpinBox* box : {m_x, m_y}) {
        // A spin box keeps the Return key to itself; its editor tells of it.
        connect(box->findChild<QLineEdit*>(), &QLineEdit::returnPressed, this, askForPlace);
    }
}

GoToDialog::Unit GoToDialog::unit() const
{
    return static_cast<Unit>(m_unit->currentData().toInt());
}

QPointF GoToDialog::place() const
{
    return {m_x->value(), m_y->value()};
}

void GoToDialog::setPlace(QPointF place)
{
    m_x->setValue(place.x());
    m_y->setValue(place.y());
}

/// Two numbers are a place, wherever they are typed or pasted.
void GoToDialog::askForSpot()
{
    static const QRegularExpression twoNumbers(u"^(-?\\d+(?:\\.\\d+)?)\\s*[,;\\s]\\s*(-?\\d+(?:\\.\\d+)?)$"_s);
    const QString wanted = m_barcode->text().trimmed();
    if (const QRegularExpressionMatch numbers = twoNumbers.match(wanted); numbers.hasMatch()) {
        setPlace({numbers.captured(1).toDouble(), numbers.captured(2).toDouble()});
        Q_EMIT placeRequested(place(), unit());
    } else if (!wanted.isEmpty()) {
        Q_EMIT barcodeRequested(wanted);
    }
}

void GoToDialog::setHere(QPointF pixels, QPointF micrometres)
{
    m_here = {pixels, micrometres};
    setPlace(m_here[static_cast<size_t>(unit())]);
}

/// In the unit that was chosen, unless another place was typed.
void GoToDialog::showHere()
{
    const auto isHere = [this](QPointF there) {
        const QPointF apart = there - place();
        return std::abs(apart.x()) < 0.1 && std::abs(apart.y()) < 0.1;
    };
    if (std::ranges::any_of(m_here, isHere))
        setPlace(m_here[static_cast<size_t>(unit())]);
}

void GoToDialog::start()
{
    QLineEdit* first = m_barcode->isEnabled() ? m_barcode : m_x->findChild<QLineEdit*>();
    first->setFocus();
    first->selectAll();
}

void GoToDialog::setKnown(bool spots, bool micrometres)
{
    m_barcode->setEnabled(spots);
    findChild<QPushButton*>(u"goToSpot"_s)->setEnabled(spots);
    m_unit->setEnabled(micrometres);
    if (!micrometres)
        m_unit->setCurrentIndex(0);
}

void GoToDialog::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace spacrd
