#pragma once

#include "tests/transcriptome/fixtures.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Sections that are wrong in one way each, and some that only look so; without Qt, since the fuzz targets start from their
/// files.
namespace spacrd::test {

/// How opening must end: in a sentence that holds `sentence`, or, where that is empty, in a section of this content.
struct Expected
{
    std::string sentence;
    size_t spots = 0;
    size_t genes = 0;
    double counts = 0.0; ///< the sum of all
};

Expected refused(const std::string& partOfTheSentence);
Expected opens(size_t spots, size_t genes, double counts);
/// The section of tinyTenx().
Expected opensWhole();

using WriteFiles = std::function<void(const std::filesystem::path& folder)>;

struct MalformedSection
{
    std::string name; ///< "MatrixMarket: no banner"
    WriteFiles write;
    std::string path; ///< what is opened, in the folder; empty: the folder itself
    Expected expected;
};

using MalformedSections = std::vector<MalformedSection>;

MalformedSections malformedSections();

/// Contents of the files that the cases write whose names end so; each once, none longer than 64 KiB.
std::vector<std::string> filesOfCases(const std::string& ending);

// What malformedSections() puts together; a new format adds its function here and in the table there.
MalformedSections malformedTenxHdf5();
MalformedSections malformedHdf5Storage(); ///< the same files, wrong in how HDF5 keeps them
MalformedSections malformedTenxMtx();
MalformedSections malformedPositions(); ///< and scale factors
MalformedSections malformedLegacySt();
MalformedSections malformedSamples(); ///< sample files, and paths that are no files

// Pieces of cases.

/// An `outs` folder whose HDF5 matrix is spoilt.
WriteFiles outs(const std::function<void(TenxParts&)>& spoil);
/// An `outs` folder in order, with one file written anew (or besides).
WriteFiles outsWith(const std::string& file, const std::string& bytes);
/// `piece`, `times` times.
std::string repeated(const std::string& piece, size_t times);
/// The text with another line ending.
std::string withLineEnds(const std::string& text, const std::string& lineEnd);

} // namespace spacrd::test
