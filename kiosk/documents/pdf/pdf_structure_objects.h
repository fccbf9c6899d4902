// PDF structure objects: a structure as objects of the file, in place of what cairo has made of its
// marks. Pure; one thread a document.
//
// Source: ISO 32000-1, 12.3.2, 12.5.6.5 and 14.7; attributes from 14.8.5.
#pragma once

#include <vector>

#include "kiosk/documents/pdf/pdf_structure.h"
#include "kiosk/documents/pdf/qpdf.h"

namespace stormote {

// The elements, which of them each mark and link of a page belongs to, and the links themselves.
void add_structure(QPDF& document, const std::vector<QPDFObjectHandle>& pages,
                   const PdfStructure& structure);

// A place to go to: that page with that height, in points from its lower edge, at the top.
[[nodiscard]] QPDFObjectHandle destination(const QPDFObjectHandle& page, double top);

}  // namespace stormote
