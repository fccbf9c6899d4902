// PDF content: the drawing of a page as operators with their operands, and what each belongs to.
// One thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/pdf/qpdf.h"

namespace stormote::testing {

struct PdfOperation {
    std::string name;  // "Tj"
    std::vector<QPDFObjectHandle> operands;
    int mark = -1;             // the number of the marked content that it is in
    bool is_artifact = false;  // or the artifact
    int saved = 0;             // how many graphics states are kept
    std::string font;          // "/f-0-0", of texts
};

[[nodiscard]] std::vector<PdfOperation> operations_of(QPDFObjectHandle page);

// Whether it puts anything on the page.
[[nodiscard]] bool paints(const PdfOperation& operation);

}  // namespace stormote::testing
