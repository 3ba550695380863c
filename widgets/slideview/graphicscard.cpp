#include "widgets/slideview/graphicscard.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <algorithm>
#include <iterator>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

// Mesa's and other drivers that draw on the processor.
constexpr const char* imitations[] = {"llvmpipe", "softpipe", "swrast", "software", "swiftshader", "basic render", "gdi generic"};

GraphicsCard ask()
{
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!context.create() || !context.makeCurrent(&surface))
        return {};
    const auto version = context.format().version();
    GraphicsCard card;
    if (version >= (context.isOpenGLES() ? std::pair(3, 0) : std::pair(3, 3)))
        card.name = QString::fromLatin1(reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER)));
    card.isReal = !card.name.isEmpty() && std::none_of(std::begin(imitations), std::end(imitations), [&](const char* imitation) {
        return card.name.contains(QLatin1String(imitation), Qt::CaseInsensitive);
    });
    context.doneCurrent();
    return card;
}

} // namespace

const GraphicsCard& graphicsCard()
{
    static const GraphicsCard card = ask();
    return card;
}

} // namespace spacrd
