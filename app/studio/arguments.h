#pragma once

#include "app/studio/engine.h"

#include <QString>

class QCoreApplication;

namespace spacrd {

/// What the program was started with.
struct Arguments
{
    bool demo = false;
    bool detect = false;
    QString model;
    std::optional<OpenRequest> open;
};

/// Reads the command line; prints help, the version or a sentence about a mistake and ends the program where these are due.
Arguments readArguments(const QCoreApplication& application);

} // namespace spacrd
