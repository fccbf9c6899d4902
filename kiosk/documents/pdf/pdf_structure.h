// PDF structure: what cairo cannot say of a PDF that it has drawn: the language of the whole and of
// its parts, what a picture shows in words, and that a reader shows the title. Pure; any thread.
//
// Source: ISO 32000-1, 14.7 and 14.9; PDF Techniques for WCAG 2.1 (PDF1, PDF16, PDF18, PDF19).
#pragma once

#include <string>
#include <vector>

namespace stormote {

struct PdfStructure {
    std::string title;
    std::string language;              // of the whole: "sv"
    std::vector<std::string> figures;  // what each picture shows, in the order in which they stand
    std::vector<std::string> languages;  // of each section, in their order; empty: of the whole
};

// The same PDF with all of that. Throws std::logic_error where it holds other numbers of figures or
// sections: the drawing is at fault.
[[nodiscard]] std::string complete_pdf(const std::string& pdf, const PdfStructure& structure);

}  // namespace stormote
