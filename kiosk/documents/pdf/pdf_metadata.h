// PDF metadata: what a file says of itself as a whole: title, publisher, dates and language, for
// people and for archives, and which colours its numbers mean. Pure; any thread.
//
// Source: ISO 32000-1, 14.3 and 14.11.5; ISO 16684-1 (XMP); ISO 19005-2, 6.2.3, 6.6 and 6.7.
#pragma once

#include "kiosk/documents/pdf/pdf_completion.h"
#include "kiosk/documents/pdf/qpdf.h"

namespace stormote {

void add_metadata(QPDF& document, const PdfDescription& description);

}  // namespace stormote
