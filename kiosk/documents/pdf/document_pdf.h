// Document as PDF: pages on A4 upright that can be printed, read aloud and kept: tagged, with
// bookmarks, contents that lead to their pages, and page numbers. Pure, apart from the fonts and
// texts on the machine; any thread, several at a time.
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"

namespace stormote {

// The same document gives the same bytes on a machine.
[[nodiscard]] std::string write_pdf(const Document& document);

}  // namespace stormote
