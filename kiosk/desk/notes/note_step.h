// Note step: what an organiser says of notes and messages after the evening, as one step that can
// be taken back. The desk's thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

struct NoteStep {
    std::vector<FollowUpChange> from;  // what stood there before, empty texts too
    std::vector<FollowUpChange> to;
};

// Notes that say the same as the one that stays, in whose words they are published from then on.
// Nothing of those that are one with it already.
[[nodiscard]] std::vector<FollowUpChange> say_same(const EventState& state,
                                                   const std::vector<NoteId>& notes,
                                                   const NoteId& stays);
// A note that only sounds like the others, and is not proposed beside them any more.
[[nodiscard]] FollowUpChange say_different(const EventState& state, const NoteId& note,
                                           const std::vector<NoteId>& others);
// A note that was published as one with its root is published by itself again, and not proposed
// beside it any more.
[[nodiscard]] FollowUpChange say_parted(const EventState& state, const NoteId& note);

// Records what is said. Nothing where all of it stands so already, or a note or message is not
// known any more: then nothing is recorded.
std::optional<NoteStep> take_step(Desk& desk, const std::vector<FollowUpChange>& to, Actor actor);
// Records what stood there before. False: somebody has changed it since; nothing is recorded.
bool take_back(Desk& desk, const NoteStep& step, Actor actor);

}  // namespace stormote
