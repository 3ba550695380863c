#include "tests/cli/phantomsection.h"

using namespace Qt::StringLiterals;

namespace spacrd::test {

namespace {

void runOrStop(const QStringList& arguments)
{
    const Run run = runSpacrd(arguments);
    if (run.code != 0)
        qFatal("spacrd %s: %s", qPrintable(arguments.join(u' ')), run.err.constData());
}

} // namespace

PhantomSection::PhantomSection(const std::filesystem::path& folder, int epochs)
    : m_folder(folder)
{
    runOrStop({u"phantom"_s, u"-o"_s, text(folder / "phantom"), u"--width"_s, u"3000"_s, u"--height"_s, u"3000"_s, u"--genes"_s,
               u"200"_s, u"--seed"_s, u"3"_s});
    write(folder / "phantom.json", R"({"counts": "phantom/outs", "slide": "phantom/slide.tif"})");
    runOrStop({u"train"_s, sampleFile() + u':' + labels(), u"-o"_s, model(), u"--epochs"_s, QString::number(epochs), u"--genes"_s,
               u"100"_s, u"--batch"_s, u"32"_s, u"--lr"_s, u"1e-3"_s, u"--threads"_s, u"2"_s});
}

} // namespace spacrd::test
