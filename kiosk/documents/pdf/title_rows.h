// Title rows: how a document begins: with its title and who publishes it, above the first block or
// on a page of their own. One thread.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/typesetting.h"

namespace stormote {

[[nodiscard]] FlowRows title_rows(const Typesetting& setting, const Document& document);

}  // namespace stormote
