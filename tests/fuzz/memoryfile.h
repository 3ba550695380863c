#pragma once

#include <filesystem>
#include <string_view>

namespace spacrd::fuzz {

/// A file that lives in memory, for readers that take a path.
class MemoryFile
{
public:
    explicit MemoryFile(std::string_view bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::filesystem::path path() const;

private:
    int m_descriptor;
};

} // namespace spacrd::fuzz
