// PDF marks: the drawing of a page as cairo wrote it, with each mark told apart: content that an
// element of the structure names by its number, or an artifact. Pure; any thread.
//
// Cairo has tags of its own, but knows no artifacts (1.16), or marks words alone and no pictures
// (1.18). So each mark begins with a box too small to be seen, which cairo writes like any other,
// and which is taken out again here. Source: ISO 32000-1, 14.6 and 14.8.2.2.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

// In points, at the upper left corner of the page; a whole number of cairo's steps.
constexpr double mark_box_width = 3.0 / 256;
constexpr double mark_box_height = 5.0 / 256;

// The numbers of contents count from 0 in the order of drawing, artifacts left out. Throws
// std::logic_error where other marks were drawn than the structure knows: the drawing is at fault.
[[nodiscard]] std::string rewrite_marks(std::string_view content,
                                        const PdfStructure::PageMarks& marks,
                                        const PdfStructure& structure);

}  // namespace stormote
