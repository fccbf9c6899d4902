// Follow-up fields: what people write of what becomes of a note or a message, checked and put as
// the record has it. Pure.
#pragma once

#include <string>

#include "sync/base/error.h"
#include "sync/model/event_state.h"

namespace stormote {

// The text as the field holds it: an owner as the id of the one person registered by that name,
// else as the function that it is; a date as 2022-11-05; a state by its code. Error: it is too
// long, or nothing that may stand there; `name` is what whoever wrote it calls the field.
[[nodiscard]] Result<std::string> check_follow_up(const EventState& state, FollowUpField field,
                                                  std::string text, const std::string& name);

}  // namespace stormote
