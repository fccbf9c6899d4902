// Purging: destroys what of an event is to be destroyed by its keep table, on this device at once
// and everywhere else a day after it is heard of, and states it in the record, from which the
// destruction protocol is written. On the desk's thread; borrows the desk and keeps nothing.
#pragma once

#include "kiosk/desk/desk.h"
#include "sync/report/retention/retention.h"

namespace stormote {

enum class PurgeTiming : std::uint8_t {
    when_due,  // what is due, and only where every condition holds
    now,       // all that the table does not keep; what does not hold is stated as overridden
};

struct PurgeOrder {
    std::string decision;  // "DHP 2024 § 12"
    std::string by;        // the name or function of who destroys; may be empty
    PurgeTiming timing = PurgeTiming::when_due;
    std::vector<DeviceId> written_off{};
};

// What a purge would do, without doing it.
struct PurgePreview {
    std::vector<RetentionRow> rows;     // all kinds of documents
    std::vector<DocumentKind> kinds;    // those that would be destroyed; none where nothing is left
    std::vector<UnmetCondition> unmet;  // what stands in the way of it, or would be overridden
};

// Reads the whole record once; what is written off does not matter to the rows.
[[nodiscard]] RetentionFacts retention_facts(Desk& desk, std::vector<DeviceId> written_off = {});
[[nodiscard]] PurgePreview preview_purge(Desk& desk, const PurgeOrder& order);

// Lets in what waits to be released, says anew what is kept, erases the people, names what else
// goes, and destroys the bodies, drafts and the key that the machine keeps: all in one commit, or
// nothing. Gives what it has stated. Error: this device may not, no decision is named, nothing is
// to be destroyed now, or a condition does not hold: preview_purge() says which.
Result<RecordPurged> purge(Desk& desk, const PurgeOrder& order);

}  // namespace stormote
