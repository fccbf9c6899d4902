// A note of which there are several versions, written while two screens could not hear each other:
// all are shown, and a person chooses. The screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

[[nodiscard]] float choices_height(Ui& ui, float width, const NoteCard& note);
// Ids are "<id>_choice_0" and so on. Which version was chosen.
std::optional<std::size_t> draw_choices(Ui& ui, const Rect& rect, const ScrolledBounds& scrolled,
                                        const std::string& id, const NoteCard& note);

}  // namespace stormote
