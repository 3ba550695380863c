#pragma once

#include "app/studio/engine.h"

#include <QString>

#include <optional>

namespace spacrd {

/// What the fields of the open dialog hold.
struct SampleFields
{
    QString path;
    QString slide;
    QString positions;
    QString spots;
    bool withoutSlide = false;
    QString scale;
};

/// What the open dialog says of them. Hints may be empty.
struct SampleTexts
{
    QString recognised;
    QString slideHint;
    QString positionsHint;
    QString problem; ///< why it cannot be opened as it is; empty when it can
};

/// `look` is what was found where the fields point; nothing while that is being looked at.
SampleTexts sampleTexts(const SampleFields& fields, const std::optional<RequestLook>& look);

/// A number above 0, written the user's way or with a decimal point; nothing for other texts.
std::optional<double> scaleOf(const QString& text);

/// "8 µm bins" for Space Ranger's "square_008um"; other names stay.
QString libraryText(const QString& name);

} // namespace spacrd
