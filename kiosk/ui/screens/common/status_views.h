// Status views: how things stand with the central store, with what does not fit together and with
// what waits, in words for staff and organiser. The state must stand still meanwhile. The screen
// thread.
#pragma once

#include <optional>

#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "sync/base/texts.h"

namespace stormote {

// How things stand with the central store, in plain words.
[[nodiscard]] StoreView store_view(const std::optional<SyncStatus>& status, const Texts& texts);

// What does not fit together, in a sentence.
[[nodiscard]] std::string conflict_text(const EventState& state, const Conflict& conflict,
                                        const Texts& texts);

// "3 svar väntar här till slutet."
[[nodiscard]] std::string waiting_text(std::size_t count, const Texts& texts);

}  // namespace stormote
