#pragma once

#include <QStringList>

namespace spacrd {

/// The models that come with the program: share/spacrd-studio/models beside its bin folder, or models beside itself.
QStringList shippedModels();

} // namespace spacrd
