// Table view: a table's page as its templates and its script take it. Any thread, of plain values;
// pure, but that a form gets an id by chance.
#pragma once

#include "kiosk/desk/evening/table_page.h"
#include "kiosk/web/pages/visit.h"

namespace stormote {

// Of a question, or of the one of this moment: what table.mustache shows.
[[nodiscard]] nlohmann::json table_view(const Visit& visit, const TablePage& page);
// What changes on it while it is open, and by which version to ask for it next time.
[[nodiscard]] nlohmann::json table_state(const Visit& visit, const TablePage& page);
// The kinds of notes, one of them chosen, for the forms.
[[nodiscard]] nlohmann::json kinds_of_notes(const Visit& visit, NoteKind chosen);
// As the forms say it. Nothing: there is no such kind.
[[nodiscard]] std::optional<NoteKind> parse_note_kind(std::string_view code);
// "/events/ID/table".
[[nodiscard]] std::string table_address(const EventId& event);

}  // namespace stormote
