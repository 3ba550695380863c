#include "tests/sample/openinchild.h"

#include <iostream>

/// Prints what is said of every malformed section, as a table in Markdown for the release note.
namespace {

using namespace spacrd::test;

/// The line with the temporary folder taken out of its path.
std::string withoutFolder(const Outcome& outcome)
{
    const size_t place = outcome.line.find(" — ");
    if (place == std::string::npos)
        return outcome.line;
    const size_t slash = outcome.file.rfind('/');
    const std::string name = slash == std::string::npos ? outcome.file : outcome.file.substr(slash + 1);
    const size_t hint = place + std::string(" — ").size() + outcome.file.size();
    return outcome.line.substr(0, place) + " — " + (name.size() > 60 ? name.substr(0, 60) + "…" : name)
           + (hint <= outcome.line.size() ? outcome.line.substr(hint) : std::string());
}

std::string cell(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '|')
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

} // namespace

int main()
{
    std::cout << "| section | what is said |\n| --- | --- |\n";
    for (const MalformedSection& section : malformedSections()) {
        const Outcome outcome = openInChild(section);
        const std::string said = !outcome.death.empty() ? "(died: " + outcome.death + ")"
                                 : outcome.line.empty() ? "(opens: " + std::to_string(outcome.spots) + " spots, "
                                                              + std::to_string(outcome.genes) + " genes)"
                                                        : withoutFolder(outcome);
        std::cout << "| " << cell(section.name) << " | " << cell(said) << " |\n";
    }
    return 0;
}
