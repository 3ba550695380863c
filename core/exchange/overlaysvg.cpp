#include "core/exchange/overlaysvg.h"

#include "core/exchange/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace spacrd {

namespace {

constexpr int colourSteps = 64;
constexpr double visiumDiameterOfPitch = 0.55;
constexpr double squareDiameterOfPitch = 0.5;
constexpr size_t mostNames = 12;                 // of regions written into the picture, the largest first
constexpr const char* outlineColour = "#c80000"; // QuPath's Tumor

/// matplotlib's viridis at t in 0…1, by the usual polynomial of degree 6 (within 1 % of the table): even to the eye,
/// readable without colour and to the colour-blind.
std::string viridis(double t)
{
    constexpr double c[7][3] = {{0.2777273272, 0.0054073445, 0.3340998053},   {0.1050930431, 1.4046135299, 1.3845901627},
                                {-0.3308618287, 0.2148475595, 0.0950951630},  {-4.6342304990, -5.7991009734, -19.3324409563},
                                {6.2282699363, 14.1799333668, 56.6905526007}, {4.7763849977, -13.7451453777, -65.3530326334},
                                {-5.4354558559, 4.6458526122, 26.3124352496}};
    std::array<int, 3> rgb{};
    for (size_t k = 0; k < 3; ++k) {
        double value = 0.0;
        for (int power = 6; power >= 0; --power)
            value = value * t + c[power][k];
        rgb[k] = static_cast<int>(std::lround(255.0 * std::clamp(value, 0.0, 1.0)));
    }
    return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : toUtf8(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

/// Characters of UTF-8 text, to judge its width.
size_t lengthOf(const std::string& text)
{
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

class Drawing
{
public:
    Drawing(const Result& result, const OverlayLayout& layout)
        : m_result(result)
        , m_layout(layout)
        , m_font(layout.fontPx)
    {}

    std::string svg()
    {
        add(R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" )"
            R"(font-family="DejaVu Sans, Noto Sans, sans-serif" font-size="{2:.2f}">)",
            m_layout.width, m_layout.height, m_font);
        add(R"(<clipPath id="map"><rect x="{}" y="{}" width="{}" height="{}"/></clipPath><g clip-path='url(#map)'>)",
            m_layout.map.x, m_layout.map.y, m_layout.map.width, m_layout.map.height);
        spots();
        outlines();
        names();
        m_svg += "</g>";
        title();
        colourBar();
        outlineLegend();
        scaleBar();
        return m_svg + "</svg>";
    }

private:
    template <typename... Arguments>
    void add(fmt::format_string<Arguments...> format, Arguments&&... arguments)
    {
        fmt::format_to(std::back_inserter(m_svg), format, std::forward<Arguments>(arguments)...);
    }

    void text(double x, double y, const std::string& words, const char* anchor = "start", const char* style = "")
    {
        add(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}" {}>{}</text>)", x, y, anchor, style, escaped(words));
    }

    Point toPicture(FullresPoint fullres) const
    {
        const Sample& sample = *m_result.sample;
        return m_layout.toPicture(sample.slide ? sample.alignment.toLevel0(fullres).plain() : fullres.plain());
    }

    double spotRadius() const
    {
        const SpatialSection& section = m_result.sample->section;
        const double ofPitch = section.lattice == SpotLattice::hexagonal ? visiumDiameterOfPitch : squareDiameterOfPitch;
        const double diameter =
            section.spotDiameterFullresPx > 0.0 ? section.spotDiameterFullresPx : ofPitch * section.spotPitchFullresPx;
        return std::max(1.0, diameter / 2.0 * m_layout.perFullres);
    }

    /// One path a colour: the number of elements stays small however many spots there are.
    void spots()
    {
        std::array<std::string, colourSteps> paths;
        const double r = spotRadius();
        const std::vector<Spot>& all = m_result.sample->spots();
        for (size_t s = 0; s < all.size(); ++s) {
            const Point p = toPicture(all[s].fullres);
            const double score = std::clamp(m_result.detection.score[s], 0.0, 1.0);
            const auto step = static_cast<size_t>(std::lround(score * (colourSteps - 1)));
            fmt::format_to(std::back_inserter(paths[step]),
                           "M{:.1f} {:.1f}a{r:.2f} {r:.2f} 0 1 0 {d:.2f} 0a{r:.2f} {r:.2f} 0 1 0 -{d:.2f} 0z", p.x - r, p.y,
                           fmt::arg("r", r), fmt::arg("d", 2 * r));
        }
        for (int step = 0; step < colourSteps; ++step) {
            if (!paths[static_cast<size_t>(step)].empty()) {
                add(R"(<path d="{}" fill="{}" fill-opacity="0.85"/>)", paths[static_cast<size_t>(step)],
                    viridis(static_cast<double>(step) / (colourSteps - 1)));
            }
        }
    }

    std::string pathOf(const Ring& ring) const
    {
        std::string path;
        for (size_t k = 0; k < ring.size(); ++k) {
            const Point p = toPicture({ring[k].x, ring[k].y});
            fmt::format_to(std::back_inserter(path), "{}{:.1f} {:.1f}", k ? "L" : "M", p.x, p.y);
        }
        return path + "z";
    }

    /// Red on a white halo: seen on dark nuclei, pale stroma and every colour of the spots.
    void outline(const std::string& path)
    {
        const double width = std::max(1.5, 0.14 * m_font);
        add(R"(<path d="{}" fill="none" stroke="#ffffff" stroke-width="{:.2f}" stroke-linejoin="round"/>)", path, 2.4 * width);
        add(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{:.2f}" stroke-linejoin="round"/>)", path, outlineColour,
            width);
    }

    void outlines()
    {
        std::string path;
        for (const Region& region : m_result.regions) {
            path += pathOf(region.fullres.outer);
            for (const Ring& hole : region.fullres.holes)
                path += pathOf(hole);
        }
        if (!path.empty())
            outline(path);
    }

    void names()
    {
        for (size_t k = 0; k < std::min(mostNames, m_result.regions.size()); ++k) {
            const Region& region = m_result.regions[k];
            const Point corner = region.fullres.outer.front();
            const Point top = toPicture({corner.x, corner.y});
            const double half = 0.3 * m_font * static_cast<double>(region.name.size());
            const double x =
                std::clamp(top.x, m_layout.map.x + half, std::max(m_layout.map.x + half, m_layout.map.right() - half));
            const double y = std::max(top.y - 0.35 * m_font, m_layout.map.y + 0.9 * m_font);
            text(x, y, region.name, "middle",
                 fmt::format(R"(font-size="{:.2f}" font-weight="bold" fill="#111111" stroke="#ffffff" stroke-width="{:.2f}" )"
                             R"(stroke-linejoin="round" paint-order="stroke")",
                             0.8 * m_font, 0.3 * m_font)
                     .c_str());
        }
    }

    std::string summary() const
    {
        const std::vector<int>& classes = m_result.decision.classes;
        return Text(m_result.decision.onProbability
                        ? SPACRD_TR("core", "%1 of %2 spots are called tumour (probability ≥ %3); regions: %4%5")
                        : SPACRD_TR("core", "%1 of %2 spots are called tumour (score ≥ %3); regions: %4%5"),
                    {toWord(static_cast<long long>(std::count(classes.begin(), classes.end(), 1))), toWord(classes.size()),
                     fmt::format("{:.3g}", m_result.decision.threshold), toWord(m_result.regions.size()), areaInWords()})
            .english();
    }

    std::string areaInWords() const
    {
        double um2 = 0.0;
        for (const Region& region : m_result.regions) {
            if (!region.areaUm2)
                return {};
            um2 += *region.areaUm2;
        }
        return m_result.regions.empty() ? std::string() : fmt::format(", {:.3g} mm²", um2 / 1e6);
    }

    void title()
    {
        const double room = m_layout.width - 2 * m_font;
        const auto fitting = [&](const std::string& words, double size) {
            return std::min(size, room / (0.62 * static_cast<double>(std::max<size_t>(1, lengthOf(words)))));
        };
        const std::string name = toUtf8(m_result.sample->name);
        const std::string second = summary();
        text(m_font, 1.75 * m_font, name, "start",
             fmt::format(R"(font-size="{:.2f}" font-weight="bold")", fitting(name, 1.35 * m_font)).c_str());
        text(m_font, 3.35 * m_font, second, "start",
             fmt::format(R"(font-size="{:.2f}" fill="#333333")", fitting(second, m_font)).c_str());
    }

    void colourBar()
    {
        const double x = m_font;
        const double y = m_layout.legendTop + 2.15 * m_font;
        const double width = 15.0 * m_font;
        const double height = 1.1 * m_font;
        text(x, m_layout.legendTop + 1.6 * m_font,
             m_result.decision.onProbability ? SPACRD_TR("core", "Score within this section")
                                             : SPACRD_TR("core", "Score within this section (line: threshold)"));
        m_svg += R"(<linearGradient id="score">)";
        for (int stop = 0; stop <= 16; ++stop)
            add(R"(<stop offset="{}" stop-color="{}"/>)", stop / 16.0, viridis(stop / 16.0));
        add(R"(</linearGradient><rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill='url(#score)' stroke="#333333"/>)",
            x, y, width, height);
        for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double at = x + tick * width;
            add(R"(<path d="M{0:.1f} {1:.1f}v{2:.1f}" stroke="#333333" stroke-width="1.5"/>)", at, y + height, 0.3 * m_font);
            text(at, y + height + 1.25 * m_font, fmt::format("{}", tick), tick == 0.0 ? "start" : "middle", R"(font-size="85%")");
        }
        if (!m_result.decision.onProbability)
            thresholdMark(x + std::clamp(m_result.decision.threshold, 0.0, 1.0) * width, y, height);
    }

    void thresholdMark(double x, double y, double height)
    {
        add(R"(<path d="M{0:.1f} {1:.1f}v{2:.1f}" stroke="#ffffff" stroke-width="{3:.1f}"/>)", x, y, height, 0.3 * m_font);
        add(R"(<path d="M{0:.1f} {1:.1f}v{2:.1f}" stroke="{3}" stroke-width="{4:.1f}"/>)", x, y - 0.25 * m_font,
            height + 0.5 * m_font, outlineColour, 0.14 * m_font);
    }

    void outlineLegend()
    {
        const double x = 20.5 * m_font;
        const double y = m_layout.legendTop + 2.15 * m_font;
        outline(fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h-{:.1f}z", x, y, 2.0 * m_font, 1.1 * m_font, 2.0 * m_font));
        text(x + 2.6 * m_font, y + 0.9 * m_font, SPACRD_TR("core", "Tumour region"));
    }

    /// The longest round length that takes at most a quarter of the width and leaves the legend its room.
    void scaleBar()
    {
        if (!m_layout.umPerPicturePx)
            return;
        const double room = std::min(0.25 * m_layout.width, m_layout.width - 32.5 * m_font);
        const double most = room * *m_layout.umPerPicturePx;
        double um = std::pow(10.0, std::floor(std::log10(most)));
        um *= most / um >= 5.0 ? 5.0 : most / um >= 2.0 ? 2.0 : 1.0;
        const double length = um / *m_layout.umPerPicturePx;
        const double right = m_layout.width - m_font;
        const double y = m_layout.legendTop + 2.15 * m_font;
        add(R"(<path d="M{0:.1f} {1:.1f}v{2:.1f}h{3:.1f}v-{2:.1f}" fill="none" stroke="#111111" stroke-width="{4:.1f}"/>)",
            right - length, y + 0.2 * m_font, 0.7 * m_font, length, 0.2 * m_font);
        text(right - length / 2, y + 2.35 * m_font, um >= 1000.0 ? fmt::format("{} mm", um / 1000.0) : fmt::format("{} µm", um),
             "middle", R"(font-size="85%")");
    }

    const Result& m_result;
    const OverlayLayout& m_layout;
    double m_font;
    std::string m_svg;
};

} // namespace

std::string overlaySvg(const Result& result, const OverlayLayout& layout)
{
    return Drawing(result, layout).svg();
}

} // namespace spacrd
