#include "widgets/layers/colourmaptables.h"
#include "widgets/layers/layer.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

constexpr int entryCount = 256;

ColourMap mapOf(const QString& id, const char* title, const char* table)
{
    ColourMap map{id, QCoreApplication::translate("spacrd::ColourMap", title), {}};
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromRawData(table, static_cast<qsizetype>(entryCount) * 6));
    for (qsizetype i = 0; i + 2 < bytes.size(); i += 3)
        map.entries.push_back(qRgb(uchar(bytes[i]), uchar(bytes[i + 1]), uchar(bytes[i + 2])));
    return map;
}

} // namespace

const std::vector<ColourMap>& colourMaps()
{
    static const std::vector<ColourMap> maps{
        mapOf(u"viridis"_s, QT_TRANSLATE_NOOP("spacrd::ColourMap", "Viridis"), viridisTable),
        mapOf(u"magma"_s, QT_TRANSLATE_NOOP("spacrd::ColourMap", "Magma"), magmaTable),
        mapOf(u"cividis"_s, QT_TRANSLATE_NOOP("spacrd::ColourMap", "Cividis"), cividisTable),
        mapOf(u"inferno"_s, QT_TRANSLATE_NOOP("spacrd::ColourMap", "Inferno"), infernoTable),
        mapOf(u"blues"_s, QT_TRANSLATE_NOOP("spacrd::ColourMap", "Blues"), bluesTable),
    };
    return maps;
}

const ColourMap& colourMap(const QString& id)
{
    const std::vector<ColourMap>& maps = colourMaps();
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const ColourMap& map) { return map.id == id; });
    return found == maps.end() ? maps.front() : *found;
}

int colourIndex(double value, double low, double high)
{
    if (!(high > low))
        return value > high ? entryCount - 1 : 0;
    const double part = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return static_cast<int>(std::lround(part * (entryCount - 1)));
}

} // namespace spacrd
