// Export registry: what stands in the one registry of exports, with the function that writes each
// format. Whoever lists or writes exports asks kiosk/documents/exports.h. Pure.
#pragma once

#include <vector>

#include "kiosk/documents/exports.h"

namespace stormote {

// In the order in which they are listed.
[[nodiscard]] std::vector<ExportKind> make_export_kinds();

}  // namespace stormote
