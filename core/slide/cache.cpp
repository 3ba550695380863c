#include "core/slide/cache.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/sha256.h"
#include "core/base/task.h"
#include "core/slide/import.h"
#include "core/slide/pyramidwriter.h"
#include "core/slide/refusal.h"
#include "core/slide/slide.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t mostCachedBytes = 20'000'000'000;
constexpr const char* pyramidVersion = "2"; // raise when importImage() writes other pixels for the same image

fs::path variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path();
}

fs::path chosenCacheFolder()
{
    if (fs::path own = variable("SPACRD_CACHE_DIR"); !own.empty())
        return own;
    // The XDG specification: a relative path is to be ignored.
    if (const fs::path cache = variable("XDG_CACHE_HOME"); cache.is_absolute())
        return cache / "spacrd-studio";
    if (const fs::path home = variable("HOME"); home.is_absolute())
        return home / ".cache" / "spacrd-studio";
    throw Error(SPACRD_TR("core", "There is no folder for the cache: HOME is not set."), {},
                SPACRD_TR("core", "name a folder in the environment variable SPACRD_CACHE_DIR"));
}

/// Cached images show patients' tissue: nobody else may look in.
void makePrivateFolder(const fs::path& folder)
{
    std::error_code code;
    if (fs::is_directory(folder, code))
        return;
    fs::create_directories(folder, code);
    if (!code)
        fs::permissions(folder, fs::perms::owner_all, code);
    if (code)
        throw Error(Text(SPACRD_TR("core", "The cache folder cannot be made: %1."), {code.message()}), folder,
                    SPACRD_TR("core", "name another folder in the environment variable SPACRD_CACHE_DIR"));
}

/// SHA-256 of the file's size and of some blocks spread over it: enough to tell a file that was changed without its time
/// changing, and quick for files of many gigabytes.
std::string sampledContent(const fs::path& file, std::uintmax_t size)
{
    constexpr std::uintmax_t blockBytes = 64 * 1024;
    constexpr std::uintmax_t blocks = 32;
    std::ifstream in(file, std::ios::binary);
    std::string content;
    std::string block(blockBytes, '\0');
    const std::uintmax_t step = std::max(blockBytes, size / blocks);
    for (std::uintmax_t at = 0; in && at < size; at += step) {
        in.seekg(static_cast<std::streamoff>(at));
        in.read(block.data(), static_cast<std::streamsize>(std::min(blockBytes, size - at)));
        content.append(block, 0, static_cast<size_t>(in.gcount()));
    }
    if (size > blockBytes && in) {
        in.seekg(static_cast<std::streamoff>(size - blockBytes));
        in.read(block.data(), static_cast<std::streamsize>(blockBytes));
        content.append(block, 0, static_cast<size_t>(in.gcount()));
    }
    return sha256(content);
}

std::string keyOf(const fs::path& image, const std::string& what)
{
    checkIsFile(image);
    std::error_code code;
    const fs::path canonical = fs::canonical(image, code);
    const std::uintmax_t size = code ? 0 : fs::file_size(canonical, code);
    const fs::file_time_type time = code ? fs::file_time_type() : fs::last_write_time(canonical, code);
    if (code)
        throw Error(Text(SPACRD_TR("core", "The file cannot be read: %1."), {code.message()}), image,
                    SPACRD_TR("core", "check that you have permission to read it"));
    const std::string parts[] = {pyramidVersion,
                                 canonical.string(),
                                 std::to_string(size),
                                 std::to_string(time.time_since_epoch().count()),
                                 sampledContent(canonical, size),
                                 what};
    std::string all;
    for (const std::string& part : parts)
        all += part + '\n';
    return sha256(all);
}

bool opens(const fs::path& pyramid)
{
    try {
        openSlide(pyramid);
        return true;
    } catch (const Error& error) {
        spdlog::warn("a cached pyramid is damaged and is made again: {}", error.what());
        return false;
    }
}

struct CachedFile
{
    fs::path path;
    std::uintmax_t size = 0;
    fs::file_time_type used;
};

bool isTemporary(const fs::path& path)
{
    return path.filename().string().starts_with('.');
}

/// Files and folders of temporaries.
std::vector<CachedFile> filesIn(const fs::path& folder)
{
    std::vector<CachedFile> files;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        std::error_code gone;                        // another process may be trimming too
        const bool scratch = it->is_directory(gone); // of a scratch file: an import that crashed left it
        const CachedFile file{it->path(), scratch ? 0 : it->file_size(gone), it->last_write_time(gone)};
        if (!gone && (scratch ? isTemporary(file.path) : it->is_regular_file(gone)))
            files.push_back(file);
    }
    return files;
}

} // namespace

void trimFolder(const fs::path& folder, const fs::path& keep, std::uintmax_t maximumBytes)
{
    std::vector<CachedFile> files = filesIn(folder);
    std::ranges::sort(files, {}, &CachedFile::used);
    std::uintmax_t total = 0;
    for (const CachedFile& file : files)
        total += file.size;
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
    for (const CachedFile& file : files) {
        const bool goes = isTemporary(file.path) ? file.used < yesterday : total > maximumBytes && file.path != keep;
        std::error_code code;
        if (goes && fs::remove_all(file.path, code) > 0 && !code)
            total -= file.size;
    }
}

fs::path cacheFolder()
{
    fs::path folder = fs::absolute(chosenCacheFolder());
    makePrivateFolder(folder);
    return folder;
}

namespace {

/// The file of the cache named `key`, used again or made by `make(target)`.
fs::path pyramidNamed(const std::string& key, const std::function<void(const fs::path&)>& make)
{
    const fs::path folder = cacheFolder() / "pyramids";
    fs::path pyramid = folder / (key + ".tif");
    makePrivateFolder(folder);
    std::error_code code;
    if (fs::exists(pyramid, code) && opens(pyramid)) {
        fs::last_write_time(pyramid, fs::file_time_type::clock::now(), code); // used now: goes last when the cache is full
        return pyramid;
    }
    make(pyramid);
    trimFolder(folder, pyramid, mostCachedBytes);
    return pyramid;
}

void writePyramid(const Image& image, const fs::path& target, Task& task)
{
    AtomicFile file(target);
    task.stage(SPACRD_TR("core", "Writing the pyramid"), image.height, SPACRD_TR("core", "rows"));
    PyramidWriter writer(file.temporary(), image.width, image.height, std::nullopt);
    std::vector<std::uint8_t> row;
    for (int y = 0; y < image.height; ++y) {
        row.clear();
        for (int x = 0; x < image.width; ++x) {
            const std::uint32_t pixel = image.at(x, y);
            for (const int channel : {red(pixel), green(pixel), blue(pixel)})
                row.push_back(static_cast<std::uint8_t>(channel));
        }
        writer.addRows(row);
        task.advanceTo(y + 1);
    }
    writer.finish();
    file.commit();
}

} // namespace

fs::path cachedPyramid(const fs::path& image, const ImportOptions& options, Task& task)
{
    task.check();
    return pyramidNamed(keyOf(image, options.mpp ? std::to_string(*options.mpp) : "-"),
                        [&](const fs::path& target) { importImage(image, target, options, task); });
}

fs::path cachedPyramid(const fs::path& source, const std::string& part, const std::function<Image()>& read, Task& task)
{
    task.check();
    return pyramidNamed(keyOf(source, "part " + part), [&](const fs::path& target) { writePyramid(read(), target, task); });
}

} // namespace spacrd
