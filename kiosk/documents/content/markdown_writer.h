// Markdown writer: a document for programs and pages that take Markdown: CommonMark with the tables
// of GitHub. What people wrote stays words: no character of it becomes markup. Pure; any thread.
//
// Source: CommonMark 0.30, 2.4 (backslash escapes); GitHub Flavored Markdown 0.29, 4.10 (tables).
#pragma once

#include <string>
#include <string_view>

#include "kiosk/documents/content/document.h"

namespace stormote {

// UTF-8. The title is the only heading of level 1; a chart is its title, its meaning and a table.
// A table of contents and page breaks are left out: they are of pages.
[[nodiscard]] std::string write_markdown(const Document& document);

// A text so that it reads as it stands wherever in a line it is put: line ends become spaces,
// control characters are left out.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace stormote
