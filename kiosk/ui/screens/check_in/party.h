// Party: several people of one association check in one after another. Who has come so far, each
// with their group, and the ways in for the next one. Shows nobody who has not just checked in
// here. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/button_row.h"

namespace stormote {

constexpr std::size_t most_party_lines = 6;

struct PartyLine {
    std::string name;
    int group_number = 0;    // 0: no group yet
    std::string table_name;  // "Bord Lönnen"
};

struct PartyView {
    FrameView frame;
    std::vector<PartyLine> members;  // at most the last most_party_lines are shown
    bool walk_ins = true;
    Countdown countdown;
};

enum class PartyChoice { by_name, not_registered, done };

using PartyIntent = std::variant<PartyChoice, FrameIntent>;

std::optional<PartyIntent> draw_party(Ui& ui, const PartyView& view);

}  // namespace stormote
