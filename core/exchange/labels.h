#pragma once

#include "core/sample/sample.h"

#include <filesystem>
#include <string>
#include <vector>

namespace spacrd {

class Task;

/// Labels of a sample's spots from a table with a header.
///
/// The spot of a row is its `barcode`/`spot` column, or `round(x)` "x" `round(y)` of legacy `x`,`y` columns, or the first
/// column. The label is the column `label` (else `cancer`, `class`, `annotation`, else the last). A value is 0/1,
/// true/false, or a class name: 1 when it is one of `positive`, −1 when it is empty or one of `leaveOut`, else 0.
/// Returns one entry a spot: 1, 0, or −1 = no label. Throws Error when no row matches a spot, or class names come
/// without `positive`.
std::vector<int> readLabels(const std::filesystem::path& file, const std::vector<std::string>& barcodes,
                            const std::vector<std::string>& positive, const std::vector<std::string>& leaveOut, const Task& task);

/// "a, b,c" → {"a","b","c"}.
std::vector<std::string> splitNames(const std::string& list);

} // namespace spacrd
