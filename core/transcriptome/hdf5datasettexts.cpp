// The texts of a dataset.

#include "core/transcriptome/hdf5dataset.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/transcriptome/hdf5textheap.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace spacrd {

namespace {

constexpr size_t longestText = 1 << 16;
constexpr size_t variableTextBytes = Hdf5TextHeap::referenceBytes;

/// Frees the texts of variable length that HDF5 allocated.
class ReadTexts
{
public:
    ReadTexts(hid_t type, hid_t space, std::vector<char*>& texts)
        : m_type(type)
        , m_space(space)
        , m_texts(texts)
    {}
    ~ReadTexts() { H5Dvlen_reclaim(m_type, m_space, H5P_DEFAULT, m_texts.data()); }
    ReadTexts(const ReadTexts&) = delete;
    ReadTexts& operator=(const ReadTexts&) = delete;

private:
    hid_t m_type;
    hid_t m_space;
    std::vector<char*>& m_texts;
};

} // namespace

std::vector<std::string> Hdf5Dataset::strings(const Task& task) const
{
    if (m_kind != Hdf5Kind::text)
        throw Error(Text(SPACRD_TR("core", "The dataset \"%1\" does not hold text."), {m_name}), m_file.path());
    requireStored();
    std::vector<std::string> out;
    try {
        if (H5Tis_variable_str(m_type) > 0)
            readVariableStrings(out, task);
        else
            readFixedStrings(out, task);
    } catch (const std::bad_alloc&) {
        throw Error(Text(SPACRD_TR("core", "There is not enough memory to read the dataset \"%1\"."), {m_name}), m_file.path());
    }
    return out;
}

void Hdf5Dataset::readFixedStrings(std::vector<std::string>& out, const Task& task) const
{
    const size_t width = m_width;
    if (m_count > mostMemoryBytes() / (sizeof(std::string) + width))
        throwTooLarge();
    if (width > longestText)
        throwTooLong();
    const bool spacePadded = H5Tget_strpad(m_type) == H5T_STR_SPACEPAD;
    const hsize_t total = m_shape.empty() ? 1 : m_shape.front();
    const hsize_t perRow = total == 0 ? 0 : m_count / total;
    const hsize_t step = rowsAtOnce(blockValues / width);
    std::vector<char> bytes(static_cast<size_t>(std::min(step, total) * perRow) * width);
    out.reserve(m_count);
    for (hsize_t first = 0; first < total; first += step) {
        task.check();
        const hsize_t rows = std::min(step, total - first);
        if (m_chunk.empty())
            readBlock(m_type, first, rows, bytes.data());
        else if (!readChunkBytes(chunked(), first, rows, bytes.data(), task))
            throwUnreadable();
        for (hsize_t i = 0; i < rows * perRow; ++i) {
            const char* text = bytes.data() + i * width;
            out.emplace_back(text, ::strnlen(text, width));
            while (spacePadded && !out.back().empty() && out.back().back() == ' ')
                out.back().pop_back();
        }
    }
}

/// Rows as they lie in the file, chunked or in one piece; false when they cannot be read or lie in the header.
bool Hdf5Dataset::readStoredRows(hsize_t first, hsize_t rows, std::vector<char>& out, const Task& task) const
{
    const hsize_t rowBytes = m_count / (m_shape.empty() ? 1 : m_shape.front()) * m_width;
    out.resize(static_cast<size_t>(rows * rowBytes));
    if (!m_chunk.empty())
        return readChunkBytes(chunked(), first, rows, out.data(), task);
    const haddr_t address = H5Dget_offset(m_dataset); // counted from the begin of the file
    if (address == HADDR_UNDEF)
        return false;
    const std::vector<unsigned char> bytes = m_file.readBytes(address + first * rowBytes, out.size());
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return bytes.size() == out.size();
}

void Hdf5Dataset::readVariableStrings(std::vector<std::string>& out, const Task& task) const
{
    if (m_count == 0)
        return;
    if (m_chunk.empty() && H5Dget_offset(m_dataset) == HADDR_UNDEF)
        return readCompactStrings(out);
    Hdf5TextHeap heap([this](auto offset, auto count) { return m_file.readBytes(offset, count); }, m_file.userBlock(),
                      mostMemoryBytes());
    const hsize_t total = m_shape.empty() ? 1 : m_shape.front();
    const hsize_t step = rowsAtOnce(blockValues);
    std::vector<char> references;
    hsize_t letters = 0;
    out.reserve(m_count);
    for (hsize_t first = 0; first < total; first += step) {
        if (!readStoredRows(first, std::min(step, total - first), references, task))
            throwUnreadable();
        for (size_t at = 0; at < references.size(); at += variableTextBytes) {
            if (at % (variableTextBytes << 16) == 0)
                task.check();
            const auto text = heap.text(reinterpret_cast<const unsigned char*>(references.data()) + at);
            if (!text)
                throwUnreadable();
            if (letters += text->size(); letters > mostMemoryBytes()) // many places of the dataset may name one text
                throwTooLarge();
            if (text->size() > longestText)
                throwTooLong();
            out.emplace_back(*text);
        }
    }
}

/// Texts whose places are kept in the header of the dataset, at most 64 KiB: HDF5 reads them.
void Hdf5Dataset::readCompactStrings(std::vector<std::string>& out) const
{
    const Hdf5Handle type(H5Tcopy(H5T_C_S1), &H5Tclose);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5Tget_cset(m_type));
    const Hdf5Handle space(H5Screate_simple(1, &m_count, nullptr), &H5Sclose);
    std::vector<char*> texts(m_count, nullptr);
    readBlock(type, 0, m_shape.empty() ? 1 : m_shape.front(), texts.data());
    const ReadTexts freed(type, space, texts);
    hsize_t letters = 0;
    for (const char* text : texts) {
        const size_t length = text ? ::strnlen(text, longestText + 1) : 0;
        if (letters += length; letters > mostMemoryBytes())
            throwTooLarge();
        if (length > longestText)
            throwTooLong();
        out.emplace_back(text ? text : "", length);
    }
}

void Hdf5Dataset::throwTooLong() const
{
    throw Error(Text(SPACRD_TR("core", "A text of the dataset \"%1\" is too long to be a name."), {m_name}), m_file.path());
}

} // namespace spacrd
