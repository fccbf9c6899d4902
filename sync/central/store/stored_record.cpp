#include "sync/central/store/stored_record.h"

#include <algorithm>

namespace stormote {

namespace {

// By device and sequence, not all at once.
void read_each(StoreRows& rows, const std::function<void(const Operation&)>& sink) {
    constexpr std::uint64_t at_once = 1'000;
    for (const StoreHead& head : rows.heads()) {
        for (std::uint64_t first = 1; first <= head.sequence; first += at_once) {
            const std::uint64_t last = std::min(head.sequence, first + at_once - 1);
            for (const Operation& operation : rows.record_of(head.device, first, last)) {
                sink(operation);
            }
        }
    }
}

}  // namespace

Authority authority_of(StoreRows& rows) {
    Authority authority(rows.event());
    for (const OperationPlace& place : rows.authority_places()) {
        for (const Operation& operation :
             rows.record_of(place.device, place.sequence, place.sequence)) {
            authority.note(operation);
        }
    }
    authority.evaluate();
    return authority;
}

RecordFold fold_record(StoreRows& rows) {
    const Authority authority = authority_of(rows);
    PurgedOperations purged;
    read_each(rows, [&purged](const Operation& operation) { purged.note(operation); });
    purged.evaluate(authority);
    RecordFold fold;
    read_each(rows, [&](const Operation& operation) {
        fold.take(operation, belief_in(operation, authority, purged));
    });
    return fold;
}

}  // namespace stormote
