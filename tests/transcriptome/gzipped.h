#pragma once

#include <string>

namespace spacrd::test {

/// The same bytes as a gzip file.
std::string gzipped(const std::string& bytes);

} // namespace spacrd::test
