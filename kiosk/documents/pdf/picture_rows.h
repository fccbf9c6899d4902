// Picture rows: pictures beside each other as one row, each a figure with its meaning, and their
// captions below them. One thread.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/typesetting.h"

namespace stormote {

// What is no picture that can be read is left out.
[[nodiscard]] FlowRows picture_rows(const Typesetting& setting, const FigureRow& pictures,
                                    PdfElementId parent);

}  // namespace stormote
