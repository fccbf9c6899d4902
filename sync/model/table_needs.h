// Table needs: what somebody needs of the table at which they sit, and what a table offers, so that
// groups are dealt by it. Pure.
//
// A need is a word: "accessible", "hearing_loop", "interpreter", or "language ar" for a table at
// which Arabic is spoken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

// What the attendee wrote under access needs says of these, the most pressing first: a wheelchair,
// an interpreter, a hearing loop; and at last the language that they chose, if it is not Swedish.
[[nodiscard]] std::vector<std::string> needs_of(const Attendee& attendee);

// What a table offers: a word a line in its field.
[[nodiscard]] std::vector<std::string> offers_of(const LatestFields& group);

// The tables that take people in and offer all of it; where none does, those that offer the first
// need that any table offers. None: no table offers any of it.
[[nodiscard]] std::vector<GroupNumber> tables_for(const EventState& state,
                                                  const std::vector<std::string>& needs);

// The word for what people write of a table or a need: "rullstol", "hörslinga", "tolk". Nothing
// where it is none of them; languages are not known here.
[[nodiscard]] std::optional<std::string> need_in_words(std::string_view text);

}  // namespace stormote
