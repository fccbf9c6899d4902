// Answer card: where to sit: the number of the group, its table and the way there, on a card that
// stands at one place and in one size whatever it says, so that eyes and cameras find it. The
// screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/widgets/text_block.h"
#include "sync/model/seating_map.h"

namespace stormote {

struct SeatAnswer {
    int group_number = 0;             // 0: no group yet
    std::string table_name;           // "Lönnen"; may be empty
    std::string place;                // "Till höger om scenen, vid fönstret"; may be empty
    std::optional<SeatingMap> map{};  // where the tables have places
};

// A screen with an answer: the card has the words and buttons at its left where the screen is wide;
// on a tall one, and where larger letters need the width, words above it and the rest below.
struct AnswerLayout {
    bool is_beside = true;
    Rect words;
    Rect card;
    Rect below;  // empty beside
};
[[nodiscard]] AnswerLayout lay_out_answer(Ui& ui, const Rect& screen);

// `over` stands above the number: "You sit in group".
void draw_answer_card(Ui& ui, const Rect& rect, const SeatAnswer& answer, const std::string& over);

}  // namespace stormote
