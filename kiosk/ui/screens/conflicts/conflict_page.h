// Conflict page: what people at different screens did that does not fit together, card by card:
// each side with who did it, when and at which screen, and how it can be settled. Plain values in,
// intents out. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct ConflictSideView {
    std::string text;    // a name, or what a note says; may be empty
    std::string detail;  // "17.36 · Entré 1 · by staff"
};

struct ConflictCard {
    std::string title;
    std::vector<ConflictSideView> sides;
    // What can be chosen: first to keep each side alone, in their order, then the rest.
    std::vector<std::string> choices;
    std::string question;  // what the choice that was made comes to, asked once more; or empty
};

struct ConflictsView {
    FrameView frame;
    std::vector<ConflictCard> cards;
    bool is_reading = false;  // nobody knows yet whether there are any
    std::optional<StatusLine> news;
    Scroll scroll;
};

struct ChooseSettlement {
    std::size_t card;
    std::size_t choice;
};
struct ConfirmSettlement {};
struct LeaveUnsettled {};
struct ScrollConflicts {
    Scroll scroll;
};

// GoBack closes the page.
using ConflictIntent =
    std::variant<ChooseSettlement, ConfirmSettlement, LeaveUnsettled, ScrollConflicts, FrameIntent>;

[[nodiscard]] std::vector<ConflictIntent> draw_conflicts(Ui& ui, const ConflictsView& view);

}  // namespace stormote
