#pragma once

#include "core/histology/encoder.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace spacrd::cli {

/// Which encoder a command uses, and the SHA-256 the user vouches for.
struct EncoderOptions
{
    std::string name;  ///< "builtin", "none" or a TorchScript file; empty: not said
    std::string trust; ///< --trust-encoder
};

/// `description` says what --encoder accepts and its default.
void addEncoderOptions(CLI::App& command, EncoderOptions& options, const std::string& description);

/// True when the name is a TorchScript file: neither "builtin" nor "none" nor empty.
bool isEncoderFile(const std::string& name);

/// Reading a TorchScript file can run code from it. So each file, known by its SHA-256, is read only after the user named that
/// hash once; it is then remembered in `$XDG_CONFIG_HOME/spacrd-studio/trusted-encoders` (else under ~/.config).
/// Throws Error naming the hash when the file is not trusted.
void requireTrust(const EncoderOptions& options, const Task& task);

/// The encoder of that name; a file only when it is trusted. Throws Error.
std::unique_ptr<Encoder> openEncoder(const EncoderOptions& options, const Task& task);

} // namespace spacrd::cli
