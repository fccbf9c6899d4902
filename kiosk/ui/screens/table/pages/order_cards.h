// Order cards: a list of number cards. A finger takes one by its handle and carries it to another
// place of the list, which opens for it; near an edge the list moves on. Let go outside the list,
// or with Escape, the card is where it was. The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/ui/screens/common/number_cards.h"

namespace stormote {

// The caller keeps it and hands it back, for the same card.
struct CardHand {
    enum class Hold : std::uint8_t { nothing, pressed, dragged };

    Hold hold = Hold::nothing;
    std::size_t card = 0;
    Point from;  // where the finger came down, and where it is
    Point at;
    float grip = 0;                 // so far below the card's upper edge
    std::optional<std::size_t> to;  // the card's place in the list, where it is over the list

    bool operator==(const CardHand&) const = default;
};

struct OrderCardsTouch {
    std::optional<std::size_t> chosen;
    std::optional<std::size_t> put_at;  // where the card of the hand was let go
    Scroll scroll;                      // both as they are from now on
    CardHand hand;
};

// Where the card that is held stands in the list as it is shown.
[[nodiscard]] std::size_t shown_place(const CardHand& hand);
// The cards as they are to be shown: the one that is held at its new place. Ids of the scroll
// buttons begin with "order".
OrderCardsTouch draw_order_cards(Ui& ui, const Rect& bounds, std::vector<NumberCard> cards,
                                 const Scroll& scroll, const CardHand& hand,
                                 std::optional<std::size_t> in_sight);

}  // namespace stormote
