// Exchange marks: what an event file remembers of its exchanges with stores beyond positions, by
// the names of its cursors (sync/journal/exchange_cursors.h).
#pragma once

namespace stormote {

// How many operations of the file a store was seen to hold.
inline constexpr const char *acknowledged_cursor = "acknowledged";
// When this device's clock was compared with a store's, by this clock: milliseconds since 1970. It
// is written at most once an hour.
inline constexpr const char *clock_compared_cursor = "clock compared";

}  // namespace stormote
