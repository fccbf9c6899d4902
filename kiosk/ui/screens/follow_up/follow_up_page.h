// Follow-up page: what becomes of the notes after the evening: those that are alike, how each is
// published, and what has become of what was promised, proposed and asked. Plain values in, intents
// out. The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/cards/card_list.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

enum class FollowUpTab : std::uint8_t { similar, notes, follow_up };

struct FollowUpView {
    FrameView frame;
    FollowUpTab tab = FollowUpTab::similar;
    std::vector<CardParts> cards;
    bool is_reading = false;  // nobody knows yet what is on the tab
    bool can_undo = false;
    std::string lead;  // what is to be chosen on the cards; may be empty
    std::optional<StatusLine> news;
    Scroll scroll;
};

struct ChooseFollowUpTab {
    FollowUpTab tab;
};
struct PressCardChip {
    std::string id;
};
struct UndoNoteStep {};
struct ScrollFollowUp {
    Scroll scroll;
};

// GoBack closes the page.
using FollowUpIntent =
    std::variant<ChooseFollowUpTab, PressCardChip, UndoNoteStep, ScrollFollowUp, FrameIntent>;

[[nodiscard]] std::vector<FollowUpIntent> draw_follow_up(Ui& ui, const FollowUpView& view);

}  // namespace stormote
