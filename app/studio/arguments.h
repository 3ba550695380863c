#pragma once

#include "app/studio/engine.h"

#include <QStringList>

namespace spacrd {

/// What the program was started with.
struct Arguments
{
    bool demo = false;
    bool detect = false;
    QString model;
    bool byProcessor = false;    ///< no graphics card is asked for
    bool byImitatedCard = false; ///< one that the processor imitates will do
    std::optional<OpenRequest> open;
};

/// Reads the command line; prints help, the version or a sentence about a mistake and ends the program where these are due.
/// `words` begin with the program's name.
Arguments readArguments(const QStringList& words);

/// True when only help or the version is wanted, for which there need not be a display.
bool wantsOnlyText(int argc, char** argv);

} // namespace spacrd
