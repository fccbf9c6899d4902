// Table page: a table as a facilitator's phone shows it: the question of this moment, what the
// table has written on all devices, how many sit there, and nobody's name. Plain values; the state
// must stand still meanwhile. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/evening/table_clock.h"
#include "kiosk/desk/evening/table_message.h"
#include "sync/model/agenda.h"

namespace stormote {

struct TablePageNote {
    NoteId id;
    OperationId version;  // the newest
    QuestionNumber question = 0;
    NoteKind kind = NoteKind::point;
    std::string text;
    bool is_withdrawn = false;
    bool is_edited = false;
    // Written anew at two places that did not hear of each other, besides `text`.
    std::vector<std::string> other_texts;
    std::int64_t written_ms = 0;  // at first
};

struct TablePage {
    std::string name;  // "Lönnen"; may be empty
    int here = 0;
    int expected = 0;  // who is here, too
    TableClock clock;
    std::vector<AgendaQuestion> questions;  // in the language of the page
    std::size_t selected = 0;
    std::optional<TableMessage> message;
    std::vector<TablePageNote> notes;  // on the selected question, written last first
};

// `selected` is the question of this moment where it is not given or there is none such.
[[nodiscard]] TablePage table_page(const EventState& state, GroupNumber table,
                                   std::optional<QuestionNumber> selected,
                                   std::string_view language, std::int64_t wall_ms);
// Nothing: the table has no such note.
[[nodiscard]] std::optional<TablePageNote> table_page_note(const EventState& state,
                                                           GroupNumber table, const NoteId& id);

}  // namespace stormote
