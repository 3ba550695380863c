#include "app/cli/encoders.h"

#include "core/base/atomicfile.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/table.h"

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace spacrd::cli {

namespace fs = std::filesystem;

namespace {

fs::path trustFile()
{
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const fs::path folder = config && *config ? fs::path(config) : fs::path(home ? home : ".") / ".config";
    return folder / "spacrd-studio" / "trusted-encoders";
}

/// One hash a line.
std::string trustedHashes()
{
    constexpr size_t maximumBytes = 1 << 20;
    return fs::exists(trustFile()) ? readText(trustFile(), maximumBytes) : std::string();
}

void remember(const std::string& hash, const std::string& trusted)
{
    std::error_code code;
    fs::create_directories(trustFile().parent_path(), code);
    writeFile(trustFile(), trusted + hash + "\n");
}

} // namespace

void addEncoderOptions(CLI::App& command, EncoderOptions& options, const std::string& description)
{
    command.add_option("--encoder", options.name, description)->type_name("NAME");
    command
        .add_option("--trust-encoder", options.trust,
                    "SHA-256 of a TorchScript encoder you trust; asked for once a file, because reading one can run code")
        ->type_name("SHA256");
}

bool isEncoderFile(const std::string& name)
{
    return !name.empty() && name != "builtin" && name != "none";
}

void requireTrust(const EncoderOptions& options, const Task& task)
{
    if (!isEncoderFile(options.name))
        return;
    if (!fs::is_regular_file(options.name))
        throw Error(SPACRD_TR("core", "There is no encoder file of that name."), options.name,
                    SPACRD_TR("core", "name builtin or a TorchScript file"));
    const std::string hash = sha256OfFile(options.name, task);
    const std::string trusted = trustedHashes();
    if (trusted.find(hash) != std::string::npos)
        return;
    if (!options.trust.empty() && options.trust != hash)
        throw Error(Text(SPACRD_TR("core", "The encoder's SHA-256 is %1 and not the one you trust."), {hash}), options.name);
    if (options.trust.empty())
        throw Error(Text(SPACRD_TR("core", "The encoder is not trusted yet; its SHA-256 is %1."), {hash}), options.name,
                    Text(SPACRD_TR("core", "a TorchScript file can run code; if you trust it, add --trust-encoder %1"), {hash}));
    remember(hash, trusted);
}

std::unique_ptr<Encoder> openEncoder(const EncoderOptions& options, const Task& task)
{
    requireTrust(options, task);
    return makeEncoder(options.name);
}

} // namespace spacrd::cli
