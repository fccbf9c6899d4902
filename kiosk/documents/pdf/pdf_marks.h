// PDF marks: the drawing of a page as cairo wrote it, with each mark told apart: content that an
// element of the structure names by its number, or an artifact. Pure; any thread.
//
// Cairo marks what was drawn between the beginning and the end of a tag, but knows no artifacts
// (1.16) or other ones (1.18). So only its marks are used, in their order, and what they say is
// written here. Source: ISO 32000-1, 14.6 and 14.8.2.2.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

// The numbers of contents count from 0 in the order of drawing, artifacts left out. Throws
// std::logic_error where other marks were drawn than the structure knows: the drawing is at fault.
[[nodiscard]] std::string rewrite_marks(std::string_view content,
                                        const PdfStructure::PageMarks& marks,
                                        const PdfStructure& structure);

}  // namespace stormote
