#pragma once

#include "widgets/slideview/sliderenderer.h"
#include "widgets/slideview/tiletextures.h"

#include <memory>
#include <vector>

namespace spacrd {

/// The slide of one view by OpenGL, painted anew for every frame: tiles are textures, and a turned view is turned by the card.
class GlSlideFrame : public SlideRenderer
{
public:
    void forget() override {}
    void reset() override { m_missing.clear(); }
    /// `painter` is that of a QOpenGLWidget.
    void paint(QPainter& painter, const SlideScene& scene) override;
    /// Null: a card paints all of it at once when it is shown.
    std::shared_ptr<PictureAhead> ahead(const SlideScene&, const TilePainter&) override { return nullptr; }
    bool misses() const override { return !m_missing.empty(); }

    /// Before the context goes, which is current.
    void dropTextures() { m_textures = nullptr; }

private:
    std::unique_ptr<TileTextures> m_textures;
    std::vector<TileKey> m_missing;
};

} // namespace spacrd
