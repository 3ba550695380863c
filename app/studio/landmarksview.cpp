#include "app/studio/landmarksview.h"

#include "core/base/error.h"
#include "widgets/panels/icon.h"
#include "widgets/panels/texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QString placeText(double x, double y)
{
    return u"%1, %2"_s.arg(QLocale().toString(x, 'f', 0), QLocale().toString(y, 'f', 0));
}

} // namespace

LandmarksView::LandmarksView(QWidget* parent)
    : QWidget(parent)
    , m_step(new QLabel(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_model(new QComboBox(this))
    , m_delete(new QPushButton(icon(u"close"_s), tr("&Delete pair"), this))
    , m_summary(new QLabel(this))
{
    m_step->setObjectName(u"landmarkStep"_s);
    m_step->setWordWrap(true);
    m_table->setObjectName(u"landmarkTable"_s);
    m_table->setAccessibleName(tr("Marked pairs"));
    m_table->setHorizontalHeaderLabels({tr("Spot"), tr("Slide"), tr("Error")});
    m_table->horizontalHeaderItem(0)->setToolTip(tr("Place among the spots, full-resolution pixels"));
    m_table->horizontalHeaderItem(1)->setToolTip(tr("Place on the slide, level-0 pixels"));
    m_table->horizontalHeaderItem(2)->setToolTip(tr("How far on the slide the alignment leaves the pair apart"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_model->setObjectName(u"landmarkModel"_s);
    m_model->setAccessibleName(tr("Kind of alignment"));
    m_model->setToolTip(tr("What the spots may be changed by to fit the pairs"));
    m_model->addItem(tr("Similarity: turn, mirror, scale, shift"), static_cast<int>(AlignmentModel::similarity));
    m_model->addItem(tr("Affine: also two scales and a shear"), static_cast<int>(AlignmentModel::affine));
    m_delete->setObjectName(u"landmarkDelete"_s);
    m_delete->setToolTip(tr("Delete the chosen pair (Del)"));
    m_summary->setObjectName(u"landmarkSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);

    auto* row = new QHBoxLayout;
    row->addWidget(m_model, 1);
    row->addWidget(m_delete);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_step);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(m_summary);

    connect(m_model, &QComboBox::activated, this, &LandmarksView::refit);
    connect(m_delete, &QPushButton::clicked, this, &LandmarksView::deletePair);
    connect(new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &LandmarksView::deletePair);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_delete->setEnabled(m_half || m_table->currentRow() >= 0); });
    fillTable();
}

void LandmarksView::setUnit(const Affine<frame::Level0, frame::Micron>& level0ToMicron, bool microns)
{
    m_unit = level0ToMicron;
    m_microns = microns;
    refit();
}

void LandmarksView::mark(FullresPoint spot, Level0Point place)
{
    if (!m_half) {
        m_half = spot;
    } else {
        m_pairs.push_back({*m_half, place});
        m_half.reset();
    }
    refit();
}

void LandmarksView::dropHalf()
{
    m_half.reset();
    refit();
}

void LandmarksView::clear()
{
    m_pairs.clear();
    dropHalf();
}

void LandmarksView::deletePair()
{
    const int row = m_table->currentRow();
    if (row >= 0 && row < static_cast<int>(m_pairs.size()))
        m_pairs.erase(m_pairs.begin() + row);
    refit();
}

void LandmarksView::refit()
{
    m_fit.reset();
    m_problem.clear();
    if (m_pairs.size() >= 3) {
        try {
            m_fit = fitAlignment(m_pairs, static_cast<AlignmentModel>(m_model->currentData().toInt()), m_unit);
        } catch (const Error& error) {
            m_problem = translated(error.sentence());
        }
    }
    fillTable();
    Q_EMIT changed();
}

void LandmarksView::fillTable()
{
    const QString unit = m_microns ? tr("µm") : tr("px");
    const int chosen = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_pairs.size()));
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        const LandmarkPair& pair = m_pairs[i];
        const QString error = m_fit ? u"%1 %2"_s.arg(QLocale().toString(m_fit->residualsUm[i], 'f', 1), unit) : u"—"_s;
        const QString texts[] = {placeText(pair.fullres.x, pair.fullres.y), placeText(pair.level0.x, pair.level0.y), error};
        for (int column = 0; column < 3; ++column)
            m_table->setItem(static_cast<int>(i), column, new QTableWidgetItem(texts[column]));
    }
    m_table->setCurrentCell(std::min(chosen, m_table->rowCount() - 1), 0);
    m_delete->setEnabled(m_table->currentRow() >= 0);
    m_step->setText(m_half ? tr("Now click the place on the image where this spot belongs (Esc: another spot).")
                           : tr("Click a spot in the picture, then the place on the image where it belongs."));
    if (m_fit)
        m_summary->setText(
            tr("RMS error %1 %2 over %3 pairs").arg(QLocale().toString(m_fit->rmsUm, 'f', 1), unit).arg(m_pairs.size()));
    else if (!m_problem.isEmpty())
        m_summary->setText(m_problem);
    else
        m_summary->setText(tr("Pairs still needed: %1").arg(3 - static_cast<int>(m_pairs.size())));
}

} // namespace spacrd
