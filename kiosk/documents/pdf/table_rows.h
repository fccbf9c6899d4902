// Table rows: a table of words as rows of a document. Its cells break into lines, and a row of it
// that is higher than a page goes on on the next. One thread.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/typesetting.h"

namespace stormote {

[[nodiscard]] FlowRows table_rows(const Typesetting& setting, const TextTable& table,
                                  PdfElementId parent);

}  // namespace stormote
