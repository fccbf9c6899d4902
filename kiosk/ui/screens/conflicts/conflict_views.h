// Conflict views: the cards of the conflict page, and what each choice comes to in words. Pure; any
// thread.
#pragma once

#include "kiosk/desk/conflicts/settlement.h"
#include "kiosk/ui/screens/conflicts/conflict_page.h"
#include "sync/base/texts.h"

namespace stormote {

// Its choices stand in the order of settlements_of().
[[nodiscard]] ConflictCard conflict_card(const EventState& state, const SeenConflict& seen,
                                         const Texts& texts);
// Before something is taken back: what that comes to. Empty where nothing is.
[[nodiscard]] std::string settlement_question(const SeenConflict& seen,
                                              const Settlement& settlement, const Texts& texts);

}  // namespace stormote
