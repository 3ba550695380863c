#pragma once

#include "core/base/text.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// Labels of a sample's spots from a table with a header.
///
/// The spot of a row is its `barcode`/`spot` column, or `round(x)` "x" `round(y)` of legacy `x`,`y` columns, or the first
/// column: the first of these that names any of `barcodes`. The label is the column `label`, else `cancer`, `class`,
/// `annotation`, else the last; with `positive`, the first of these that holds one of the names, so that a 0/1 column
/// beside the names does not hide them (without one of the names anywhere, a column that is all 0/1 will do).
/// A value is one of `positive` (1), one of `leaveOut` (−1), empty or NA (−1), 0/1 or true/false, or another class
/// name (0). Names are compared without regard to case and to spaces at the ends.
/// Returns one entry a spot: 1, 0, or −1 = no label. Rows of spots that the sample does not have are passed over.
/// Throws Error when no row matches a spot, when those that do are less than a tenth of the rows and of the spots (labels of
/// another section), no matching row holds a label, class names come without `positive`, none of
/// the positive names occurs, or two rows of one spot disagree; Cancelled.
std::vector<int> readLabels(const std::filesystem::path& file, const std::vector<std::string>& barcodes,
                            const std::vector<std::string>& positive, const std::vector<std::string>& leaveOut, const Task& task);

/// The class names in the column that readLabels() would read; empty where it holds 0/1 or true/false. Throws Error as it does.
std::set<std::string> labelClasses(const std::filesystem::path& file, const std::vector<std::string>& positive, const Task& task);

/// What to tell of positive classes that none of `classes` (of all tables together) is: a class may be missing in one section, a
/// misspelt name is missing in all. Empty when there is nothing to tell.
Text unknownClasses(const std::vector<std::string>& positive, const std::set<std::string>& classes);

/// "a, b,c" → {"a","b","c"}; empty entries are dropped.
std::vector<std::string> splitNames(const std::string& list);

} // namespace spacrd
