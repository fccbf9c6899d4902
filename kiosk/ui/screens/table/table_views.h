// Table views: what the facilitator's screens show of an event, taken from its state: plain values,
// with the ids that the words on the screen stand for. The state must stand still meanwhile. The
// screen thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/screens/common/note_views.h"
#include "kiosk/ui/screens/table/pages/table_search.h"
#include "kiosk/ui/screens/table/table.h"
#include "kiosk/ui/screens/table/table_changes.h"
#include "kiosk/ui/screens/table/table_choice.h"
#include "kiosk/ui/screens/table/table_note.h"
#include "sync/base/texts.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"

namespace stormote {

// All groups, by number, with who sits there in a round; those that have closed come last.
[[nodiscard]] std::vector<TableCard> table_cards(const EventState& state, RoundNumber round,
                                                 const Texts& texts);

// Who is in the group in a round, by name: here, and expected. Who has gone home is neither.
[[nodiscard]] TableRoster roster_of(const EventState& state, GroupNumber group, RoundNumber round,
                                    const Texts& texts);

// Who of those who are here leaves the group for another as the round changes, by name, and where
// to. Without frame, scroll and choice.
[[nodiscard]] TableChangesView table_changes(const EventState& state, GroupNumber group,
                                             const RoundTime& time, const Texts& texts);

struct TableContents {
    TableView view;  // without frame, composer, keys and scroll
    TableChangesView changes;
    std::vector<QuestionNumber> questions;
    std::vector<NoteId> notes;
    bool has_departments = false;  // a question can be asked somebody in the municipality
    std::size_t chosen_count = 0;  // of the selected question's notes, for everybody to see
};
// `selected` is the question of this moment where it is not given or there is none such. `own` is
// the screen that shows it.
[[nodiscard]] TableContents table_contents(const EventState& state, GroupNumber group,
                                           std::optional<QuestionNumber> selected,
                                           const DeviceId& own, const Texts& texts,
                                           std::int64_t wall_ms);

struct FoundPlace {
    NoteId note;
    QuestionNumber question = 0;
    bool awaits_choice = false;  // between its versions
};
struct FoundNotes {
    bool has_letters = false;
    std::vector<FoundNote> cards;
    std::vector<FoundPlace> places;  // of the cards
};
// The notes of the group, by question and as each question has them, with a word for each word that
// was begun. On the questions of `contents`, which are those that a table sees.
[[nodiscard]] FoundNotes find_notes(const EventState& state, GroupNumber group,
                                    const TableContents& contents, std::string_view typed,
                                    const DeviceId& own);

// The table of whoever holds this ticket: the one they lead, else the one where they sit.
[[nodiscard]] std::optional<GroupNumber> table_of(const EventState& state,
                                                  const AttendeeId& attendee, RoundNumber round);

}  // namespace stormote
