#pragma once

#include "core/sample/qualityfilter.h"

#include <QString>

namespace spacrd {

/// What the spots of a sample are like, in rich text.
QString summaryText(const QualityTotals& totals);

/// How many of `spots` a filter leaves out, and why; in rich text. `isApplied`: they are left out already.
QString outcomeText(const FilterOutcome& outcome, const QualityFilter& wanted, size_t spots, bool isApplied);

} // namespace spacrd
