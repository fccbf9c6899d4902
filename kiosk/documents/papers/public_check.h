// Public check: what an organiser should read once more before what was noted is published. Pure.
#pragma once

#include <vector>

#include "sync/report/published_notes.h"

namespace stormote {

// The notes for everybody in which the full name of somebody registered stands.
[[nodiscard]] std::vector<PublishedNote> notes_naming_people(const EventState& state);

}  // namespace stormote
