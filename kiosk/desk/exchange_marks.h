// Exchange marks: what an event file remembers of its exchanges with stores beyond positions, by
// the names of its cursors (sync/journal/exchange_cursors.h); and which of its drafts are of notes.
#pragma once

#include <string>
#include <vector>

#include "sync/journal/drafts/draft_store.h"

namespace stormote {

// How many operations of the file a store was seen to hold.
inline constexpr const char *acknowledged_cursor = "acknowledged";
// When this device's clock was compared with a store's, by this clock: milliseconds since 1970. It
// is written at most once an hour.
inline constexpr const char *clock_compared_cursor = "clock compared";

// The names of the drafts of notes, by the prefixes that the tables' screens give them.
[[nodiscard]] inline std::vector<std::string> note_draft_names(const DraftStore& drafts) {
    std::vector<std::string> names;
    for (const char *prefix : {"table ", "note "}) {
        for (const auto& draft : drafts.with_prefix(prefix)) names.push_back(draft.name);
    }
    return names;
}

}  // namespace stormote
