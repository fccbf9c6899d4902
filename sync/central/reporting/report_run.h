// Report runs: bring the reporting tables of a store up to date: every event of which the log has
// gone on is folded as its devices fold it, and its rows are replaced whole. The meetings of a
// series are counted together, so that each is written anew when one of them changes.
//
// Any thread. Throws MachineFailure when disk or database fail; what was written by then is whole.
#pragma once

#include "sync/central/store/store.h"

namespace stormote {

// How many events were written; nothing where another process reports at the moment.
[[nodiscard]] std::optional<std::size_t> report_events(Store& store);
// One event, and the meetings of its series, also where nothing is new. Error: the store does not
// have it, or another process reports at the moment.
[[nodiscard]] Result<std::size_t> report_event(Store& store, const EventId& event);

}  // namespace stormote
