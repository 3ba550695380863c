#include "tests/transcriptome/malformedtables.h"

#include "tests/transcriptome/parquetwriter.h"

namespace spacrd::test {

namespace {

using Cases = std::vector<MalformedTable>;
using Change = std::function<void(TableParts&)>;

const std::string column = "Parquet column \"column\"";

/// Four rows of one column, one page.
TableParts table(std::int32_t type, std::int32_t encoding, const std::string& body)
{
    ColumnParts only{.name = "column", .type = type};
    only.groups = {{{.values = 4, .encoding = encoding, .body = body}}};
    TableParts parts;
    parts.groupRows = {4};
    parts.columns = {only};
    return parts;
}

TableParts integers()
{
    return table(parquet::int32, parquet::plain, plainValues(std::vector<std::int32_t>{1, 2, 3, 4}));
}

TableParts texts()
{
    return table(parquet::bytes, parquet::plain, plainValues(std::vector<std::string>{"a", "b", "c", "d"}));
}

/// Four rows that may be null, with levels of one run.
TableParts nullable()
{
    TableParts parts = integers();
    parts.columns[0].repetition = 1;
    parts.columns[0].groups[0][0].levels = hybrid({1, 1, 1, 1}, 1);
    return parts;
}

/// A dictionary of two numbers and four indices.
TableParts indexed(const std::string& indices)
{
    TableParts parts = table(parquet::int32, parquet::dictionary, indices);
    auto& pages = parts.columns[0].groups[0];
    pages.insert(pages.begin(),
                 {.kind = parquet::dictionaryPage, .values = 2, .body = plainValues(std::vector<std::int32_t>{7, 8})});
    return parts;
}

PageParts& page(TableParts& parts)
{
    return parts.columns[0].groups[0].back();
}

std::string changed(TableParts parts, const Change& change)
{
    change(parts);
    return parts.bytes();
}

MalformedTable of(const std::string& name, const std::string& sentence, TableParts (*parts)(), const Change& change)
{
    return {name, sentence, [=] { return changed(parts(), change); }};
}

MalformedTable ofValues(const char* name, const std::string& sentence, std::int32_t type, std::int32_t encoding,
                        const std::string& body)
{
    return {name, sentence, [=] { return table(type, encoding, body).bytes(); }};
}

MalformedTable ofFooter(const char* name, const std::string& sentence, const std::string& footer)
{
    return of(name, sentence, integers,
              [=](TableParts& parts) { parts.changeFooter = [=](std::string& text) { text = footer; }; });
}

std::string withoutEnd(size_t bytes, const std::string& instead)
{
    std::string file = integers().bytes();
    file.resize(file.size() - bytes);
    return file + instead;
}

void addFiles(Cases& cases)
{
    const std::string noTable = "not a Parquet table, or it is cut short";
    cases.push_back({"empty", noTable, [] { return std::string(); }});
    cases.push_back({"magic bytes alone", noTable, [] { return std::string("PAR1PAR1"); }});
    cases.push_back({"text", noTable, [] { return std::string("barcode,in_tissue,array_row,array_col\n"); }});
    cases.push_back({"cut by a byte", noTable, [] { return withoutEnd(1, ""); }});
    cases.push_back({"another start", noTable, [] { return 'X' + integers().bytes().substr(1); }});
    cases.push_back({"encrypted", "The Parquet table is encrypted", [] { return withoutEnd(4, "PARE"); }});
    cases.push_back({"footer longer than the file", "footer claims 4294967295 bytes, more than the file holds",
                     [] { return withoutEnd(8, word(0xffffffff) + "PAR1"); }});
    cases.push_back({"footer over the whole file", "footer", [] {
                         const std::string bytes = integers().bytes();
                         return bytes.substr(0, bytes.size() - 8) + word(static_cast<std::uint32_t>(bytes.size() - 12)) + "PAR1";
                     }});
}

void addFooters(Cases& cases)
{
    const std::string damaged = "footer, which describes its columns, is damaged";
    cases.push_back(ofFooter("footer without a byte", damaged, ""));
    cases.push_back(ofFooter("footer of ones", damaged, std::string(40, '\xff')));
    cases.push_back(ofFooter("footer nested without end", damaged, std::string(100'000, '\x1c')));
    cases.push_back(ofFooter("lists nested without end", damaged, '\x19' + std::string(100'000, '\x19')));
    cases.push_back(ofFooter("list longer than the footer", damaged, "\x29\xfc\xff\xff\xff\xff\x07"));
    cases.push_back(ofFooter("text longer than the footer", damaged, "\x68\xff\xff\xff\xff\x07"));
    cases.push_back(ofFooter("number without end", damaged, '\x36' + std::string(12, '\xff')));
    cases.push_back(ofFooter("schema is a number", damaged, std::string("\x25\x02\0", 3)));
    cases.push_back(ofFooter("unknown field type", damaged, "\x2f"));
    cases.push_back(ofFooter("no schema", "lacks the field \"schema\"", std::string("\x15\x04\0", 3)));
    cases.push_back(ofFooter("no rows", "lacks the field \"num_rows\"", std::string("\x29\x0c\0", 3)));
    cases.push_back(ofFooter("no row groups", "lacks the field \"row_groups\"", std::string("\x29\x0c\x16\x02\0", 5)));
    cases.push_back(ofFooter("empty schema", "schema is damaged", std::string("\x29\x0c\x16\0\x19\x0c\0", 7)));
    cases.push_back(of("more rows than row groups", "\"num_rows\" says 5, its row groups say otherwise", integers,
                       [](TableParts& parts) { parts.claimedRows = 5; }));
    cases.push_back(
        of("fewer rows than row groups", "\"num_rows\" says 3", integers, [](TableParts& parts) { parts.claimedRows = 3; }));
    cases.push_back(of("negative rows", "\"num_rows\" says -4", integers, [](TableParts& parts) { parts.groupRows = {-4}; }));
    cases.push_back(of("rows beyond 63 bits", "\"num_rows\" says", integers, [](TableParts& parts) {
        parts.groupRows = {std::int64_t(1) << 62, std::int64_t(1) << 62};
        parts.columns[0].groups.push_back(parts.columns[0].groups[0]);
        parts.claimedRows = 0;
    }));
    cases.push_back(of("row group of fewer columns", "has 0 columns where its schema has 1", integers,
                       [](TableParts& parts) { parts.columns[0].withoutChunk = true; }));
    cases.push_back(
        of("schema of more columns", "schema is damaged", integers, [](TableParts& parts) { parts.claimedColumns = 2; }));
    cases.push_back(of("negative columns", "schema is damaged", integers, [](TableParts& parts) { parts.claimedColumns = -1; }));
    cases.push_back(ofFooter("column without a name", damaged, std::string("\x29\x1c\0\0", 4)));
    cases.push_back(of("unknown type", column + " has a type that this version does not know", integers,
                       [](TableParts& parts) { parts.columns[0].type = 9; }));
    cases.push_back(of("unknown repetition", column + " is neither required, optional nor repeated", integers,
                       [](TableParts& parts) { parts.columns[0].repetition = 7; }));
}

void addColumns(Cases& cases)
{
    const std::string unread = column + " is of a type that this version does not read";
    cases.push_back(
        of("no such column", "no column named \"column\"", integers, [](TableParts& parts) { parts.columns[0].name = "colum"; }));
    cases.push_back(of("column twice", "two columns named \"column\"", integers,
                       [](TableParts& parts) { parts.columns.push_back(parts.columns[0]); }));
    cases.push_back(of("repeated", unread, integers, [](TableParts& parts) { parts.columns[0].repetition = 2; }));
    cases.push_back(of("INT96", unread, integers, [](TableParts& parts) { parts.columns[0].type = parquet::int96; }));
    cases.push_back(of("decimal", unread, integers, [](TableParts& parts) { parts.columns[0].converted = 5; }));
    cases.push_back(of("decimal in the new way", unread, integers, [](TableParts& parts) { parts.columns[0].logical = 5; }));
    cases.push_back(of("fixed length of zero", column + " has texts of an impossible length", integers,
                       [](TableParts& parts) { parts.columns[0].type = parquet::fixedBytes; }));
    cases.push_back(of("fixed length below zero", column + " has texts of an impossible length", integers, [](TableParts& parts) {
        parts.columns[0].type = parquet::fixedBytes;
        parts.columns[0].fixedLength = -4;
    }));
    cases.push_back(of("LZO", column + " is compressed with LZO", integers,
                       [](TableParts& parts) { parts.columns[0].codec = parquet::lzo; }));
    cases.push_back(
        of("unknown codec", column + " is compressed with 77", integers, [](TableParts& parts) { parts.columns[0].codec = 77; }));
    cases.push_back(
        of("column encrypted", column + " is encrypted", integers, [](TableParts& parts) { parts.columns[0].encrypted = true; }));
    cases.push_back(of("column elsewhere", column + " is kept in another file", integers,
                       [](TableParts& parts) { parts.columns[0].otherFile = "../../secret"; }));
    for (const std::int64_t offset : {std::int64_t(-9), std::int64_t(0), std::int64_t(3), std::int64_t(1) << 40, INT64_MAX}) {
        cases.push_back(of("pages from " + std::to_string(offset) + " on", "which do not lie in the file", integers,
                           [offset](TableParts& parts) { parts.columns[0].claimedOffset = offset; }));
    }
    for (const std::int64_t bytes : {std::int64_t(-1), std::int64_t(1) << 40, INT64_MAX}) {
        cases.push_back(of("pages of " + std::to_string(bytes) + " bytes", "which do not lie in the file", integers,
                           [bytes](TableParts& parts) { parts.columns[0].claimedBytes = bytes; }));
    }
    cases.push_back(of("another path", "has another column than the schema where \"column\"", integers,
                       [](TableParts& parts) { parts.columns[0].claimedPath = "other"; }));
    cases.push_back(of("another type", "has another column than the schema where \"column\"", integers,
                       [](TableParts& parts) { parts.columns[0].claimedType = parquet::bytes; }));
    cases.push_back(of("another number of values", column + " has 9 values in a row group of 4 rows", integers,
                       [](TableParts& parts) { parts.columns[0].claimedValues = 9; }));
}

void addPages(Cases& cases)
{
    const std::string header = "A page header of the " + column + " is damaged";
    cases.push_back(of("page longer than its place", "claims 1073741824 bytes, more than its place holds", integers,
                       [](TableParts& parts) { page(parts).claimedBytes = 1 << 30; }));
    cases.push_back(of("page of negative length", header, integers, [](TableParts& parts) { page(parts).claimedBytes = -1; }));
    cases.push_back(
        of("negative uncompressed length", header, integers, [](TableParts& parts) { page(parts).claimedUncompressed = -1; }));
    cases.push_back(of("negative values", header, integers, [](TableParts& parts) { page(parts).values = -1; }));
    cases.push_back(of("unknown kind of page", header, integers, [](TableParts& parts) { page(parts).claimedKind = 9; }));
    cases.push_back(of("kind of page and its description differ", header, integers,
                       [](TableParts& parts) { page(parts).claimedKind = parquet::dataV2; }));
    cases.push_back(of("page header cut short", header, integers, [](TableParts& parts) { parts.columns[0].claimedBytes = 3; }));
    cases.push_back(of("levels longer than the page", header, nullable, [](TableParts& parts) {
        page(parts).kind = parquet::dataV2;
        page(parts).claimedLevels = 1000;
    }));
    cases.push_back(
        of("other checksum", "differs from its checksum", integers, [](TableParts& parts) { page(parts).checksum = 1; }));
    cases.push_back(of("more values than rows", column + " has more values than the table has rows", integers,
                       [](TableParts& parts) { page(parts).values = 5; }));
    cases.push_back(of("fewer values than rows", column + " has fewer values than the table has rows", integers,
                       [](TableParts& parts) { page(parts).values = 3; }));
    cases.push_back(of("no page", column + " has fewer values than the table has rows", integers,
                       [](TableParts& parts) { parts.columns[0].groups[0].clear(); }));
    cases.push_back(of(
        "dictionary alone", column + " has fewer values than the table has rows", [] { return indexed("\1"); },
        [](TableParts& parts) { parts.columns[0].groups[0].pop_back(); }));
}

void addCompression(Cases& cases)
{
    const std::string damaged = "A compressed page of the " + column + " is damaged";
    cases.push_back(of("more than is stored", "claims to hold 1000 bytes in 20, more than it can", texts,
                       [](TableParts& parts) { page(parts).claimedUncompressed = 1000; }));
    cases.push_back(of("more bytes than the values take", "claims 1073741824 bytes for 4 values", integers,
                       [](TableParts& parts) { page(parts).claimedUncompressed = 1 << 30; }));
    for (const std::int32_t codec : {parquet::snappy, parquet::gzip, parquet::zstd}) {
        cases.push_back(of("a bomb under codec " + std::to_string(codec), "claims to hold 1073741824 bytes", texts,
                           [codec](TableParts& parts) {
                               parts.columns[0].codec = codec;
                               page(parts).claimedUncompressed = 1 << 30;
                           }));
        cases.push_back(of("other length under codec " + std::to_string(codec), damaged, texts, [codec](TableParts& parts) {
            parts.columns[0].codec = codec;
            page(parts).claimedUncompressed = 21;
        }));
        cases.push_back(of("shorter length under codec " + std::to_string(codec), damaged, texts, [codec](TableParts& parts) {
            parts.columns[0].codec = codec;
            page(parts).claimedUncompressed = 19;
        }));
        cases.push_back(of("not compressed under codec " + std::to_string(codec), damaged, texts, [codec](TableParts& parts) {
            parts.columns[0].codec = codec;
            page(parts).kind = parquet::dataV2;
            page(parts).compressed = true;
            page(parts).body = compressed(page(parts).body, codec); // compressed twice, and one layer is opened
            page(parts).claimedUncompressed = 20;
        }));
    }
    cases.push_back({"a real bomb", "claims to hold 67108864 bytes", [] {
                         TableParts parts = texts();
                         parts.columns[0].codec = parquet::zstd;
                         page(parts).body = std::string(64 << 20, '\0');
                         return parts.bytes();
                     }});
}

void addValues(Cases& cases)
{
    const std::string ends = "A page of the " + column + " ends before its values do";
    const std::string unread = "are written in a way (encoding ";
    cases.push_back(ofValues("a number too few", ends, parquet::int32, parquet::plain, std::string(15, '\1')));
    cases.push_back(ofValues("no value", ends, parquet::int32, parquet::plain, ""));
    cases.push_back(
        ofValues("a text too few", ends, parquet::bytes, parquet::plain, plainValues(std::vector<std::string>{"a", "b", "c"})));
    cases.push_back(ofValues("text longer than its page", "claims 4294967295 bytes, more than its page holds", parquet::bytes,
                             parquet::plain, word(0xffffffff) + "text"));
    cases.push_back(ofValues("split bytes of no whole number", ends, parquet::float64, parquet::split, std::string(33, '\1')));
    cases.push_back(ofValues("split bytes too few", ends, parquet::float64, parquet::split, std::string(24, '\1')));
    cases.push_back(ofValues("truth values too few", ends, parquet::boolean, parquet::runs, word(1) + "\x06"));
    cases.push_back(ofValues("a truth value of two", "A truth value of the " + column + " is neither 0 nor 1", parquet::boolean,
                             parquet::runs, word(2) + "\x08\x02"));
    cases.push_back(ofValues("run beyond 31 bits", "A run in the " + column + " is longer", parquet::boolean, parquet::runs,
                             word(8) + varint(std::uint64_t(1) << 33) + "\1\1"));
    cases.push_back(ofValues("runs of no values", ends, parquet::boolean, parquet::runs, word(100) + std::string(100, '\0')));
    cases.push_back(ofValues("unknown encoding", unread + "42)", parquet::int32, 42, "1234"));
    cases.push_back(ofValues("numbers written as texts", unread + "7)", parquet::float64, parquet::deltaText, "1234"));
    cases.push_back(ofValues("truth values as differences", unread + "5)", parquet::boolean, parquet::delta, "1234"));
    cases.push_back(
        of("unsigned beyond 63 bits", column + " holds a number beyond 9223372036854775807", integers, [](TableParts& parts) {
            parts.columns[0].type = parquet::int64;
            parts.columns[0].converted = 14;
            page(parts).body = std::string(32, '\xff');
        }));
}

void addDifferences(Cases& cases)
{
    const std::string ends = "A page of the " + column + " ends before its values do";
    const std::string size = "blocks of differences of an impossible size";
    const std::string wide = "holds a number of more than 64 bits";
    const auto add = [&](const char* name, const std::string& sentence, const std::string& body) {
        cases.push_back(ofValues(name, sentence, parquet::int64, parquet::delta, body));
    };
    add("blocks of nothing", size, varint(0) + varint(1) + varint(4) + varint(0));
    add("blocks of no parts", size, varint(128) + varint(0) + varint(4) + varint(0));
    add("parts that do not fit", size, varint(128) + varint(3) + varint(4) + varint(0));
    add("parts of half bytes", size, varint(128) + varint(64) + varint(4) + varint(0));
    add("blocks without end", size, varint(std::uint64_t(1) << 60) + varint(1) + varint(4) + varint(0));
    add("parts without end", ends,
        varint(std::uint64_t(1) << 31) + varint(std::uint64_t(1) << 28) + varint(4) + varint(0) + varint(0) + "\1");
    add("differences of 65 bits", wide, varint(128) + varint(1) + varint(4) + varint(0) + varint(0) + '\x41');
    add("a number without end", wide, std::string(12, '\xff'));
    add("no differences", ends, varint(128) + varint(4) + varint(4) + varint(0));
    add("differences cut short", ends, varint(128) + varint(1) + varint(4) + varint(0) + varint(0) + "\x08\1\1");
    add("fewer numbers than values", ends, differences({1, 2, 3}));
    const auto addTexts = [&](const char* name, const std::string& sentence, std::int32_t encoding, const std::string& body) {
        cases.push_back(ofValues(name, sentence, parquet::bytes, encoding, body));
    };
    addTexts("a negative length", "claims 18446744073709551611 bytes", parquet::deltaLength, differences({1, -5, 1, 1}) + "text");
    addTexts("lengths beyond the page", "claims 99 bytes, more than its page holds", parquet::deltaLength,
             differences({1, 99, 1, 1}) + "text");
    addTexts("lengths without end", ends, parquet::deltaLength,
             varint(128) + varint(4) + varint(std::uint64_t(1) << 60) + varint(0) + varint(0) + std::string(4, '\0'));
    addTexts("shares more than there is", "shares more with the one before", parquet::deltaText,
             differences({0, 2, 0, 0}) + differences({1, 1, 1, 1}) + "abcd");
    addTexts("shares less than nothing", "shares more with the one before", parquet::deltaText,
             differences({0, -2, 0, 0}) + differences({1, 1, 1, 1}) + "abcd");
    cases.push_back(
        {"beginnings that grow without end", "The texts of the " + column + " are longer than this version reads", [] {
             constexpr std::int64_t length = 1 << 17;
             std::vector<std::int64_t> shared(4096, length);
             std::vector<std::int64_t> lengths(4096, 0);
             shared.front() = 0;
             lengths.front() = length;
             TableParts parts = texts();
             parts.groupRows = {4096};
             page(parts).values = 4096;
             page(parts).encoding = parquet::deltaText;
             page(parts).body = differences(shared) + differences(lengths) + std::string(length, 'x');
             return parts.bytes();
         }});
}

void addDictionaries(Cases& cases)
{
    const std::string damaged = "The dictionary of the " + column + " is damaged";
    const auto good = [] { return indexed('\1' + hybrid({0, 1, 1, 0}, 1)); };
    const auto dictionary = [](TableParts& parts) -> PageParts& { return parts.columns[0].groups[0].front(); };
    cases.push_back(ofValues("no dictionary", column + " refers to a dictionary that it does not have", parquet::int32,
                             parquet::dictionary, '\1' + hybrid({0, 1, 1, 0}, 1)));
    cases.push_back({"index beyond the dictionary", column + " is number 3 of a dictionary that has 2", [] {
                         return indexed('\2' + hybrid({0, 1, 2, 0}, 2)).bytes();
                     }});
    cases.push_back({"indices of 33 bits", "The indices of the " + column + " have more than 32 bits",
                     [] { return indexed("\x21\x08").bytes(); }});
    cases.push_back({"indices end", "A page of the " + column + " ends before its values do", [] {
                         return indexed('\1' + hybrid({0, 1}, 1)).bytes();
                     }});
    cases.push_back({"packed indices end", "A page of the " + column + " ends before its values do",
                     [] { return indexed("\x20\x03\1\1").bytes(); }});
    cases.push_back({"an index that misses a byte", "A page of the " + column + " ends before its values do",
                     [] { return indexed("\x20\x08\1\1").bytes(); }});
    cases.push_back(of("dictionary of more than it holds", damaged, good,
                       [=](TableParts& parts) { dictionary(parts).values = 1'000'000'000; }));
    cases.push_back(
        of("dictionary in runs", damaged, good, [=](TableParts& parts) { dictionary(parts).encoding = parquet::runs; }));
    cases.push_back(of("two dictionaries", damaged, good, [](TableParts& parts) {
        auto& pages = parts.columns[0].groups[0];
        pages.insert(pages.begin(), PageParts(pages.front()));
    }));
    cases.push_back(of("dictionary of truth values", damaged, good, [=](TableParts& parts) {
        parts.columns[0].type = parquet::boolean;
        dictionary(parts).values = 1;
    }));
}

void addNulls(Cases& cases)
{
    cases.push_back(of("levels longer than their page", "ends before its values do", nullable, [](TableParts& parts) {
        page(parts).body = word(1000) + page(parts).body;
        page(parts).levels.reset();
    }));
    cases.push_back(of("no levels", "ends before its values do", nullable, [](TableParts& parts) { page(parts).levels = ""; }));
    cases.push_back(of("a level of two", "A value of the " + column + " is neither there nor null", nullable,
                       [](TableParts& parts) { page(parts).levels = "\x08\x02"; }));
    cases.push_back(of("levels of the old kind", "are marked in a way (encoding 4)", nullable,
                       [](TableParts& parts) { page(parts).levelEncoding = parquet::bitPacked; }));
    cases.push_back(of("fewer values than levels", "ends before its values do", nullable,
                       [](TableParts& parts) { page(parts).body.resize(12); }));
}

} // namespace

std::vector<MalformedTable> malformedTables()
{
    Cases cases;
    for (const auto add :
         {addFiles, addFooters, addColumns, addPages, addCompression, addValues, addDifferences, addDictionaries, addNulls})
        add(cases);
    return cases;
}

} // namespace spacrd::test
