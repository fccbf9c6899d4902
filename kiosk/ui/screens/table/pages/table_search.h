// Table search: a few letters, and the notes of the table that have words beginning so, whichever
// question they answer. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct FoundNote {
    NoteCard note;         // its text is cut to what was found
    std::string question;  // "2 Mål"; empty where there are none
};

struct TableSearchView {
    FrameView frame;
    std::string typed;
    bool has_letters = false;  // enough was typed to look for
    std::vector<FoundNote> found;
    NoteKeys keys;
    Scroll scroll;
};

struct ChangeSearch {
    std::string typed;
};
struct ChooseFound {
    std::size_t index;
};
struct ChangeSearchKeys {
    NoteKeys keys;
};
struct ScrollFound {
    Scroll scroll;
};

// GoBack leads back to the table.
using TableSearchIntent =
    std::variant<ChangeSearch, ChooseFound, ChangeSearchKeys, ScrollFound, FrameIntent>;

[[nodiscard]] std::optional<TableSearchIntent> draw_table_search(Ui& ui,
                                                                 const TableSearchView& view);

}  // namespace stormote
