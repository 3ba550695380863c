#include "app/studio/arguments.h"

#include "widgets/panels/texts.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

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

Arguments readArguments(const QCoreApplication& application)
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
    parser.addOptions({demo, detect, model, slide, scale});
    parser.addPositionalArgument(u"PATH"_s, Words::tr("A slide, a section folder, a counts table or a sample file."),
                                 u"[PATH]"_s);
    parser.process(application);

    const QStringList paths = parser.positionalArguments();
    if (paths.size() > 1)
        refuse(Words::tr("Only one section can be open; %1 were named.").arg(paths.size()));
    Arguments arguments;
    arguments.demo = parser.isSet(demo);
    arguments.detect = parser.isSet(detect);
    arguments.model = parser.value(model);
    if (!paths.isEmpty())
        arguments.open = OpenRequest{toPath(paths.front()), toPath(parser.value(slide)), scaleOf(parser.value(scale))};
    return arguments;
}

} // namespace spacrd
