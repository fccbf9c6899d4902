// Choice cards: one of a few large cards is to be chosen, each with a mark, a title and a sentence
// that says what it means. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct ChoiceCard {
    std::string_view id;
    Icon icon = Icon::lines;
    std::string title;
    std::string sentence;
    bool is_done = false;  // and so cannot be chosen any more
    bool is_told = false;  // only says something, and cannot be chosen
};

// All in letters of one size, from the top of the room: two beside each other, or below each other
// where the screen is held upright. Which one was chosen.
std::optional<std::size_t> draw_choice_cards(Ui& ui, const Rect& bounds,
                                             const std::vector<ChoiceCard>& cards);

}  // namespace stormote
