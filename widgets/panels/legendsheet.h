#pragma once

#include <QStringList>

class QImage;
class QPalette;

namespace spacrd {

class LayerStack;

/// Paints the legends of the layers of these names into the bottom right corner of a picture, `scale` pixels a point.
void paintLegends(QImage& picture, double scale, const LayerStack& layers, const QStringList& ids, const QPalette& palette);

} // namespace spacrd
