// Carried notes: what was promised and proposed, for the next meeting, which opens with what became
// of it. Nobody's name goes along: of an owner who was registered, the organisation does; and
// wishes to be contacted stay, because they are a person's. Pure.
#pragma once

#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

struct CarriedNote {
    EarlierNoteTold told;
    FieldTexts described;  // fields of FollowUpField
};

// What is followed up and open; and what was said at this meeting and is settled, which the next
// one tells. Under the ids that they have.
[[nodiscard]] std::vector<CarriedNote> notes_to_carry(const EventState& last);

}  // namespace stormote
