#include "widgets/slideview/tiletextures.h"

#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>

#include <algorithm>
#include <cstddef>

namespace spacrd {

namespace {

constexpr int firstLayers = 64;
constexpr qint64 mostBytes = 256 << 20; ///< of the texture array; more tiles in one picture are drawn by more calls

// Tiles are BGRA in memory and uploaded as if they were RGBA, which OpenGL ES knows as well.
constexpr const char* vertexShader = R"(
layout(location = 0) in vec4 a_target;
layout(location = 1) in vec4 a_part;
layout(location = 2) in vec4 a_tile;
uniform mat3 u_toClip;
out vec2 v_texel;
flat out vec4 v_tile;
void main()
{
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 at = mix(a_part.xy, a_part.zw, corner);
    v_texel = (at - a_target.xy) / a_target.zw * a_tile.xy;
    v_tile = a_tile;
    vec3 place = u_toClip * vec3(at, 1.0);
    gl_Position = vec4(place.xy, 0.0, 1.0);
}
)";

constexpr const char* fragmentShader = R"(
in vec2 v_texel;
flat in vec4 v_tile;
uniform sampler2DArray u_tiles;
out vec4 o_colour;
void main()
{
    vec4 bgra;
    if (v_tile.w > 0.5) {
        ivec2 texel = clamp(ivec2(floor(v_texel)), ivec2(0), ivec2(v_tile.xy) - 1);
        bgra = texelFetch(u_tiles, ivec3(texel, int(v_tile.z)), 0);
    } else {
        vec2 within = clamp(v_texel, vec2(0.5), v_tile.xy - 0.5);
        bgra = texture(u_tiles, vec3(within / vec2(textureSize(u_tiles, 0).xy), v_tile.z));
    }
    o_colour = vec4(bgra.bgr, 1.0);
}
)";

QByteArray withVersion(const char* shader)
{
    const char* const version = QOpenGLContext::currentContext()->isOpenGLES()
                                    ? "#version 300 es\nprecision highp float;\nprecision highp sampler2DArray;\n"
                                    : "#version 330\n";
    return QByteArray(version) + shader;
}

} // namespace

TileTextures::TileTextures()
    : m_gl(QOpenGLContext::currentContext()->extraFunctions())
{
    if (!m_program.addShaderFromSourceCode(QOpenGLShader::Vertex, withVersion(vertexShader))
        || !m_program.addShaderFromSourceCode(QOpenGLShader::Fragment, withVersion(fragmentShader)) || !m_program.link())
        return;
    m_arrays.create();
    m_buffer.create();
    m_buffer.setUsagePattern(QOpenGLBuffer::StreamDraw);
    m_gl->glGetIntegerv(GL_MAX_ARRAY_TEXTURE_LAYERS, &m_mostLayers);
}

TileTextures::~TileTextures()
{
    if (m_texture != 0)
        m_gl->glDeleteTextures(1, &m_texture);
}

void TileTextures::draw(const std::vector<TileBlit>& blits, const QTransform& toClip)
{
    if (!isValid())
        return;
    m_toClip = toClip;
    int width = m_width;
    int height = m_height;
    for (const TileBlit& blit : blits) {
        if (blit.tile) {
            width = std::max(width, blit.tile->width);
            height = std::max(height, blit.tile->height);
        }
    }
    if (width == 0 || height == 0)
        return;
    if (width > m_width || height > m_height)
        makeArray(width, height, std::max(m_layers, firstLayers));
    for (const TileBlit& blit : blits) {
        const QRect part = blit.target & blit.clip;
        if (!blit.tile || blit.tile->empty() || part.isEmpty())
            continue;
        const int layer = layerOf(blit.tile);
        const bool same = blit.target.width() == blit.tile->width && blit.target.height() == blit.tile->height;
        const auto f = [](int value) { return static_cast<float>(value); };
        m_instances.push_back(
            {{f(blit.target.x()), f(blit.target.y()), f(blit.target.width()), f(blit.target.height())},
             {f(part.x()), f(part.y()), f(part.x() + part.width()), f(part.y() + part.height())},
             {f(blit.tile->width), f(blit.tile->height), f(layer), same || blit.sampling == Sampling::nearest ? 1.0F : 0.0F}});
    }
    flush();
}

