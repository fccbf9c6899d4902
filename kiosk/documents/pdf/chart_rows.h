// Chart rows: a chart of bars as rows of a document, and as a picture with an alternative text for
// who cannot see it. One thread.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/typesetting.h"

namespace stormote {

[[nodiscard]] FlowRows chart_rows(const Typesetting& setting, const BarChart& chart,
                                  PdfElementId parent);

}  // namespace stormote
