// EventRemoval: the devices of an event's record, and whether the record of an event may leave a
// store whole: where an organiser has purged it, nothing about anybody is left, and its devices
// have heard of the purge from this store. One decision for every kind of store. On the thread of
// the transaction.
#pragma once

#include "sync/central/store/enrolment_rules.h"
#include "sync/central/store/store_rows.h"

namespace stormote {

// Whether it leaves, and what stands in the way of it. Reads the whole record; nobody else may
// write to the event meanwhile. Error: the store knows neither operations nor devices of it.
[[nodiscard]] Result<RemovalAnswer> judge_removal(StoreRows& rows,
                                                  const std::vector<EnrolmentRow>& enrolments,
                                                  RemovalTiming timing, std::int64_t now_ms);

// The devices of the record, with the names by which they introduced themselves.
[[nodiscard]] std::vector<StoredDevice> read_devices(StoreRows& rows);

// What a push to an event is told whose record was removed while it was on its way.
[[nodiscard]] PushAnswer refuse_removed(const Batch& batch);
// What is said where such an event is to be begun anew.
[[nodiscard]] Error event_was_removed(const EventId& event);

}  // namespace stormote
