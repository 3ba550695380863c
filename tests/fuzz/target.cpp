#include "tests/fuzz/target.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace spacrd::fuzz {

namespace {

constexpr char separator = '\x1e';

} // namespace

void isTrue(bool claim)
{
    if (!claim)
        std::abort();
}

void errorsAreFine(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        isTrue(std::strchr(error.what(), '\n') == nullptr && !error.sentence().empty());
    }
}

std::vector<std::string_view> partsOf(std::string_view bytes, size_t count)
{
    std::vector<std::string_view> parts;
    while (parts.size() < count) {
        const size_t end = parts.size() + 1 < count ? std::min(bytes.find(separator), bytes.size()) : bytes.size();
        parts.push_back(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return parts;
}

std::string joinedParts(const std::vector<std::string>& parts)
{
    std::string bytes;
    for (size_t i = 0; i < parts.size(); ++i)
        bytes += (i > 0 ? std::string(1, separator) : std::string()) + parts[i];
    return bytes;
}

} // namespace spacrd::fuzz
