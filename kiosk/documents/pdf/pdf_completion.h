// PDF completion: what cairo cannot say of a PDF that it has drawn: its structure with languages
// and alternative texts, title, dates, bookmarks, links, and all that makes it a document for the
// archive: PDF/A-2a. Which of its clauses hold is checked by the rules of
// tests/support/documents/archive_rules.cpp, a row a clause. Pure; any thread.
//
// Source: ISO 32000-1, 12.3, 12.5 and 14.7 to 14.9; ISO 19005-2; PDF Techniques for WCAG 2.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

// A bookmark.
struct PdfOutlineEntry {
    std::string title;
    int level = 1;
    std::size_t page = 0;
    double top = 0;  // in points from the lower edge
};

struct PdfDescription {
    std::string title;
    std::string language;     // of the whole: "sv"
    std::string publisher{};  // may be empty
    // Milliseconds since 1970 UTC; nothing: no date is written.
    std::optional<std::int64_t> dated_ms{};
    std::vector<PdfOutlineEntry> outline{};
};

// The same PDF with all of that. Throws std::logic_error where its pages have other marks than the
// structure: the drawing is at fault.
[[nodiscard]] std::string complete_pdf(const std::string& pdf, const PdfStructure& structure,
                                       const PdfDescription& description);

}  // namespace stormote
