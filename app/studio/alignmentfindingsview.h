#pragma once

#include "core/sample/proof.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QButtonGroup;
class QFrame;
class QVBoxLayout;

namespace spacrd {

/// What speaks against an alignment, a card each, with the fix where there is one: to be chosen, or applied at once.
class AlignmentFindingsView : public QScrollArea
{
    Q_OBJECT

public:
    explicit AlignmentFindingsView(QWidget* parent = nullptr);

    void setFindings(const std::vector<AlignmentFinding>& findings);
    /// The fix that is chosen; the first at the start.
    std::optional<Alignment> fix() const;
    /// While another alignment is being joined, none can be applied.
    void setApplying(bool applying);

Q_SIGNALS:
    void chosen();
    void applyRequested(const spacrd::Alignment& alignment);

private:
    void clear();
    QFrame* makeCard(size_t number);
    QLayout* makeFixRow(size_t number, QFrame* card);

    std::vector<AlignmentFinding> m_findings;
    QWidget* m_cards;
    QVBoxLayout* m_rows;
    QButtonGroup* m_fixes;
};

} // namespace spacrd
