#include "widgets/panels/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(spacrd::Texts)
};

QString fromCore(const char* sentence)
{
    return *sentence ? QCoreApplication::translate("core", sentence) : QString();
}

/// A sentence of core may stand within another; single words are data.
QString filledIn(const std::string& argument)
{
    return argument.find(' ') == std::string::npos ? QString::fromStdString(argument) : fromCore(argument.c_str());
}

QString timeLeft(double seconds)
{
    if (seconds < 60)
        return Texts::tr("about %1 s left").arg(std::max(1, static_cast<int>(std::lround(seconds))));
    if (seconds < 5400)
        return Texts::tr("about %1 min left").arg(static_cast<int>(std::lround(seconds / 60)));
    return Texts::tr("about %1 h left").arg(seconds / 3600, 0, 'f', 1);
}

/// Core's hints are phrases for the brackets of a command line; alone in a paragraph one is a sentence.
QString asSentence(QString phrase)
{
    if (phrase.isEmpty())
        return phrase;
    phrase[0] = phrase[0].toUpper();
    return phrase.back().isPunct() && phrase.back() != u')' && phrase.back() != u'"'
               ? phrase
               : Texts::tr("%1.", "a hint as a sentence").arg(phrase);
}

} // namespace

QString translated(const Text& text)
{
    QString sentence = fromCore(text.id().c_str());
    // One pass, so that a "%1" inside an argument (a file may be called so) is left alone.
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (digit >= 1 && static_cast<size_t>(digit) <= text.arguments().size()) {
            out += filledIn(text.arguments()[static_cast<size_t>(digit - 1)]);
            ++i;
        } else {
            out += sentence[i];
        }
    }
    return out;
}

QString errorText(const Error& error)
{
    QStringList parts{translated(error.sentence())};
    if (!error.file().empty())
        parts += pathText(error.file());
    if (!error.hint().empty())
        parts += asSentence(translated(error.hint()));
    return parts.join(u"\n\n"_s);
}

QString stageText(const Progress& progress)
{
    return fromCore(progress.stage);
}

QString paceText(const Progress& progress)
{
    const QLocale locale;
    const QString unit = fromCore(progress.unit);
    QStringList parts;
    if (progress.total > 0)
        parts += Texts::tr("%1 of %2 %3")
                     .arg(locale.toString(static_cast<qlonglong>(progress.done)),
                          locale.toString(static_cast<qlonglong>(progress.total)), unit)
                     .trimmed();
    if (progress.itemsPerSecond > 0)
        parts +=
            Texts::tr("%1 %2/s").arg(locale.toString(progress.itemsPerSecond, 'f', progress.itemsPerSecond < 10 ? 1 : 0), unit);
    if (progress.secondsLeft >= 0)
        parts += timeLeft(progress.secondsLeft);
    return parts.join(u" · "_s);
}

QString pathText(const std::filesystem::path& path)
{
    return QDir::toNativeSeparators(QFile::decodeName(QByteArray::fromStdString(path.string())));
}

QString absolutePathText(const std::filesystem::path& path)
{
    std::error_code failed;
    const auto absolute = std::filesystem::absolute(path, failed);
    return pathText(failed ? path : absolute);
}

std::filesystem::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QString areaText(std::optional<double> um2)
{
    if (!um2)
        return u"—"_s;
    const QLocale locale;
    if (*um2 >= 1e4)
        return Texts::tr("%1 mm²").arg(locale.toString(*um2 / 1e6, 'f', 2));
    return Texts::tr("%1 µm²").arg(locale.toString(*um2, 'f', 0));
}

} // namespace spacrd
