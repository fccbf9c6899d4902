// Group posters: the groups on paper, for the wall and for the tables, as PDFs. Pure; the state
// must stand still meanwhile.
#pragma once

#include <optional>
#include <string>

#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"
#include "sync/ticket/table_code.h"

namespace stormote {

// Every group with its table, its place, who leads it and whose seats it holds; a page after
// another, and each round on pages of its own. Names alone: which organisation somebody comes from
// may tell their faith or party, and a wall is read by everybody. Error: there are no groups.
[[nodiscard]] Result<std::string> draw_group_poster(const EventState& state, const Texts& texts);

// An A4 sheet for each table: its number to be read across the room, its name, who leads it, and
// the evening's questions; where the pages' address is set and codes are given, the table's code
// for phones, too. Error: there are no groups.
[[nodiscard]] Result<std::string> draw_table_signs(
    const EventState& state, const Texts& texts,
    const std::optional<TableCodes>& codes = std::nullopt);

}  // namespace stormote
