#include "tests/support/testdata.h"
QTEST_APPLESS_MAIN(QObject)
