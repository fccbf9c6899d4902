// Recorded statistics: the counts of a meeting as a purge leaves them in the record, so that they
// stay as they were when the people are gone. CBOR; an array, to whose end a newer version may add.
// Pure.
#pragma once

#include <optional>

#include "sync/report/statistics/statistics.h"

namespace stormote {

[[nodiscard]] Bytes encode_statistics(const Statistics& statistics);
// Nothing: the bytes are no statistics.
[[nodiscard]] std::optional<Statistics> decode_statistics(ByteView bytes);

// What the first purge in the order of the record says that says anything. Nothing: the record is
// to be counted.
[[nodiscard]] std::optional<Statistics> recorded_statistics(const EventState& state);

}  // namespace stormote
