// DOCX writer: a document as an officer goes on writing it in Word or LibreOffice: headings, lists
// and tables by their styles, a table of contents, page numbers, charts whose look can be changed.
// Pure; any thread. The same document is the same bytes.
//
// Source: ECMA-376, part 1 and 4 (WordprocessingML and DrawingML, transitional).
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"

namespace stormote {

// The table of contents names its headings without pages, which only who lays the document out
// knows: it is right before anybody updates it.
[[nodiscard]] std::string write_docx(const Document& document);

}  // namespace stormote
