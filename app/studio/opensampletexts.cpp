#include "app/studio/opensampletexts.h"

#include "app/studio/opensampledialog.h"
#include "widgets/panels/texts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

using Look = std::optional<RequestLook>;

QString platformText(Platform platform)
{
    switch (platform) {
    case Platform::visium:
        return OpenSampleDialog::tr("10x Visium");
    case Platform::visiumHd:
        return OpenSampleDialog::tr("10x Visium HD");
    case Platform::legacySt:
        return OpenSampleDialog::tr("Spatial Transcriptomics (legacy ST)");
    case Platform::xenium:
        return OpenSampleDialog::tr("10x Xenium");
    case Platform::other:
        break;
    }
    return OpenSampleDialog::tr("Spots of an unknown platform");
}

QString fileName(const std::filesystem::path& path)
{
    return pathText(path.filename());
}

bool isMissing(const Look& look, const QString& path)
{
    return look && !path.isEmpty() && std::find(look->missing.begin(), look->missing.end(), toPath(path)) != look->missing.end();
}

/// What is wrong and, where the program knows it, what to do.
QString withHint(const Error& error)
{
    const QString hint = translated(error.hint());
    return hint.isEmpty() ? translated(error.sentence()) : translated(error.sentence()) + u" – "_s + hint;
}

QString recognised(const SampleFields& fields, const Look& look)
{
    if (fields.path.isEmpty())
        return OpenSampleDialog::tr(
            "Space Ranger and Xenium folders, .h5ad, 10x .h5, counts tables and sample files can be opened.");
    if (!look)
        return OpenSampleDialog::tr("Looking…");
    if (look->problem)
        return withHint(*look->problem);
    if (look->kind == RequestLook::Kind::slide)
        return OpenSampleDialog::tr("A slide by itself, without spots and expression");
    const SectionOverview& overview = look->overview;
    const QString what = overview.platform ? platformText(*overview.platform) : QString::fromStdString(overview.format);
    const auto count = overview.libraries.size();
    QString text = count > 1 ? OpenSampleDialog::tr("%1 · %2 sections").arg(what).arg(count)
                             : OpenSampleDialog::tr("%1 · one section").arg(what);
    if (look->sampleFile)
        text += u" · "_s + OpenSampleDialog::tr("a sample file, which names the parts");
    return text;
}

QString slideHint(const SampleFields& fields, const Look& look)
{
    if (look && look->kind == RequestLook::Kind::slide)
        return {};
    if (fields.withoutSlide)
        return OpenSampleDialog::tr("The section opens with expression alone.");
    if (isMissing(look, fields.slide))
        return OpenSampleDialog::tr("There is no such file.");
    if (!look || look->problem || look->choose)
        return {};
    if (!look->named.empty())
        return OpenSampleDialog::tr("Named: %1").arg(fileName(look->named));
    if (!look->overview.image.inside.empty())
        return OpenSampleDialog::tr("Found: a picture inside the data file. Name the full slide to see and use more.");
    if (!look->overview.image.file.empty())
        return OpenSampleDialog::tr("Found with the data: %1").arg(fileName(look->overview.image.file));
    return OpenSampleDialog::tr(
        "None was found with the data. Name the slide; without it the section opens with expression alone.");
}

QString positionsHint(const SampleFields& fields, const Look& look)
{
    if (isMissing(look, fields.positions) || isMissing(look, fields.spots))
        return OpenSampleDialog::tr("There is no such file.");
    if (!look || look->kind != RequestLook::Kind::section || look->choose || look->overview.format == "AnnData")
        return {};
    if (!look->overview.positions.empty())
        return OpenSampleDialog::tr("In use: %1").arg(fileName(look->overview.positions));
    return look->overview.platform == Platform::legacySt
               ? OpenSampleDialog::tr("No table of spots was found beside the counts: name it under “Spots”.")
               : OpenSampleDialog::tr("No table of positions was found with the data: name it under “Positions”.");
}

QString problem(const SampleFields& fields, const Look& look)
{
    if (!look || look->problem || look->kind == RequestLook::Kind::nothing)
        return OpenSampleDialog::tr("Name the data first.");
    if (look->choose)
        return OpenSampleDialog::tr("Choose which of the sections to open.");
    if (!look->missing.empty() && !(fields.withoutSlide && look->missing.size() == 1 && isMissing(look, fields.slide)))
        return OpenSampleDialog::tr("There is no file %1.").arg(pathText(look->missing.front()));
    if (!fields.scale.isEmpty() && !scaleOf(fields.scale))
        return OpenSampleDialog::tr("The scale must be a number above 0.");
    if (look->kind == RequestLook::Kind::section && look->overview.format != "AnnData" && look->overview.positions.empty())
        return positionsHint(fields, look);
    return {};
}

} // namespace

QString libraryText(const QString& name)
{
    if (!name.startsWith(u"square_"_s) || !name.endsWith(u"um"_s))
        return name;
    bool number = false;
    const int micrometres = name.mid(7, name.size() - 9).toInt(&number);
    return number ? OpenSampleDialog::tr("%1 µm bins").arg(micrometres) : name;
}

std::optional<double> scaleOf(const QString& text)
{
    bool number = false;
    const QString trimmed = text.trimmed();
    double value = QLocale().toDouble(trimmed, &number);
    if (!number)
        value = QLocale::c().toDouble(trimmed, &number);
    return number && std::isfinite(value) && value > 0.0 ? std::optional(value) : std::nullopt;
}

SampleTexts sampleTexts(const SampleFields& fields, const std::optional<RequestLook>& look)
{
    return {recognised(fields, look), slideHint(fields, look), positionsHint(fields, look), problem(fields, look)};
}

} // namespace spacrd
