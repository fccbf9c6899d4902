// Number cards: cards with a number or a picture and two lines of words beside it, in a grid that
// scrolls: tables to choose from, people and the tables they go to, the questions of the evening.
// The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct NumberCard {
    std::string id;
    int number = 0;  // 0: an icon instead
    std::string upper;
    std::string lower;
    bool is_selected = false;
    Icon icon = Icon::clock;
    std::string said = {};  // by the voice; empty: the number and the upper line
    float reserved = 0;     // room kept free at the right end, in units
};

// As many beside each other as have room, or one below the other.
enum class NumberCardsLayout : std::uint8_t { grid, list };

struct NumberCardsTouch {
    std::optional<std::size_t> chosen;
    Scroll scroll;  // as it is from now on
};

// Ids of the scroll buttons begin with `id`. A card that is to be in sight moves the list, so that
// it is in the next frame.
NumberCardsTouch draw_number_cards(Ui& ui, std::string_view id, const Rect& bounds,
                                   const std::vector<NumberCard>& cards, const Scroll& scroll,
                                   NumberCardsLayout layout = NumberCardsLayout::grid,
                                   std::optional<std::size_t> in_sight = std::nullopt);

// For lists of another kind: a card by itself, and how high it is at that width. What can be
// touched of it may be nothing. Whether it was tapped.
[[nodiscard]] float number_card_height(Ui& ui, float width, const NumberCard& card);
bool draw_number_card(Ui& ui, const Rect& rect, const Rect& touchable, const NumberCard& card);
// Moves the list so that this card of it shows, where it does not.
void bring_into_sight(const Rect& bounds, const Rect& card, Scroll& scroll);

}  // namespace stormote
