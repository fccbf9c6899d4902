// Focus: where the keys lead from one target to another. Pure; any thread.
#pragma once

#include <string>

#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/widgets/screen_record.h"

namespace stormote {

// The id of the target that has the focus after that key: Tab goes on in reading order, an arrow to
// the nearest target that way. Other keys move nothing. Empty: no target has it.
[[nodiscard]] std::string focus_after(const ScreenRecord& record, const std::string& focus_id,
                                      KeyKind key, bool reads_from_right);

}  // namespace stormote
