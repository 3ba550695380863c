#pragma once

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/base/text.h"

#include <QString>

#include <filesystem>
#include <optional>

namespace spacrd {

/// A sentence of core in the window's language, its arguments filled in.
QString translated(const Text& text);

/// What went wrong, then the file and what to do about it, each in a paragraph of its own; plain text.
QString errorText(const Error& error);

/// The name of a stage in the window's language: "Reading counts".
QString stageText(const Progress& progress);

/// "1,200 of 4,992 spots · 340 spots/s · about 12 s left", without what is not known yet.
QString paceText(const Progress& progress);

/// A file or folder as people read it, and back.
QString pathText(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);
/// The absolute path as people read it, by which something is known from one run to the next; as it is where there is none.
QString absolutePathText(const std::filesystem::path& path);

/// "0.42 mm²" or "8,100 µm²"; "—" when the scale is not known.
QString areaText(std::optional<double> um2);

} // namespace spacrd
