// Follow-up changes: what an organiser says of notes and messages afterwards, as operations: only
// what changes, with what follows from it. Pure.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

// What is said of a note, also of one that was carried over, or of a message. The texts are such as
// the fields hold.
struct FollowUpChange {
    std::variant<NoteId, MessageKey> subject;
    std::map<FollowUpField, std::string> said;
};

// Whether a field is of a note by itself, whichever other says the same.
[[nodiscard]] bool is_of_note_itself(FollowUpField field);

// A body for each that changes; none where all stands so already. A new answer is dated today where
// no date is given, and who asked has not been told of it. What becomes of notes that say the same
// is said of the one that they are, and taken away from each that says it; wording of each by
// itself, and withholding of it and, unless a change is about that one, of the one that it is.
// Nothing where one of them is not known.
[[nodiscard]] std::optional<std::vector<Body>> follow_up_bodies(
    const EventState& state, std::span<const FollowUpChange> changes, const std::string& today,
    ActingRole role);

// By the id that the lists show. Nothing: there is no such note or message.
[[nodiscard]] std::optional<std::variant<NoteId, MessageKey>> find_follow_up_subject(
    const EventState& state, std::string_view id);

}  // namespace stormote
