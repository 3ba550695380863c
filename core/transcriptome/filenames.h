#pragma once

// Private to core/transcriptome: finding files whose names carry a sample's prefix.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spacrd {

/// Files in `folder` (not below) named `name` or `<anything>_<name>`, each also with ".gz": exact names first, then by
/// name. Empty when there is none or the folder cannot be listed. Never throws.
std::vector<std::filesystem::path> filesNamed(const std::filesystem::path& folder, std::string_view name);
/// The same for sub-folders.
std::vector<std::filesystem::path> foldersNamed(const std::filesystem::path& folder, std::string_view name);

/// The one of `candidates` (from the functions above) that belongs to the sample whose names begin with `prefix`: the one
/// of that prefix, else the one without any, else (when `prefix` is empty) the only one. All Visium slides share their
/// barcodes, so another sample's file would fit without an error: nothing is taken when in doubt.
std::filesystem::path oneOf(const std::vector<std::filesystem::path>& candidates, std::string_view name,
                            std::string_view prefix = {});

/// What stands before `name` in a path's file name: "sample_" for "x/sample_counts.tsv.gz" and "counts.tsv"; empty when
/// the file name does not end so.
std::string prefixBefore(const std::filesystem::path& path, std::string_view name);

} // namespace spacrd
