// Selection chips: what can be done with the words that are selected in a note, and with those that
// were copied, in the place of the kinds of notes. The screen thread.
#pragma once

#include <optional>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

enum class SelectionAct { copy, cut, paste, nothing };

// While something is selected, or was copied and may be put somewhere else.
[[nodiscard]] bool has_selection_chips(const Composer& composer);
// Within the rectangle, on as many rows as they need.
std::optional<SelectionAct> draw_selection_chips(Ui& ui, Rect rect, const Composer& composer);
// What becomes of the writing; what was copied is left in `copied`.
void take_selection(SelectionAct act, const std::string& pasted, Writing& writing,
                    std::string& copied);

}  // namespace stormote
