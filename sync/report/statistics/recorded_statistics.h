// Recorded statistics: the counts of a meeting as a purge leaves them in the record, so that they
// stay as they were when the people are gone. CBOR; an array, to whose end a newer version may add.
// Pure.
#pragma once

#include <optional>

#include "sync/privacy/keep_table.h"
#include "sync/report/statistics/statistics.h"

namespace stormote {

[[nodiscard]] Bytes encode_statistics(const Statistics& statistics);
// Nothing: the bytes are no statistics.
[[nodiscard]] std::optional<Statistics> decode_statistics(ByteView bytes);

// Whether statistics count documents of the kind: a purge of them says how many they were.
[[nodiscard]] bool is_counted(DocumentKind kind);

// What the first purge of people, in the order of the record, says of them. Nothing: the people are
// to be counted.
[[nodiscard]] std::optional<Statistics> recorded_statistics(const EventState& state);

// The same of the first purge of documents of a kind that statistics count.
[[nodiscard]] std::optional<Statistics> recorded_statistics(const EventState& state,
                                                            DocumentKind kind);

}  // namespace stormote
