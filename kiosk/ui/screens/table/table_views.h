// Table views: what the facilitator's screens show of an event, taken from its state: plain values,
// with the ids that the words on the screen stand for. The state must stand still meanwhile. The
// screen thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/screens/common/note_views.h"
#include "kiosk/ui/screens/table/table.h"
#include "kiosk/ui/screens/table/table_choice.h"
#include "kiosk/ui/screens/table/table_note.h"
#include "sync/base/texts.h"
#include "sync/model/presence.h"

namespace stormote {

// All groups, by number; those that have closed come last.
[[nodiscard]] std::vector<TableCard> table_cards(const EventState& state, const Texts& texts);

// Who is in the group, by name: here, and expected. Who has gone home is neither.
[[nodiscard]] TableRoster roster_of(const EventState& state, GroupNumber group, const Texts& texts);

// Where the evening is. Question numbers of the state, in the order of the tabs.
[[nodiscard]] TableClock table_clock(const EventState& state, std::int64_t wall_ms);

struct TableContents {
    TableView view;  // without frame, composer, keys and scroll
    std::vector<QuestionNumber> questions;
    std::vector<NoteId> notes;
};
// `selected` is the question of this moment where it is not given or there is none such.
[[nodiscard]] TableContents table_contents(const EventState& state, GroupNumber group,
                                           std::optional<QuestionNumber> selected,
                                           const Texts& texts, std::int64_t wall_ms);

// The table of whoever holds this ticket: the one they lead, else the one where they sit.
[[nodiscard]] std::optional<GroupNumber> table_of(const EventState& state,
                                                  const AttendeeId& attendee);

}  // namespace stormote
