#include "widgets/panels/comparepanes.h"

#include "widgets/layers/layer.h"
#include "widgets/panels/comparepane.h"
#include "widgets/slideview/linkedviews.h"
#include "widgets/slideview/slideview.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace spacrd {

using namespace Qt::StringLiterals;

ComparePanes::ComparePanes(SlideView* main, QWidget* parent)
    : QWidget(parent)
    , m_main(main)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_head(new QLabel(this))
    , m_links(new LinkedViews(this))
{
    m_splitter->setChildrenCollapsible(false);
    m_head->setText(tr("As in the panel “Layers”"));
    m_head->setFixedHeight(ComparePane::headHeight());
    m_head->setContentsMargins(8, 0, 8, 0);
    m_head->hide();
    auto* first = new QWidget(m_splitter);
    auto* firstColumn = new QVBoxLayout(first);
    firstColumn->setContentsMargins(0, 0, 0, 0);
    firstColumn->setSpacing(0);
    firstColumn->addWidget(m_head);
    firstColumn->addWidget(main, 1);
    m_splitter->addWidget(first);
    m_links->add(main);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
}

/// The main view goes last.
ComparePanes::~ComparePanes()
{
    for (ComparePane* pane : m_panes)
        delete pane;
}

int ComparePanes::count() const
{
    return 1 + static_cast<int>(m_panes.size());
}

void ComparePanes::setCount(int count)
{
    const int wanted = std::clamp(count, 1, most);
    if (wanted == this->count())
        return;
    while (this->count() < wanted)
        add();
    while (this->count() > wanted)
        remove(m_panes.back());
    m_splitter->setSizes(QList<int>(this->count(), m_splitter->width() / this->count()));
    Q_EMIT countChanged(wanted);
}

void ComparePanes::add()
{
    auto* pane = new ComparePane(*m_main, m_splitter);
    pane->setObjectName(u"pane%1"_s.arg(count()));
    pane->show(nextToShow());
    m_panes.push_back(pane);
    m_head->show();
    m_splitter->addWidget(pane);
    m_links->add(pane->view());
    connect(pane, &ComparePane::closeRequested, this, [this, pane] {
        remove(pane);
        Q_EMIT countChanged(count());
    });
    Q_EMIT viewAdded(pane->view());
}

/// Later: the pane may be in the middle of the click that closes it.
void ComparePanes::remove(ComparePane* pane)
{
    std::erase(m_panes, pane);
    m_head->setVisible(!m_panes.empty());
    pane->hide();
    pane->setParent(this);
    pane->deleteLater();
}

/// What one would compare, of that which is there and is not shown in another pane.
QString ComparePanes::nextToShow() const
{
    for (const QString& id : {u"gene"_s, u"score"_s, u"regions"_s, u"spots"_s}) {
        const bool shown = std::ranges::any_of(m_panes, [&](const ComparePane* pane) { return pane->shown() == id; });
        if (!shown && m_main->layers()->find(id))
            return id;
    }
    return {};
}

} // namespace spacrd
