#include "widgets/panels/qualitytexts.h"

#include "widgets/panels/qualitypanel.h"

#include <QLocale>
#include <QStringList>

namespace spacrd {

using namespace Qt::StringLiterals;

namespace {

QString percent(double share)
{
    return QualityPanel::tr("%1 %").arg(QLocale().toString(100.0 * share, 'f', 1));
}

} // namespace

QString summaryText(const QualityTotals& totals)
{
    const QLocale locale;
    QStringList parts{
        QualityPanel::tr("<b>%1</b> spots in tissue.").arg(locale.toString(static_cast<qlonglong>(totals.spotsInTissue)))};
    if (totals.medianUmis && totals.medianGenes)
        parts += QualityPanel::tr("Median of <b>%1</b> UMIs and <b>%2</b> genes a spot.")
                     .arg(locale.toString(*totals.medianUmis, 'f', 0), locale.toString(*totals.medianGenes, 'f', 0));
    if (totals.medianMitochondrialPercent)
        parts += QualityPanel::tr("Mitochondrial <b>%1</b>.").arg(percent(*totals.medianMitochondrialPercent / 100.0));
    if (totals.tissueShare) {
        parts += totals.blurredShare
                     ? QualityPanel::tr("The image shows tissue at <b>%1</b>, glass at %2, out of focus %3.")
                           .arg(percent(*totals.tissueShare), percent(*totals.glassShare), percent(*totals.blurredShare))
                     : QualityPanel::tr("The image shows tissue at <b>%1</b>, glass at %2.")
                           .arg(percent(*totals.tissueShare), percent(*totals.glassShare));
    }
    return parts.join(u' ');
}

QString outcomeText(const FilterOutcome& outcome, const QualityFilter& wanted, size_t spots, bool isApplied)
{
    const QLocale locale;
    const auto number = [&](size_t n) { return locale.toString(static_cast<qlonglong>(n)); };
    QStringList reasons;
    if (wanted.minUmis > 0)
        reasons += QualityPanel::tr("%1 by UMIs").arg(number(outcome.byUmis));
    if (wanted.minGenes > 0)
        reasons += QualityPanel::tr("%1 by genes").arg(number(outcome.byGenes));
    if (wanted.maxMitochondrialPercent)
        reasons += QualityPanel::tr("%1 by mitochondrial share").arg(number(outcome.byMitochondria));
    if (wanted.onlyOnTissue)
        reasons += QualityPanel::tr("%1 on glass").arg(number(outcome.byGlass));
    if (wanted.notBlurred)
        reasons += QualityPanel::tr("%1 out of focus").arg(number(outcome.byBlur));
    const QString all = number(spots);
    if (reasons.isEmpty())
        return QualityPanel::tr("No filter is set: all %1 spots are kept.").arg(all);
    if (isApplied)
        return QualityPanel::tr("<b>%1</b> of %2 spots are left out: %3.")
            .arg(number(outcome.dropped), all, reasons.join(u", "_s));
    return QualityPanel::tr("<b>%1</b> of %2 spots would be dropped: %3.")
        .arg(number(outcome.dropped), all, reasons.join(u", "_s));
}

} // namespace spacrd
