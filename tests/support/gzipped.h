#pragma once

#include <string>

namespace spacrd::test {

/// The same bytes as a gzip file; level 1 is the quickest, 9 the smallest.
std::string gzipped(const std::string& bytes, int level = 1);

} // namespace spacrd::test
