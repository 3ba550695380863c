#include "tests/fuzz/memoryfile.h"

#include "tests/fuzz/target.h"

#include <sys/mman.h>
#include <unistd.h>

namespace spacrd::fuzz {

MemoryFile::MemoryFile(std::string_view bytes)
    : m_descriptor(::memfd_create("fuzz", MFD_CLOEXEC))
{
    isTrue(m_descriptor >= 0 && ::write(m_descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
}

MemoryFile::~MemoryFile()
{
    ::close(m_descriptor);
}

std::filesystem::path MemoryFile::path() const
{
    return "/proc/self/fd/" + std::to_string(m_descriptor);
}

} // namespace spacrd::fuzz
