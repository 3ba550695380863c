// The attributes of a file's groups and datasets.

#include "core/transcriptome/hdf5attribute.h"
#include "core/transcriptome/hdf5file.h"
#include "core/transcriptome/hdf5messages.h"
#include "core/transcriptome/hdf5textheap.h"

#include <array>
#include <cstring>

namespace spacrd {

namespace {

constexpr size_t longestAttribute = 1 << 12;

} // namespace

/// The place of a text of variable length as it lies in the header of its object. Nothing when it does not lie there; empty when
/// the object has so many attributes that they lie in a heap.
std::optional<std::vector<unsigned char>> Hdf5File::placeOfText(const std::string& object, const std::string& attribute) const
{
    std::optional<std::vector<unsigned char>> place;
    const HeaderState state = visitHeader(object, [&](Hdf5MessageType type, Hdf5Fields message) {
        const auto found = type == Hdf5MessageType::attribute ? attributeIn(message) : std::nullopt;
        if (found && found->name == attribute && found->data.size() >= Hdf5TextHeap::referenceBytes)
            place.emplace(found->data.begin(), found->data.end());
        else if (const auto storage = type == Hdf5MessageType::attributeInfo ? attributeInfoIn(message) : std::nullopt;
                 storage && storage->heap != noHdf5Address && !place)
            place.emplace();
        return HeaderState::sound;
    });
    return state == HeaderState::sound ? place : std::nullopt;
}

std::optional<std::string> Hdf5File::textAttribute(const std::string& object, const std::string& attribute) const
{
    const Hdf5Handle opened(H5Aopen_by_name(m_file, object.c_str(), attribute.c_str(), H5P_DEFAULT, m_access), &H5Aclose);
    if (!opened.valid())
        return std::nullopt;
    const Hdf5Handle type(H5Aget_type(opened), &H5Tclose);
    const Hdf5Handle space(H5Aget_space(opened), &H5Sclose);
    if (!type.valid() || !space.valid() || H5Tget_class(type) != H5T_STRING || H5Sget_simple_extent_npoints(space) != 1)
        return std::nullopt;
    if (H5Tis_variable_str(type) > 0) {
        // HDF5 would trust what lies at the place.
        const auto place = placeOfText(object, attribute);
        if (!place)
            return std::nullopt;
        if (!place->empty()) {
            Hdf5TextHeap heap(m_readBytes, userBlock(), m_bytes);
            const auto text = heap.text(place->data());
            return text ? std::optional(std::string(text->substr(0, longestAttribute))) : std::nullopt;
        }
        const Hdf5Handle memory(H5Tcopy(H5T_C_S1), &H5Tclose);
        H5Tset_size(memory, H5T_VARIABLE);
        H5Tset_cset(memory, H5Tget_cset(type));
        char* text = nullptr;
        if (H5Aread(opened, memory, &text) < 0 || !text)
            return std::nullopt;
        std::string copy(text, ::strnlen(text, longestAttribute));
        H5free_memory(text);
        return copy;
    }
    const size_t width = H5Tget_size(type);
    if (width == 0 || width > longestAttribute)
        return std::nullopt;
    std::string text(width, '\0');
    if (H5Aread(opened, type, text.data()) < 0)
        return std::nullopt;
    text.resize(::strnlen(text.data(), width));
    return text;
}

std::vector<std::int64_t> Hdf5File::numberAttribute(const std::string& object, const std::string& attribute) const
{
    const Hdf5Handle opened(H5Aopen_by_name(m_file, object.c_str(), attribute.c_str(), H5P_DEFAULT, m_access), &H5Aclose);
    if (!opened.valid())
        return {};
    const Hdf5Handle type(H5Aget_type(opened), &H5Tclose);
    const Hdf5Handle space(H5Aget_space(opened), &H5Sclose);
    std::array<std::int64_t, 8> values{};
    const hssize_t count = space.valid() ? H5Sget_simple_extent_npoints(space) : 0;
    if (!type.valid() || H5Tget_class(type) != H5T_INTEGER || count < 1 || static_cast<size_t>(count) > values.size()
        || H5Aread(opened, H5T_NATIVE_INT64, values.data()) < 0)
        return {};
    return {values.begin(), values.begin() + count};
}

} // namespace spacrd
