#include "app/studio/arguments.h"

#include "widgets/panels/texts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(spacrd::Arguments)
};

[[noreturn]] void refuse(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(2);
}

std::optional<double> scaleOf(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    bool number = false;
    const double scale = text.toDouble(&number);
    if (!number || !(scale > 0))
        refuse(Words::tr("The slide scale must be a number above 0, not “%1”.").arg(text));
    return scale;
}

} // namespace

Arguments readArguments(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Finds cancer regions in whole-slide images with spatial transcriptomics."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(u"demo"_s,
                                  Words::tr("Open the demo section, made first where there is none, and detect on it."));
    const QCommandLineOption detect(u"detect"_s, Words::tr("Detect as soon as the section is open."));
    const QCommandLineOption model(u"model"_s, Words::tr("The model to use."), u"FILE"_s);
    const QCommandLineOption slide(u"slide"_s, Words::tr("The slide of the section, when it is not beside it."), u"FILE"_s);
    const QCommandLineOption scale(
        u"slide-scale"_s, Words::tr("Slide pixels per full-resolution pixel, when the slide is a reduced copy."), u"S"_s);
    const QCommandLineOption noSlide(u"no-slide"_s, Words::tr("Use the expression alone; do not look for an image."));
    const QCommandLineOption align(
        u"align"_s, Words::tr("Change how the spots lie on the slide, as spacrd names it: suggested, rotate-90, flip-x, …"),
        u"NAME"_s);
    const QCommandLineOption positions(u"positions"_s, Words::tr("A table of positions in place of the one beside the data."),
                                       u"FILE"_s);
    const QCommandLineOption spots(u"spots"_s, Words::tr("The spot table of a legacy-ST section."), u"FILE"_s);
    const QCommandLineOption library(
        u"library"_s, Words::tr("Which section, where there are several: a library of an .h5ad, a bin size of Visium HD."),
        u"NAME"_s);
    const QCommandLineOption drawing(
        u"drawing"_s,
        Words::tr(
            "Who draws the slide: processor, or card (also one that the processor imitates). Else a real graphics card does."),
        u"NAME"_s);
    parser.addOptions({demo, detect, model, slide, scale, noSlide, align, positions, spots, library, drawing});
    parser.addPositionalArgument(u"PATH"_s, Words::tr("A slide, a section folder, a counts table or a sample file."),
                                 u"[PATH]"_s);
    parser.process(words);

    const QStringList paths = parser.positionalArguments();
    if (paths.size() > 1)
        refuse(Words::tr("Only one section can be open; %1 were named.").arg(paths.size()));
    Arguments arguments;
    arguments.demo = parser.isSet(demo);
    arguments.detect = parser.isSet(detect);
    arguments.model = parser.value(model);
    const QString drawn = parser.value(drawing);
    if (!drawn.isEmpty() && drawn != u"processor" && drawn != u"card")
        refuse(Words::tr("The slide can be drawn by “processor” or “card”, not “%1”.").arg(drawn));
    arguments.byProcessor = drawn == u"processor";
    arguments.byImitatedCard = drawn == u"card";
    if (paths.isEmpty())
        return arguments;
    OpenRequest request{toPath(paths.front()), toPath(parser.value(slide)), scaleOf(parser.value(scale))};
    request.withoutSlide = parser.isSet(noSlide);
    request.align = parser.value(align).toStdString();
    request.positions = toPath(parser.value(positions));
    request.spots = toPath(parser.value(spots));
    request.library = parser.value(library).toStdString();
    arguments.open = std::move(request);
    return arguments;
}

bool wantsOnlyText(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version" || word == "-v";
    });
}

} // namespace spacrd
