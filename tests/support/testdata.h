#pragma once

#include "tests/support/files.h"

#include <QTest>

#include <filesystem>
#include <functional>
#include <string>

namespace spacrd::test {

/// $SPACRD_GOLDEN_DIR, else ../shared/golden beside the checkout; empty when it is not there.
std::filesystem::path goldenFolder();
/// $SPACRD_DATA_DIR, else ../shared/data beside the checkout; empty when it is not there.
std::filesystem::path dataFolder();

/// The line of the spacrd::Error that `call` throws; "(nothing thrown)" or "(another exception: …)" otherwise.
std::string errorOf(const std::function<void()>& call);

} // namespace spacrd::test

/// Skips with a sentence when a folder outside the project is not there.
#define SPACRD_NEED_GOLDEN()                                                                                                     \
    if (spacrd::test::goldenFolder().empty())                                                                                    \
    QSKIP("The golden tensors are not here; name their folder in SPACRD_GOLDEN_DIR.")
#define SPACRD_NEED_DATA()                                                                                                       \
    if (spacrd::test::dataFolder().empty())                                                                                      \
    QSKIP("The real samples are not here; name their folder in SPACRD_DATA_DIR.")
