#include "core/transcriptome/filenames.h"

#include <algorithm>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

bool isNamed(const std::string& file, std::string_view name)
{
    std::string_view stem = file;
    if (stem.ends_with(".gz") && !name.ends_with(".gz"))
        stem.remove_suffix(3);
    if (!stem.ends_with(name))
        return false;
    stem.remove_suffix(name.size());
    return stem.empty() || (stem.ends_with('_') && stem.front() != '.');
}

template <typename Wanted>
std::vector<fs::path> entriesNamed(const fs::path& folder, std::string_view name, Wanted wanted)
{
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        std::error_code ignored;
        if (isNamed(entry->path().filename().string(), name) && wanted(*entry, ignored))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
        const size_t lengthA = a.filename().native().size();
        const size_t lengthB = b.filename().native().size();
        return lengthA != lengthB ? lengthA < lengthB : a < b; // the exact name is the shortest
    });
    return found;
}

} // namespace

std::vector<fs::path> filesNamed(const fs::path& folder, std::string_view name)
{
    return entriesNamed(folder, name,
                        [](const fs::directory_entry& entry, std::error_code& code) { return entry.is_regular_file(code); });
}

std::vector<fs::path> foldersNamed(const fs::path& folder, std::string_view name)
{
    return entriesNamed(folder, name,
                        [](const fs::directory_entry& entry, std::error_code& code) { return entry.is_directory(code); });
}

fs::path oneOf(const std::vector<fs::path>& candidates, std::string_view name, std::string_view prefix)
{
    const auto carries = [&](std::string_view wanted) {
        return std::find_if(candidates.begin(), candidates.end(),
                            [&](const fs::path& path) { return prefixBefore(path, name) == wanted; });
    };
    if (const auto same = carries(prefix); same != candidates.end())
        return *same;
    if (const auto none = carries(""); none != candidates.end())
        return *none;
    return prefix.empty() && candidates.size() == 1 ? candidates.front() : fs::path();
}

std::string prefixBefore(const fs::path& path, std::string_view name)
{
    std::string file = path.filename().string();
    if (!isNamed(file, name))
        return {};
    return file.substr(0, file.rfind(name));
}

} // namespace spacrd
