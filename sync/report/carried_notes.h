// Carried notes: what was promised and proposed, for the next meeting, which opens with what became
// of it. Of an owner who was registered the organisation goes along, not the name; wishes to be
// contacted stay, because they are a person's. What a note or an answer says in words goes along as
// it is, whoever it names: see notes_naming_people() in kiosk/documents/papers. Pure.
#pragma once

#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

struct CarriedNote {
    EarlierNoteTold told;
    FieldTexts described;  // fields of FollowUpField
};

// What is followed up and open; and what is settled and this meeting has not told: what was said at
// it, and what was settled, or answered, after it was carried here and the meeting. Under the ids
// that they have. Their description is recorded before them, so that what is said later is told
// from it.
[[nodiscard]] std::vector<CarriedNote> notes_to_carry(const EventState& last);

}  // namespace stormote