/// Forgets all that was uploaded.
void TileTextures::makeArray(int width, int height, int layers)
{
    if (m_texture != 0)
        m_gl->glDeleteTextures(1, &m_texture);
    const qint64 layerBytes = qint64{4} * width * height;
    const auto most = static_cast<int>(std::clamp<qint64>(mostBytes / layerBytes, 1, std::max(m_mostLayers, 1)));
    m_width = width;
    m_height = height;
    m_layers = std::min(layers, most);
    m_slots.clear();
    m_free.resize(static_cast<size_t>(m_layers));
    std::generate(m_free.rbegin(), m_free.rend(), [next = 0]() mutable { return next++; });
    m_gl->glGenTextures(1, &m_texture);
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, m_texture);
    m_gl->glTexStorage3D(GL_TEXTURE_2D_ARRAY, 1, GL_RGBA8, width, height, m_layers);
    for (const auto& [name, value] : {std::pair<GLenum, GLint>{GL_TEXTURE_MIN_FILTER, GL_LINEAR},
                                      {GL_TEXTURE_MAG_FILTER, GL_LINEAR},
                                      {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                      {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
        m_gl->glTexParameteri(GL_TEXTURE_2D_ARRAY, name, value);
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, 0);
}

/// Where the tile is in the array; uploaded first where it is not yet there.
int TileTextures::layerOf(const std::shared_ptr<const Image>& tile)
{
    if (const auto found = m_slots.find(tile.get()); found != m_slots.end()) {
        Slot& slot = found->second;
        if (slot.tile.lock() == tile) {
            slot.usedIn = m_batch;
            return slot.layer;
        }
        m_free.push_back(slot.layer);
        m_slots.erase(found);
    }
    std::optional<int> layer = freeLayer();
    if (!layer) { // all are of this batch
        flush();
        makeArray(m_width, m_height, 2 * m_layers);
        layer = freeLayer();
    }
    upload(*tile, *layer);
    m_slots[tile.get()] = {tile, *layer, m_batch};
    return *layer;
}

/// One that was never used, else that of the tile that was not drawn for longest; nothing when all are of this batch.
std::optional<int> TileTextures::freeLayer()
{
    if (m_free.empty()) {
        const auto oldest = std::min_element(m_slots.begin(), m_slots.end(),
                                             [](const auto& a, const auto& b) { return a.second.usedIn < b.second.usedIn; });
        if (oldest == m_slots.end() || oldest->second.usedIn == m_batch)
            return std::nullopt;
        m_free.push_back(oldest->second.layer);
        m_slots.erase(oldest);
    }
    const int layer = m_free.back();
    m_free.pop_back();
    return layer;
}

void TileTextures::upload(const Image& tile, int layer)
{
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, m_texture);
    m_gl->glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    m_gl->glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, layer, tile.width, tile.height, 1, GL_RGBA, GL_UNSIGNED_BYTE,
                          tile.pixels.data());
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, 0);
}

/// Draws what has been collected.
void TileTextures::flush()
{
    ++m_batch;
    if (m_instances.empty())
        return;
    m_gl->glDisable(GL_BLEND);
    m_gl->glDisable(GL_DEPTH_TEST);
    m_gl->glDisable(GL_STENCIL_TEST);
    m_gl->glDisable(GL_SCISSOR_TEST);
    m_gl->glDisable(GL_CULL_FACE);
    m_arrays.bind();
    m_buffer.bind();
    m_buffer.allocate(m_instances.data(), static_cast<int>(m_instances.size() * sizeof(Instance)));
    for (GLuint i = 0; i < 3; ++i) {
        m_gl->glEnableVertexAttribArray(i);
        m_gl->glVertexAttribPointer(i, 4, GL_FLOAT, GL_FALSE, sizeof(Instance),
                                    reinterpret_cast<const void*>(i * 4 * sizeof(float))); // NOLINT: OpenGL's way of an offset
        m_gl->glVertexAttribDivisor(i, 1);
    }
    m_program.bind();
    m_program.setUniformValue("u_toClip", m_toClip);
    m_program.setUniformValue("u_tiles", 0);
    m_gl->glActiveTexture(GL_TEXTURE0);
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, m_texture);
    m_gl->glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<int>(m_instances.size()));
    m_gl->glBindTexture(GL_TEXTURE_2D_ARRAY, 0);
    m_program.release();
    m_buffer.release();
    m_arrays.release();
    m_instances.clear();
}

} // namespace spacrd
