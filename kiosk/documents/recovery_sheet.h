// Recovery sheet: an event's root key on paper, as words and a QR code, for a safe. Pure, any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/texts.h"

namespace stormote {

// The bytes of a PDF of one page.
[[nodiscard]] std::string write_recovery_sheet(std::string_view event_name, std::string_view code,
                                               const Texts& texts);

}  // namespace stormote
