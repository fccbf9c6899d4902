// Naming texts: what people wrote in an event that names one person in words. It is not tied to the
// person, so that erasing them leaves it as it is. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

struct NamingText {
    Word kind;       // of what it stands in
    std::string id;  // of the note or message, by which it can be worded anew; may be empty
    std::string text;
};

// Notes with their wordings, and what is said of their follow-up, those of earlier meetings among
// them; what others left on the way out; answers in words as far as they are shown. By any of the
// names that the person has in registrations and as a contact of the register; in that order, each
// text once.
[[nodiscard]] std::vector<NamingText> texts_naming(const EventState& state,
                                                   const AttendeeId& person);

}  // namespace stormote
