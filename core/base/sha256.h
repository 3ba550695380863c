#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace spacrd {

class Task;

/// SHA-256 of `bytes` as 64 lower-case hex digits (FIPS 180-4, by OpenSSL's libcrypto).
std::string sha256(std::string_view bytes);

/// SHA-256 of a file's content, read in blocks; a folder's is that of its files' relative names and hashes in name order.
/// Throws Error when it cannot be read, Cancelled when stopped.
std::string sha256OfFile(const std::filesystem::path& path, const Task& task);

} // namespace spacrd
