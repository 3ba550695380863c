#pragma once

// Private to core/transcriptome.

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

namespace spacrd {

/// Notices a barcode that is empty or appears twice while a table is read: a table of repetitions, which gzip makes small, ends
/// at the second of them.
class SeenBarcodes
{
public:
    /// `file` is named in errors.
    explicit SeenBarcodes(std::filesystem::path file);

    /// Throws Error naming the line when the barcode is empty or was there before.
    void add(std::string_view barcode, long line);

private:
    std::filesystem::path m_file;
    std::unordered_set<std::string> m_seen;
};

} // namespace spacrd
