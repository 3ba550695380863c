#include "core/base/sha256.h"

#include "core/base/error.h"
#include "core/base/task.h"

#include <openssl/evp.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <vector>

namespace spacrd {

namespace fs = std::filesystem;

namespace {

class Digest
{
public:
    Digest()
        : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
            throw Error(SPACRD_TR("core", "The SHA-256 of libcrypto could not be started."));
    }

    void add(const void* data, size_t size) { EVP_DigestUpdate(m_context.get(), data, size); }

    std::string hex()
    {
        unsigned char bytes[EVP_MAX_MD_SIZE];
        unsigned int size = 0;
        EVP_DigestFinal_ex(m_context.get(), bytes, &size);
        static const char digits[] = "0123456789abcdef";
        std::string out;
        for (unsigned int i = 0; i < size; ++i) {
            out += digits[bytes[i] >> 4];
            out += digits[bytes[i] & 15];
        }
        return out;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

std::string sha256OfRegularFile(const fs::path& path, const Task& task)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Error(SPACRD_TR("core", "The file cannot be read."), path);
    Digest digest;
    std::vector<char> block(1 << 20);
    while (in) {
        task.check();
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        digest.add(block.data(), static_cast<size_t>(in.gcount()));
    }
    return digest.hex();
}

} // namespace

std::string sha256(std::string_view bytes)
{
    Digest digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

std::string sha256OfFile(const fs::path& path, const Task& task)
{
    if (!fs::is_directory(path))
        return sha256OfRegularFile(path, task);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::string list;
    for (const fs::path& file : files)
        list += file.lexically_relative(path).generic_string() + '\t' + sha256OfRegularFile(file, task) + '\n';
    return sha256(list);
}

} // namespace spacrd
