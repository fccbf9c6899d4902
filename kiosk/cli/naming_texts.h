// Naming texts: texts in which somebody registered is named, on standard error, for an organiser to
// read once more. One thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/cli/command.h"

namespace stormote {

// A line each.
void list_naming_texts(const std::vector<std::string>& texts, const CommandContext& context);

}  // namespace stormote
