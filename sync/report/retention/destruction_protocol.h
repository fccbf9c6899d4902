// Destruction protocol: what was destroyed of an event, as its purges state it: kinds and numbers
// of documents, by which decision, when and by whom; nothing of what stood in them. Pure functions
// of the event state; the same on every replica.
#pragma once

#include <vector>

#include "sync/model/event_state.h"
#include "sync/privacy/keep_table.h"
#include "sync/report/table.h"

namespace stormote {

struct DestroyedDocuments {
    Word kind;
    std::int64_t count = 0;
};

struct DestructionEntry {
    const RecordPurged *content = nullptr;
    std::int64_t destroyed_ms = 0;  // by corrected clocks
    const Device *device = nullptr;
    std::vector<DestroyedDocuments> documents;
};

// In the order of the record. They point into the state.
[[nodiscard]] std::vector<DestructionEntry> destruction_entries(const EventState& state);

// One row a kind of each.
[[nodiscard]] Table destruction_table(const EventState& state);

}  // namespace stormote
