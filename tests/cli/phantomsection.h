#pragma once

#include "tests/cli/program.h"

namespace spacrd::test {

/// A small synthetic section and a model trained on it for a moment, both by the program under test.
class PhantomSection
{
public:
    /// Makes both; an Error sentence of the program ends the test program.
    /// With the default epochs the model finds the tumour of this section; fewer are enough where that does not matter.
    explicit PhantomSection(const std::filesystem::path& folder, int epochs = 12);

    QString sample() const { return text(m_folder / "phantom" / "outs"); }
    QString slide() const { return text(m_folder / "phantom" / "slide.tif"); }
    QString labels() const { return text(m_folder / "phantom" / "truth.csv"); }
    QString model() const { return text(m_folder / "model.spacrd"); }
    /// A sample file that names the section and its slide.
    QString sampleFile() const { return text(m_folder / "phantom.json"); }

private:
    std::filesystem::path m_folder;
};

} // namespace spacrd::test
