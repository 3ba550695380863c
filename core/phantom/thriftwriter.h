#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace spacrd::phantom {

/// A number in groups of seven bits, lowest first (LEB128).
std::string varint(std::uint64_t value);

/// Writes the fields of one struct in Thrift's compact protocol, in the order of their numbers; Parquet's metadata are so.
class ThriftWriter
{
public:
    void boolean(int id, bool value);
    void int8(int id, std::int8_t value);
    void int32(int id, std::int32_t value);
    void int64(int id, std::int64_t value);
    void binary(int id, const std::string& value);
    void structure(int id, const ThriftWriter& value);
    void int32List(int id, const std::vector<std::int32_t>& values);
    void binaryList(int id, const std::vector<std::string>& values);
    void structureList(int id, const std::vector<ThriftWriter>& values);

    /// The fields so far with the mark that none follows.
    std::string end() const { return m_bytes + '\0'; }

private:
    void field(int id, int type);
    void listHead(int id, size_t size, int element);

    std::string m_bytes;
    int m_last = 0;
};

} // namespace spacrd::phantom
