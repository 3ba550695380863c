#pragma once

#include "widgets/slideview/tilepainter.h"

#include <QOpenGLBuffer>
#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>
#include <QTransform>

#include <memory>
#include <unordered_map>
#include <vector>

class QOpenGLExtraFunctions;

namespace spacrd {

/// Draws tiles by OpenGL (3.3 or ES 3): each is a layer of one texture array, and all of a picture are drawn by one call.
/// Textures are kept from picture to picture. Every function, and the destructor, needs the context current that was so when it
/// was made.
class TileTextures
{
public:
    TileTextures();
    ~TileTextures();
    TileTextures(const TileTextures&) = delete;
    TileTextures& operator=(const TileTextures&) = delete;

    /// False when the graphics card refuses the program; nothing is drawn then.
    bool isValid() const { return m_program.isLinked(); }
    /// Draws the tiles in their order, without those that have none. `toClip` takes the pixels of their targets to OpenGL's
    /// clip coordinates. The samples are the same as blitTile()'s.
    void draw(const std::vector<TileBlit>& blits, const QTransform& toClip);

private:
    /// What the shader is told of one tile.
    struct Instance
    {
        float target[4]; ///< x, y, width, height
        float part[4];   ///< left, top, right, bottom of what is drawn of it
        float tile[4];   ///< width, height, layer, 1 = nearest
    };
    struct Slot
    {
        std::weak_ptr<const Image> tile; ///< gone or another: the address was used again
        int layer = 0;
        quint64 usedIn = 0; ///< which batch
    };

    void makeArray(int width, int height, int layers);
    int layerOf(const std::shared_ptr<const Image>& tile);
    std::optional<int> freeLayer();
    void upload(const Image& tile, int layer);
    void flush();

    QOpenGLExtraFunctions* m_gl;
    QOpenGLShaderProgram m_program;
    QOpenGLVertexArrayObject m_arrays;
    QOpenGLBuffer m_buffer{QOpenGLBuffer::VertexBuffer};
    unsigned m_texture = 0;
    int m_width = 0;
    int m_height = 0;
    int m_layers = 0;
    int m_mostLayers = 0;
    std::vector<int> m_free;
    std::unordered_map<const Image*, Slot> m_slots;
    quint64 m_batch = 1;
    std::vector<Instance> m_instances; ///< of the batch
    QTransform m_toClip;
};

} // namespace spacrd
