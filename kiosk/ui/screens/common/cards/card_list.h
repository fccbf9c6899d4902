// Card list: cards below and beside each other in a list that scrolls, each as high as its words
// and chips need. Plain values in, what was pressed out. The screen thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct CardChip {
    std::string id;
    std::string label;
    std::string name{};  // where others are called the same; begins with the label
    bool selected = false;

    [[nodiscard]] ChipStyle style() const {
        return {.id = id, .label = label, .selected = selected, .name = name};
    }
};

// A card's title, what somebody said, what stands beside it, and what whoever decides is asked.
enum class CardText : std::uint8_t { title, words, detail, question };

// A text, or chips beside each other.
struct CardPart {
    std::string text{};
    CardText look = CardText::words;
    std::vector<CardChip> chips{};
    float gap_below = 0;  // in units
};
using CardParts = std::vector<CardPart>;

struct CardListAnswer {
    std::optional<std::string> pressed;  // the id of a chip
    Scroll scroll;                       // as it is from now on
};

// `parts_of` says what is on a card, by its number.
CardListAnswer draw_card_list(Ui& ui, std::string_view id, const Rect& bounds, std::size_t count,
                              const std::function<CardParts(std::size_t)>& parts_of,
                              const Scroll& scroll);

}  // namespace stormote
